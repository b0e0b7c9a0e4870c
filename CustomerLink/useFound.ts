import * as React from "react";
import { whyNotDone } from "../shared/thread/answerState";
import type { NotDone } from "../shared/thread/answerState";

/** What is known of a search. */
export interface Found<Answer> {
  /** Null: it is being looked for, or could not be. */
  readonly answer: Answer | null;
  readonly failed: NotDone | null;
  /** Asks once more. */
  readonly again: () => void;
}

/** A word is not asked for at each of its letters (ms). */
const PAUSE = 300;

/**
 * What is found for the words that the agent has written. The answer to older words is never shown.
 * @param find takes no words at first; the same function every time
 */
export function useFound<Answer>(find: (words: string) => Promise<Answer>, words: string, onBug: (bug: unknown) => void): Found<Answer> {
  const [answer, setAnswer] = React.useState<Answer | null>(null);
  const [failed, setFailed] = React.useState<NotDone | null>(null);
  const [asked, setAsked] = React.useState(0);
  const wanted = words.trim();
  React.useEffect(() => {
    let isAwaited = true;
    setAnswer(null);
    setFailed(null);
    const ask = (): void => {
      find(wanted).then(
        (found) => isAwaited && setAnswer(() => found),
        (error: unknown) => {
          const why = whyNotDone(error, { isOnline: () => navigator.onLine, report: onBug });
          if (isAwaited) setFailed(why);
        },
      );
    };
    const timer = setTimeout(ask, wanted === "" ? 0 : PAUSE);
    return () => {
      isAwaited = false;
      clearTimeout(timer);
    };
  }, [find, wanted, asked, onBug]);
  return { answer, failed, again: () => setAsked(asked + 1) };
}
