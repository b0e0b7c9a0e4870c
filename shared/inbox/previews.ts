/** The newest message's text of what the panel shows: asked for only while it is open, only what is missing, all with one request. */
import { RequestFailed } from "../domain/failure";
import type { InboxState } from "./inboxState";
import type { AgentGateway, Browser } from "./ports";
import type { InboxSnapshot, Notification } from "./snapshot";
import type { Store } from "./store";

/** The previews of one inbox. */
export interface Previews {
  /** Asks for what is missing. Never rejects: a notification goes without its preview until the next time. */
  load(): Promise<void>;
  /** The agent scrolled: these sessions are in view, and their previews are wanted. */
  want(sessionIds: readonly string[]): void;
}

/** What the previews work with. */
export interface PreviewTools {
  readonly store: Store<Pick<InboxState, "previews" | "reading" | "panelOpen">>;
  readonly gateway: Pick<AgentGateway, "readPreviews">;
  readonly browser: Pick<Browser, "report">;
  /** What the panel shows now. */
  readonly getSnapshot: () => InboxSnapshot;
  /** Whether the server may be asked now. What is missing then is asked for with the next list. */
  readonly mayAsk: () => boolean;
}

/** What one screen can show, and what a request's address can hold. */
const MOST = 50;

/** Makes the previews of an inbox. */
export function createPreviews({ store, gateway, browser, getSnapshot, mayAsk }: PreviewTools): Previews {
  let inView: ReadonlySet<string> = new Set();
  let inFlight: Promise<void> | null = null;

  function missing(): readonly Notification[] {
    const { notifications } = getSnapshot();
    const isShown = ({ session }: Notification, place: number) => (inView.size > 0 ? inView.has(session.id) : place < MOST);
    return notifications.filter((notification, place) => notification.preview === null && isShown(notification, place)).slice(0, MOST);
  }

  async function ask(): Promise<void> {
    if (!store.get().panelOpen || !mayAsk()) return;
    const sessions = missing().map(({ session }) => session);
    if (sessions.length === 0) return;
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

  async function askOnce(): Promise<void> {
    try {
      await ask();
    } catch (error) {
      if (!(error instanceof RequestFailed)) browser.report(error);
    } finally {
      inFlight = null;
    }
  }

  function load(): Promise<void> {
    return (inFlight ??= askOnce());
  }

  return {
    load,
    want(sessionIds) {
      inView = new Set(sessionIds);
      // What came into view during a request is asked for after it.
      void (inFlight ?? Promise.resolve()).then(load);
    },
  };
}
