/** Marks read what the owner has seen: a moment later, so that what comes into view together is one request. */
import { RequestFailed } from "../domain/failure";
import type { Browser } from "../inbox/ports";

/** What marking works with. */
export interface ReadMarkTools {
  readonly browser: Pick<Browser, "after" | "isVisible" | "watch" | "report">;
  /** @throws RequestFailed */
  readonly markRead: (ids: readonly string[]) => Promise<void>;
  /** Those of the texts that are unread, where the viewer is the one who is to read them. */
  readonly unreadAmong: (ids: Iterable<string>) => readonly string[];
  /** They are marked. */
  readonly onMarked: (ids: readonly string[]) => void;
}

/** The marks of one thread. */
export interface ReadMarks {
  /** These texts are in view now, and no others. They count as seen once the tab is visible. */
  inView(ids: readonly string[]): void;
  /** What could not be marked is tried again, and what is in view and turned out to be unread. */
  retry(): void;
  /** No timer runs after this. Resolves when what was seen last is marked, or could not be. */
  destroy(): Promise<void>;
}

/** What comes into view within this time is marked together (ms). */
const MOMENT = 300;

/** Makes them. */
export function createReadMarks({ browser, markRead, unreadAmong, onMarked }: ReadMarkTools): ReadMarks {
  let shown: readonly string[] = [];
  /** Seen, and not marked yet. */
  const seen = new Set<string>();
  let isWriting = false;
  let cancel = () => {};
  const stopWatching = browser.watch(look);

  function look(): void {
    if (!browser.isVisible()) return;
    const before = seen.size;
    for (const id of unreadAmong(shown)) seen.add(id);
    if (seen.size === before) return;
    cancel();
    cancel = browser.after(MOMENT, () => void write());
  }

  async function write(): Promise<void> {
    cancel();
    const ids = isWriting ? [] : unreadAmong(seen);
    if (ids.length === 0) return;
    isWriting = true;
    let isDone = false;
    try {
      await markRead(ids);
      for (const id of ids) seen.delete(id);
      onMarked(ids);
      isDone = true;
    } catch (error) {
      // What cannot be marked stays unread and counted, and is tried with the next refresh.
      if (!(error instanceof RequestFailed)) browser.report(error);
    } finally {
      isWriting = false;
    }
    // What was seen while the request was under way.
    if (isDone) await write();
  }

  return {
    inView(ids) {
      shown = ids;
      look();
    },
    retry() {
      look();
      void write();
    },
    destroy() {
      stopWatching();
      return write();
    },
  };
}
