/** One conversation as its thread shows it, in a page or in a pane, found by the names that the user interface shows. */
import type { Locator, Page } from "playwright-core";

/** The words for what became of an answer. */
export type AnswerState = "Queued" | "Sending" | "Sent" | "Delivered" | "Failed" | "Unconfirmed";

/** The parts of a thread. */
export interface ConversationPart {
  readonly region: Locator;
  readonly log: Locator;
  /** The box to answer in; not there where nobody may. */
  readonly reply: Locator;
  /** The text that holds these words. */
  text(words: string): Locator;
  press(action: string): Promise<void>;
  /** Writes an answer and sends it by the keyboard. */
  answer(words: string): Promise<void>;
  /** Waits until the newest text with these words says so of itself. */
  expectState(words: string, state: AnswerState): Promise<void>;
  /** Presses a button of the newest text with these words: Send Again, Check. */
  pressAt(words: string, button: string): Promise<void>;
}

/** The conversation with that customer. */
export function conversationWith(page: Page, customer: string): ConversationPart {
  const region = page.getByRole("region", { name: customer, exact: true });
  const log = region.getByRole("log", { name: "Messages" });
  const reply = region.getByRole("textbox", { name: "Reply" });
  const text = (words: string) => log.getByRole("article").filter({ hasText: words });
  return {
    region,
    log,
    reply,
    text,
    press: (action) => region.getByRole("button", { name: new RegExp(`^${action}`) }).click(),
    async answer(words) {
      await reply.fill(words);
      await reply.press("Control+Enter");
    },
    expectState: (words, state) => text(words).last().getByText(state).first().waitFor(),
    pressAt: (words, button) => text(words).last().getByRole("button", { name: button }).click(),
  };
}
