/** The states of a conversation in its pane beside the page. */
import { forgetNewcomer, NEWCOMER } from "./newcomer";
import type { Screen } from "./screen";
import type { ScreenState } from "./screenState";
import { usual } from "./starts";
import type { Start } from "./starts";

/** How long an answer may take to the phone and back (ms). */
const UNTIL_DELIVERED = 15_000;

/** A customer has just written: times of today only, at nearly every time of day. */
const written: Start = {
  ...usual,
  async prepare(sandbox) {
    await forgetNewcomer(sandbox);
    await sandbox.sms(NEWCOMER.number, "Is my order ready?", NEWCOMER.name);
  },
  async restore(sandbox) {
    await forgetNewcomer(sandbox);
  },
};

/** Accepts the customer's conversation, which opens, and answers it. */
async function answer({ page, card, conversation, button, press }: Screen): Promise<void> {
  await press(button("Action_accept", card(NEWCOMER.name)));
  const box = conversation.getByRole("textbox");
  await box.waitFor();
  // Nobody answers within the second in which they have accepted: Dataverse's times have no smaller part.
  await page.waitForTimeout(1_100);
  await box.fill("It is. You can pick it up until six.");
  await box.press("Control+Enter");
}

const delivered = ({ conversation, word }: Screen) =>
  conversation.getByRole("log").getByText(word("Delivery_delivered")).waitFor({ timeout: UNTIL_DELIVERED });

export const conversationStates: readonly ScreenState[] = [
  {
    ...{ name: "conversation", says: "A conversation beside the page, and an answer that is being written.", of: "page", start: written },
    async show(screen) {
      await answer(screen);
      await delivered(screen);
      await screen.sandbox.sms(NEWCOMER.number, "Great, can I pay there?");
      await screen.conversation.getByRole("article").getByText("Great, can I pay there?").waitFor({ timeout: UNTIL_DELIVERED });
      await screen.conversation.getByRole("textbox").fill("Yes, by card or in cash – as you like.");
      await screen.conversation.getByText("–", { exact: false }).first().waitFor();
    },
  },
  {
    ...{ name: "give", says: "Before a conversation is given to a colleague, with a note.", of: "page", start: written },
    async show({ page, card, conversation, button, press }) {
      await press(button("Action_accept", card(NEWCOMER.name)));
      await conversation.getByRole("textbox").waitFor();
      await press(button("Action_give", conversation));
      const dialog = page.getByRole("dialog").last();
      await dialog.getByRole("radio", { name: "Ben Okafor" }).click();
      await dialog.getByRole("textbox").last().fill("She is waiting for the blue one");
    },
  },
  {
    ...{ name: "conversation-failed", says: "An answer that did not arrive, and what can be done.", of: "page", start: written },
    async show(screen) {
      await screen.sandbox.provider("fail");
      await answer(screen);
      await screen.conversation.getByRole("log").getByText("Failed").first().waitFor({ timeout: UNTIL_DELIVERED });
    },
  },
  {
    ...{ name: "conversation-opted-out", says: "The customer wants no more texts: the box says so.", of: "page", start: written },
    async show(screen) {
      await answer(screen);
      await delivered(screen);
      await screen.sandbox.sms(NEWCOMER.number, "STOP");
      await screen.conversation.getByRole("textbox").waitFor({ state: "detached", timeout: UNTIL_DELIVERED });
    },
  },
];
