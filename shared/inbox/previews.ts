/** The newest message's text of what the panel shows: asked for only while it is open, only what is missing, all with one request. */
import type { InboxGateway } from "./ports";
import type { InboxState } from "./projection";
import type { InboxSnapshot, Notification } from "./snapshot";
import type { Store } from "./store";

/** The previews of one inbox. */
export interface Previews {
  /** Asks for what is missing. Never rejects: a notification goes without its preview until the next time. */
  load(): Promise<void>;
  /** The agent scrolled: these sessions are in view. */
  show(sessionIds: readonly string[]): void;
}

/** What one screen can show, and what a request's address can hold. */
const MOST = 50;

/** @param getSnapshot what the panel shows now */
export function createPreviews(store: Store<InboxState>, gateway: InboxGateway, getSnapshot: () => InboxSnapshot): Previews {
  let inView: ReadonlySet<string> = new Set();
  let inFlight: Promise<void> | null = null;

  function missing(): readonly Notification[] {
    const { notifications } = getSnapshot();
    const isShown = ({ session }: Notification, place: number) => (inView.size > 0 ? inView.has(session.id) : place < MOST);
    return notifications.filter((notification, place) => notification.preview === null && isShown(notification, place)).slice(0, MOST);
  }

  async function ask(): Promise<void> {
    const sessions = missing().map(({ session }) => session);
    if (!store.get().panelOpen || sessions.length === 0) return;
    const texts = await gateway.readPreviews(sessions);
    const current = new Set(store.get().reading?.sessions.map(({ id }) => id));
    const previews = new Map([...store.get().previews].filter(([id]) => current.has(id)));
    for (const { id, newestUnreadAt } of sessions) {
      const text = texts.get(id);
      // Not returned: read or deleted meanwhile, which the next list will show. It is not a message without a text.
      if (text !== undefined) previews.set(id, { at: newestUnreadAt, text });
    }
    store.set({ previews });
  }

  function load(): Promise<void> {
    inFlight ??= ask()
      .catch(() => undefined)
      .finally(() => {
        inFlight = null;
      });
    return inFlight;
  }

  return {
    load,
    show(sessionIds) {
      inView = new Set(sessionIds);
      // What came into view during a request is asked for after it.
      void (inFlight ?? Promise.resolve()).then(load);
    },
  };
}
