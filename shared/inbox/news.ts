/** Which new messages a reading has brought. */
import type { InboxSession, Mark } from "../domain/session";
import { isBeyond } from "../domain/unread";

/** The sessions with messages that no reading before had. */
export interface News {
  /** When the reading was sent (browser time, ms): no two have the same. */
  readonly at: number;
  readonly sessionIds: ReadonlySet<string>;
}

/**
 * How far sessions were known, by their ids: as the reading had them before they changed or left. Who has left may come back with nothing new (given back,
 * unblocked, restored).
 */
export type Heard = ReadonlyMap<string, Mark>;

/**
 * The sessions of a reading that have messages which no reading before had; `last` where there are none.
 * @param heard see {@link heardAfter}, which comes first
 * @param sessions those that the reading before did not have as they are
 * @param at when the reading was sent (browser time, ms)
 */
export function newsOf(last: News | null, heard: Heard, sessions: readonly InboxSession[], at: number): News | null {
  const isNew = (session: InboxSession) => {
    const mark = heard.get(session.id);
    return !mark || isBeyond(session, mark);
  };
  const sessionIds = new Set(sessions.filter(isNew).map(({ id }) => id));
  return sessionIds.size > 0 ? { at, sessionIds } : last;
}

/** Notes how far sessions were known that have changed or left. @param gone these, as the last reading had them */
export function heardAfter(heard: Heard, gone: readonly InboxSession[]): Heard {
  if (gone.length === 0) return heard;
  const marks = new Map(heard);
  for (const { id, newestUnreadAt, unread } of gone) {
    marks.set(id, { upTo: Math.max(newestUnreadAt, marks.get(id)?.upTo ?? 0), count: unread });
  }
  return marks;
}
