import * as React from "react";
import { RequestFailed } from "../shared/domain/failure";
import { notDoneBecause } from "../shared/thread/answerState";
import type { NotDone } from "../shared/thread/answerState";
import type { CustomerLinks } from "../shared/thread/customerLinks";
import type { FoundCustomers } from "../shared/thread/linkPorts";

/** What is known of a search. */
export interface Found {
  /** Null: they are being looked for, or could not be. */
  readonly customers: FoundCustomers | null;
  readonly failed: NotDone | null;
  /** Asks once more. */
  readonly again: () => void;
}

/** A word is not asked for at each of its letters (ms). */
const PAUSE = 300;

/** Those who hold the number; once the agent has written words, those who match them. The answer to older words is never shown. */
export function useFoundCustomers(links: CustomerLinks, words: string, onBug: (bug: unknown) => void): Found {
  const [customers, setCustomers] = React.useState<FoundCustomers | null>(null);
  const [failed, setFailed] = React.useState<NotDone | null>(null);
  const [asked, setAsked] = React.useState(0);
  const wanted = words.trim();
  React.useEffect(() => {
    let isAwaited = true;
    setCustomers(null);
    setFailed(null);
    const ask = (): void => {
      (wanted === "" ? links.findHolders() : links.findCustomers(wanted)).then(
        (found) => isAwaited && setCustomers(found),
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
  }, [links, wanted, asked, onBug]);
  return { customers, failed, again: () => setAsked(asked + 1) };
}
