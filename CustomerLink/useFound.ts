import * as React from "react";
import { RequestFailed } from "../shared/domain/failure";
import type { Part } from "../shared/inbox/panelPorts";
import { notDoneBecause } from "../shared/thread/answerState";
import type { NotDone } from "../shared/thread/answerState";

/** What is known of a search. */
export interface Found<Item> {
  /** Null: they are being looked for, or could not be. */
  readonly items: Part<Item> | null;
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
export function useFound<Item>(find: (words: string) => Promise<Part<Item>>, words: string, onBug: (bug: unknown) => void): Found<Item> {
  const [items, setItems] = React.useState<Part<Item> | null>(null);
  const [failed, setFailed] = React.useState<NotDone | null>(null);
  const [asked, setAsked] = React.useState(0);
  const wanted = words.trim();
  React.useEffect(() => {
    let isAwaited = true;
    setItems(null);
    setFailed(null);
    const ask = (): void => {
      find(wanted).then(
        (found) => isAwaited && setItems(found),
        (error: unknown) => {
          if (!(error instanceof RequestFailed)) onBug(error);
          if (!isAwaited) return;
          setFailed(error instanceof RequestFailed ? notDoneBecause(error, { isOnline: () => navigator.onLine }) : "failed");
        },
      );
    };
    const timer = setTimeout(ask, wanted === "" ? 0 : PAUSE);
    return () => {
      isAwaited = false;
      clearTimeout(timer);
    };
  }, [find, wanted, asked, onBug]);
  return { items, failed, again: () => setAsked(asked + 1) };
}
