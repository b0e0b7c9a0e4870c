/** What a card offers: what the rules say, and to write to the customer in place. */
import type { Action } from "../shared/domain/session";

/** `answer` opens the box to answer in, or closes it; what is sent from it is a text, and no press on the card. */
export type CardAction = Action | "answer";

/**
 * @param actions what the rules offer; who is offered to view a conversation is its owner, and answers it
 * @param hasBox the box is open: it can be closed, whatever has become of the conversation
 * @param isGone there is nothing else to do about it any more
 */
export function cardActionsOf(actions: readonly Action[], hasBox: boolean, isGone: boolean): readonly CardAction[] {
  if (isGone) return hasBox ? ["answer"] : [];
  return hasBox || actions.includes("view") ? [...actions, "answer"] : actions;
}
