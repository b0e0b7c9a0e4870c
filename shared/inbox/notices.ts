/** What came of actions, told to the agent; some of it can be undone for a while. */
import type { InboxState } from "./inboxState";
import type { Browser } from "./ports";
import type { Notice, NoticeKind } from "./snapshot";
import type { Store } from "./store";

/** How an action is taken back on the server. Rejects with RequestFailed. */
export interface Undoing {
  readonly sessionId: string;
  takeBack(): Promise<void>;
}

/** The notices of one inbox. */
export interface Notices {
  say(kind: NoticeKind, subject: string, by?: string): void;
  /** A notice with Undo; it goes by itself after ten seconds. */
  offerUndo(kind: "dismissed" | "blocked", subject: string, undoing: Undoing): void;
  undoingOf(noticeId: number): { readonly notice: Notice; readonly undoing: Undoing } | null;
  /** Undo is offered for ten seconds from now: it did not work out, or the agent has left the notice. */
  keep(noticeId: number): void;
  /** The agent is at the notice, with pointer or focus: it does not go by itself. */
  hold(noticeId: number): void;
  close(noticeId: number): void;
  /** No timer runs after this. */
  destroy(): void;
}

/** How long a dismiss or a block can be undone (ms). */
const UNDO_TIME = 10_000;

/** Makes the notices of a store. */
export function createNotices(store: Store<Pick<InboxState, "notices">>, browser: Pick<Browser, "after">): Notices {
  const undoings = new Map<number, Undoing>();
  const timers = new Map<number, () => void>();
  let lastId = 0;
  let isDestroyed = false;

  function add(notice: Omit<Notice, "id">): number {
    lastId += 1;
    if (!isDestroyed) store.set({ notices: [...store.get().notices, { ...notice, id: lastId }] });
    return lastId;
  }

  function hold(noticeId: number): void {
    timers.get(noticeId)?.();
    timers.delete(noticeId);
  }

  function close(noticeId: number): void {
    hold(noticeId);
    undoings.delete(noticeId);
    store.set({ notices: store.get().notices.filter(({ id }) => id !== noticeId) });
  }

  function keep(noticeId: number): void {
    hold(noticeId);
    if (isDestroyed || !undoings.has(noticeId)) return;
    const cancel = browser.after(UNDO_TIME, () => close(noticeId));
    timers.set(noticeId, cancel);
  }

  return {
    hold,
    say: (kind, subject, by = "") => void add({ kind, subject, by, canUndo: false }),
    offerUndo(kind, subject, undoing) {
      const id = add({ kind, subject, by: "", canUndo: true });
      undoings.set(id, undoing);
      keep(id);
    },
    undoingOf(noticeId) {
      const notice = store.get().notices.find(({ id }) => id === noticeId);
      const undoing = undoings.get(noticeId);
      return notice && undoing ? { notice, undoing } : null;
    },
    keep,
    close,
    destroy() {
      isDestroyed = true;
      for (const cancel of timers.values()) cancel();
    },
  };
}
