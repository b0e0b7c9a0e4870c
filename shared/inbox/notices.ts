/** What came of actions, told to the agent; some of it can be undone for a while. */
import type { InboxState } from "./inboxState";
import type { Browser } from "./ports";
import type { DoneKind, Notice, NoticeKind } from "./snapshot";
import type { Store } from "./store";

/** How an action is taken back on the server. */
export interface Undoing {
  readonly sessionId: string;
  /** What can still be taken back: session ids; of a block, the contact number's id. */
  readonly left: Pick<Set<string>, "delete" | "size">;
  /** @throws RequestFailed */
  takeBack(): Promise<void>;
}

/** The notices of one inbox. */
export interface Notices {
  say(kind: NoticeKind, subject: string, by?: string): void;
  /** A notice with Undo; it goes by itself after ten seconds. */
  offerUndo(kind: DoneKind, subject: string, undoing: Undoing): void;
  /** The agent pressed Undo. The notice stays until it is closed or offered again; null where there is nothing to undo, `"begun"` where it was pressed before. */
  beginUndo(noticeId: number): { readonly notice: Notice; readonly undoing: Undoing } | "begun" | null;
  /** The undo did not work out: it is offered for ten seconds from now. */
  offerAgain(noticeId: number): void;
  /** The agent is at the notice, with pointer or focus: it does not go by itself. */
  hold(noticeId: number): void;
  /** The agent has left the notice: it goes in ten seconds. */
  letGo(noticeId: number): void;
  close(noticeId: number): void;
  /** What was done to this session, or contact number, has been taken back in another way: where nothing else is left, there is nothing to undo. */
  closeOf(id: string): void;
  /** No timer runs after this. */
  destroy(): void;
}

/** How long what was done can be taken back (ms). */
const UNDO_TIME = 10_000;

/** Makes the notices of a store. */
export function createNotices(store: Store<Pick<InboxState, "notices">>, browser: Pick<Browser, "after">): Notices {
  const undoings = new Map<number, Undoing>();
  const timers = new Map<number, () => void>();
  /** Notices whose undo is being carried out. */
  const undone = new Set<number>();
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
    undone.delete(noticeId);
    store.set({ notices: store.get().notices.filter(({ id }) => id !== noticeId) });
  }

  function letGo(noticeId: number): void {
    hold(noticeId);
    if (isDestroyed || !undoings.has(noticeId) || undone.has(noticeId)) return;
    const cancel = browser.after(UNDO_TIME, () => close(noticeId));
    timers.set(noticeId, cancel);
  }

  return {
    hold,
    say: (kind, subject, by = "") => void add({ kind, subject, by, canUndo: false }),
    offerUndo(kind, subject, undoing) {
      const id = add({ kind, subject, by: "", canUndo: true });
      undoings.set(id, undoing);
      letGo(id);
    },
    beginUndo(noticeId) {
      const notice = store.get().notices.find(({ id }) => id === noticeId);
      const undoing = undoings.get(noticeId);
      if (!notice || !undoing) return null;
      if (undone.has(noticeId)) return "begun";
      hold(noticeId);
      undone.add(noticeId);
      return { notice, undoing };
    },
    offerAgain(noticeId) {
      undone.delete(noticeId);
      letGo(noticeId);
    },
    letGo,
    close,
    closeOf(takenBack) {
      for (const [id, { left }] of [...undoings]) if (left.delete(takenBack) && left.size === 0) close(id);
    },
    destroy() {
      isDestroyed = true;
      for (const cancel of timers.values()) cancel();
    },
  };
}
