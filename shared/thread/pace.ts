/** How often the server is asked for an open conversation, and for how much of it. */
import { DEFAULT_CONFIGURATION } from "../domain/configuration";
import type { Browser } from "../inbox/ports";
import type { RefreshReason } from "../inbox/refresher";
import type { Store } from "../inbox/store";
import type { ReadingKind } from "./threadReader";
import type { ThreadState } from "./threadState";

/** The pace of one thread. */
export interface Pace {
  /** ms until the server is asked again; null: nobody asks unless somebody wants to know. */
  interval(): number | null;
  /** How much is asked for. */
  kindOf(reason: RefreshReason): ReadingKind;
  /** An answer is in the store. @param hasNews a text has come, or has changed */
  readingCame(hasNews: boolean): void;
}

/** Somebody who looks at a conversation hears of a text within so long (ms) … */
const LIVELY = 4_000;
/** … for a minute. The longer nothing comes, the less often the server is asked: after fifteen minutes once a minute. */
const LIVELY_PART = 15;
/** A text of ours that is on its way is watched as closely, for so long after it was written (ms). */
const WATCHED_FOR = 120_000;

/** Makes it; the conversation has just been opened. */
export function createPace(store: Store<ThreadState>, browser: Pick<Browser, "now">): Pace {
  let newsAt = browser.now();
  let pause = LIVELY;
  const refreshInterval = () => (store.get().profile?.configuration ?? DEFAULT_CONFIGURATION).refreshInterval;

  function isWatched(): boolean {
    const { messages, reading } = store.get();
    const since = (reading?.now ?? 0) - WATCHED_FOR;
    return messages.some(({ delivery, at }) => at > since && (delivery === "queued" || delivery === "sending" || delivery === "sent"));
  }

  return {
    interval() {
      const longest = refreshInterval();
      if (isWatched()) return LIVELY;
      // Where the administrator wants no questions that nobody asked, there are none here either.
      return longest === null ? null : Math.min(pause, longest);
    },
    kindOf(reason) {
      if (reason !== "background") return reason === "return" ? "return" : "asked";
      // Owner, rights and events may be as old as they are in the inbox: the texts alone are looked at more often.
      const age = browser.now() - (store.get().reading?.sentAt ?? Number.NEGATIVE_INFINITY);
      return age < (refreshInterval() ?? Infinity) ? "glance" : "return";
    },
    readingCame(hasNews) {
      const now = browser.now();
      if (hasNews) newsAt = now;
      pause = Math.max(LIVELY, (now - newsAt) / LIVELY_PART);
    },
  };
}
