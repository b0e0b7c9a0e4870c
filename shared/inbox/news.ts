/** Which new messages a reading has brought. */
import type { InboxSession, Mark } from "../domain/session";
import { isBeyond } from "../domain/unread";
import type { InboxReading } from "./ports";

/** The sessions with messages that no reading before had. */
export interface News {
  /** When the reading was sent (browser time, ms): no two have the same. */
  readonly at: number;
  readonly sessionIds: ReadonlySet<string>;
}

/** How far the sessions were known, by their ids: also those that have left, for they may come back with nothing new (given back, unblocked, restored). */
export type Heard = ReadonlyMap<string, Mark>;

/** What `next` has beyond what was heard; `last` where that is nothing. The first reading of all brings no news: the agent has just come. */
export function newsOf(last: News | null, heard: Heard | null, next: InboxReading): News | null {
  const isNew = (session: InboxSession) => {
    const mark = heard?.get(session.id);
    return !mark || isBeyond(session, mark);
  };
  const sessionIds = new Set(heard ? next.sessions.filter(isNew).map(({ id }) => id) : []);
  return sessionIds.size > 0 ? { at: next.sentAt, sessionIds } : last;
}

/** What has been heard after a reading. */
export function heardAfter(heard: Heard | null, { sessions }: InboxReading): Heard {
  const marks = new Map(heard);
  for (const { id, newestUnreadAt, unread } of sessions) {
    marks.set(id, { upTo: Math.max(newestUnreadAt, marks.get(id)?.upTo ?? 0), count: unread });
  }
  return marks;
}
