/** The page of the phone, as its owner uses it. */
import type { FrameLocator, Locator, Page } from "playwright-core";

/** Somebody's phone. */
export interface Phone {
  /** Takes a number's phone, for its texts to the business number. */
  pickUp(number: string, name?: string): Promise<void>;
  send(words: string): Promise<void>;
  /** The text with these words that has come to the phone. */
  received(words: string): Locator;
}

/** @param page the phone's page, or the frame that it is in */
export function phoneIn(page: Page | FrameLocator): Phone {
  return {
    async pickUp(number, name = "") {
      await page.getByLabel("From number").fill(number);
      await page.getByLabel("Name (optional)").fill(name);
      await page.getByLabel("Name (optional)").blur();
    },
    async send(words) {
      await page.getByPlaceholder("Text message").fill(words);
      await page.getByRole("button", { name: "Send", exact: true }).click();
    },
    received: (words) =>
      page.getByRole("log", { name: "Texts" }).getByRole("listitem").filter({ hasText: words }).and(page.locator(".theirs")),
  };
}
