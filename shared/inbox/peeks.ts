/** The unread texts of conversations that the agent has opened in the list: asked for once, and again when there is another one. */
import { RequestFailed } from "../domain/failure";
import type { InboxSession, Mark } from "../domain/session";
import { markOf } from "../domain/unread";
import type { PanelGateway, Part, UnreadText } from "./panelPorts";
import { createStore } from "./store";

/** What an open conversation shows. */
export interface Peek {
  /** Null until the first answer. */
  readonly texts: Part<UnreadText> | null;
  readonly isLoading: boolean;
  /** The last question was not answered. */
  readonly hasFailed: boolean;
}

/** The open conversations of one list, by session id. Nothing here throws or rejects. */
export interface Peeks {
  /** By session id, in the order in which they were opened; the same object until something changes. */
  readonly getOpen: () => ReadonlyMap<string, Peek>;
  /** Calls `listener` after every change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  open(session: InboxSession): void;
  close(sessionId: string): void;
  /** Closes the one that was opened last; says whether there was one. */
  closeLast(): boolean;
  /** These sessions are on the list, as they now are: what is open and neither among them nor `kept` is closed, and what has changed is asked for again. */
  follow(sessions: readonly InboxSession[], kept?: ReadonlyMap<string, unknown>): void;
  /** The agent pressed Retry. */
  retry(session: InboxSession): void;
}

interface Open extends Peek {
  /** The session as it was when it was asked for. */
  readonly mark: Mark;
}

/** @param report takes a bug: it is no answer that failed to come */
export function createPeeks(gateway: Pick<PanelGateway, "readUnreadTexts">, report: (bug: unknown) => void): Peeks {
  const store = createStore<{ readonly open: ReadonlyMap<string, Open> }>({ open: new Map() });
  const isSame = (one: Mark, other: Mark) => one.upTo === other.upTo && one.count === other.count;

  function put(id: string, change: Partial<Open>): void {
    const { open } = store.get();
    const known = open.get(id);
    if (known) store.set({ open: new Map(open).set(id, { ...known, ...change }) });
  }

  async function ask(session: InboxSession): Promise<void> {
    const { id } = session;
    const mark = markOf(session);
    /** It may have been closed, or asked for anew, while the answer was on its way. */
    const isAwaited = () => store.get().open.get(id)?.mark === mark;
    put(id, { mark, isLoading: true, hasFailed: false });
    try {
      const texts = await gateway.readUnreadTexts(id);
      if (isAwaited()) put(id, { texts, isLoading: false });
    } catch (error) {
      if (isAwaited()) put(id, { isLoading: false, hasFailed: true });
      if (!(error instanceof RequestFailed)) report(error);
    }
  }

  function close(sessionId: string): void {
    const open = new Map(store.get().open);
    if (open.delete(sessionId)) store.set({ open });
  }

  return {
    getOpen: () => store.get().open,
    subscribe: store.subscribe,
    open(session) {
      if (store.get().open.has(session.id)) return;
      const opened: Open = { texts: null, isLoading: true, hasFailed: false, mark: markOf(session) };
      store.set({ open: new Map(store.get().open).set(session.id, opened) });
      void ask(session);
    },
    close,
    closeLast() {
      const last = [...store.get().open.keys()].pop();
      if (last !== undefined) close(last);
      return last !== undefined;
    },
    follow(sessions, kept) {
      const { open } = store.get();
      if (open.size === 0) return;
      const present = new Map(sessions.map((session) => [session.id, session]));
      for (const [id, { mark }] of open) {
        const session = present.get(id);
        if (!session) {
          if (!kept?.has(id)) close(id);
        } else if (!isSame(mark, markOf(session))) void ask(session);
      }
    },
    retry: (session) => void ask(session),
  };
}
