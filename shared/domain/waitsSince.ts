import type { InboxSession } from "./session";

/**
 * Since when the owner has been waited for (server's clock, ms): since the oldest unread message; of a conversation that was given to them after it, since then. Who has
 * just been given a conversation that waits is not idle yet.
 */
export function waitsSince({ oldestUnreadAt, given }: Pick<InboxSession, "oldestUnreadAt" | "given">): number {
  return given ? Math.max(oldestUnreadAt, given.at) : oldestUnreadAt;
}
