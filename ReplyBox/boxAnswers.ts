/** A conversation's answers as one place of the window has them: its box is told when a text was taken back there. */
import { createStore } from "../shared/inbox/store";
import type { Answers } from "../shared/thread/answers";

/** The answers of a conversation, for one box. */
export interface BoxAnswers extends Answers {
  /** Calls `listener` when a text has gone back into the box by a press beside it, not beside another box of this conversation; returns the way to stop. */
  readonly onEdited: (listener: () => void) => () => void;
}

/** Makes them for one box: everything but what is told of `edit` is shared with the conversation's other boxes. */
export function createBoxAnswers(answers: Answers): BoxAnswers {
  const edited = createStore({});
  return {
    ...answers,
    edit(id) {
      answers.edit(id);
      edited.set({});
    },
    onEdited: edited.subscribe,
  };
}
