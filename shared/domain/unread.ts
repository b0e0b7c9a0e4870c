/** What counts as unread for one viewer. */
import type { InboxSession, Mark } from "./session";

/** The mark of a session as it is now: up to the messages that are shown at this moment. */
export function markOf(session: InboxSession): Mark {
  return { upTo: session.newestUnreadAt, count: session.unread };
}

/**
 * Whether a session has a message beyond the mark.
 * Times alone are not enough: Dataverse keeps whole seconds, and a gateway may deliver an older message late.
 * A session that nobody reads only gains unread messages, so a higher count is a newer message as well.
 */
export function isBeyond(session: InboxSession, mark: Mark): boolean {
  return session.newestUnreadAt > mark.upTo || session.unread > mark.count;
}

/** Whether the viewer has dismissed the session, and it has no message since. */
export function isDismissed(session: InboxSession): boolean {
  return session.dismissal !== null && !isBeyond(session, session.dismissal);
}
