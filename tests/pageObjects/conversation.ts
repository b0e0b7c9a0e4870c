/** One conversation as its thread shows it, in a page or in a pane. */
import type { Locator, Page } from "playwright-core";

/** The parts of a thread. */
export interface ConversationPart {
  readonly region: Locator;
  readonly log: Locator;
  /** The text that holds these words. */
  text(words: string): Locator;
  press(action: string): Promise<void>;
}

/** The conversation with that customer. */
export function conversationWith(page: Page, customer: string): ConversationPart {
  const region = page.getByRole("region", { name: customer, exact: true });
  const log = region.getByRole("log", { name: "Messages" });
  return {
    region,
    log,
    text: (words) => log.getByRole("article").filter({ hasText: words }),
    press: (action) => region.getByRole("button", { name: new RegExp(`^${action}`) }).click(),
  };
}
