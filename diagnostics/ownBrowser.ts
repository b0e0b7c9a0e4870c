import type { Presence } from "../shared/browser/presence";
import type { openChannel } from "../shared/browser/channel";

/** How long the window's host form may take to say that it is there (ms, whole seconds). */
const ANSWER_LIMIT = 2_000;

/** What this browser alone knows of its user. */
export interface BrowserFact {
  /** A host form in this window says that it is there: the side pane has been made, and its form works. */
  readonly isPaneThere: boolean;
  /** When the list was read last in this browser (ms, server's clock), as far as it was heard; null: not since this page listens. */
  readonly lastReading: number | null;
  /** For how long this page has listened (ms). */
  readonly listenedFor: number;
}

/** Listens to the product at work in this browser. */
export interface OwnBrowser {
  /** Whose it is. */
  readonly userId: string;
  look(): Promise<BrowserFact>;
}

/**
 * Listens from now on to what the tabs of one user tell each other. It asks nothing of the server, and the product sends nothing for its sake.
 * @param userId as `guid` writes it
 * @param channel that user's
 * @param now this browser's clock (ms)
 */
export function createOwnBrowser(
  userId: string,
  channel: Pick<ReturnType<typeof openChannel>, "listen">,
  presence: Pick<Presence, "isThere">,
  now: () => number,
): OwnBrowser {
  const since = now();
  let lastReading: number | null = null;
  channel.listen((message) => {
    if (message.type === "reading") lastReading = message.reading.now;
  });
  return {
    userId,
    look: async () => ({ isPaneThere: await presence.isThere(ANSWER_LIMIT), lastReading, listenedFor: now() - since }),
  };
}
