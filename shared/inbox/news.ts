/** Which new messages a reading has brought. */
import { newsBetween } from "../domain/alerts";
import type { InboxReading } from "./ports";

/** The sessions with messages that the reading before had not. */
export interface News {
  /** When the reading was sent (browser time, ms): no two have the same. */
  readonly at: number;
  readonly sessionIds: ReadonlySet<string>;
}

/** What `next` has and `known` had not; `last` where that is nothing. The first reading of all brings no news: the agent has just come. */
export function newsOf(last: News | null, known: InboxReading | null, next: InboxReading): News | null {
  const sessions = known ? newsBetween(known.sessions, next.sessions) : [];
  return sessions.length > 0 ? { at: next.sentAt, sessionIds: new Set(sessions.map(({ id }) => id)) } : last;
}
