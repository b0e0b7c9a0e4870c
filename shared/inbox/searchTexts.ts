/** The texts that a search looks into, besides the previews that the cards have: asked for when the agent searches, with one request for all. */
import { RequestFailed } from "../domain/failure";
import type { PanelGateway } from "./panelPorts";
import type { Notification } from "./snapshot";
import { createStore } from "./store";

/** What there is of them. */
export interface SearchTextsState {
  /** By session id: the text of the message that was newest at `at`. */
  readonly texts: ReadonlyMap<string, { readonly at: number; readonly text: string }>;
  readonly isLoading: boolean;
}

/** The texts of one panel. Nothing here throws or rejects. */
export interface SearchTexts {
  /** The same object until it changes. */
  readonly get: () => SearchTextsState;
  /** Calls `listener` after every change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * The agent searches these: asks for the texts that are missing; while a question is under way, once that is answered, and then for the latest wish. What the server did not give is not asked for again while its conversation stays as it is;
   * a question that failed is asked again with the next search.
   * @param isNew the agent begins to search: asked at once. Otherwise what has changed meanwhile waits until the last question is some time ago
   */
  want(notifications: readonly Notification[], isNew: boolean): void;
}

/** Messages that arrive during a search cost one question in so much time at most (ms). */
const PAUSE = 30_000;

/**
 * Makes them.
 * @param now a clock (ms) that only goes forward
 * @param report takes a bug: it is no answer that failed to come
 */
export function createSearchTexts(
  server: Pick<PanelGateway, "readNewestTexts">,
  now: () => number,
  report: (bug: unknown) => void,
): SearchTexts {
  const store = createStore<SearchTextsState>({ texts: new Map(), isLoading: false });
  /** By session id: for which newest message it was asked. */
  const asked = new Map<string, number>();
  let askedAt = Number.NEGATIVE_INFINITY;
  /** What was wanted last while a question was under way. */
  let next: Parameters<SearchTexts["want"]> | null = null;

  async function ask(missing: readonly Notification[]): Promise<void> {
    const sessions = missing.map(({ session }) => session);
    askedAt = now();
    for (const { id, newestUnreadAt } of sessions) asked.set(id, newestUnreadAt);
    store.set({ isLoading: true });
    try {
      const found = await server.readNewestTexts(sessions);
      const texts = new Map(store.get().texts);
      for (const { id, newestUnreadAt } of sessions) {
        const text = found.get(id);
        if (text !== undefined) texts.set(id, { at: newestUnreadAt, text });
      }
      store.set({ texts, isLoading: false });
    } catch (error) {
      for (const { id } of sessions) asked.delete(id);
      store.set({ isLoading: false });
      if (!(error instanceof RequestFailed)) report(error);
    }
    const wish = next;
    next = null;
    if (wish) want(...wish);
  }

  function want(notifications: readonly Notification[], isNew: boolean): void {
    if (store.get().isLoading) {
      next = [notifications, isNew || next?.[1] === true];
      return;
    }
    if (!isNew && now() - askedAt < PAUSE) return;
    const missing = notifications.filter(({ preview, session }) => preview === null && asked.get(session.id) !== session.newestUnreadAt);
    if (missing.length > 0) void ask(missing);
  }

  return { get: () => store.get(), subscribe: store.subscribe, want };
}
