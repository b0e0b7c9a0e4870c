/** A conversation on an agent's screen, in a page or in the pane beside it, found by the names that the user interface shows. */
import type { Locator, Page } from "playwright-core";
import { atRest } from "./atRest";

/** The words for what became of an answer. */
export type AnswerState = "Queued" | "Sending" | "Sent" | "Delivered" | "Failed" | "Unconfirmed";

/** One conversation. */
export interface Conversation {
  readonly region: Locator;
  readonly log: Locator;
  /** All texts that are drawn, oldest first. */
  readonly texts: Locator;
  /** The box to answer in; not there where nobody may. */
  readonly reply: Locator;
  /** The text with these words. */
  text(words: string): Locator;
  /** Writes an answer and sends it by the keyboard. */
  answer(words: string): Promise<void>;
  /** Waits until the text with these words says so of itself. */
  expectState(words: string, state: AnswerState): Promise<void>;
  /** Presses an action of the conversation. */
  press(action: string): Promise<void>;
  /** Presses a button of the text with these words: Send Again, Check. */
  pressAt(words: string, button: string): Promise<void>;
}

/** The conversation with a customer. @param customer the name, or the number where there is none */
export function conversationOf(page: Page, customer: string | RegExp): Conversation {
  const region = page.getByRole("region", { name: customer, exact: true });
  const log = region.getByRole("log", { name: "Messages" });
  const texts = log.getByRole("article");
  const reply = region.getByRole("textbox", { name: "Reply" });
  const text = (words: string) => texts.filter({ hasText: words });
  return {
    region,
    log,
    texts,
    reply,
    text,
    async answer(words) {
      await reply.fill(words);
      await reply.press("Control+Enter");
    },
    expectState: (words, state) => text(words).last().getByText(state).first().waitFor(),
    async press(action) {
      const button = region.getByRole("button", { name: new RegExp(`^${action}`) });
      await button.waitFor();
      await atRest(button);
      await button.click();
    },
    pressAt: (words, button) => text(words).last().getByRole("button", { name: button }).click(),
  };
}
