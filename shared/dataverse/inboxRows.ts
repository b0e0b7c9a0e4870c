/** From the rows of the inbox's queries to sessions. A row that cannot be understood is left out; it never stops the others. */
import type { InboxSession, Mark } from "../domain/session";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import { arrival, blocks, dateOf, displayName, givenOf, numberOf, ownerOf, ownIdleTimeout, statusOf, textOf } from "./rows";
import type { Row } from "./rows";
import { isGuid } from "./values";

/** A row, and what was read of it. */
export interface ReadRow {
  readonly row: Row;
  /** Null: it cannot be understood. */
  readonly session: InboxSession | null;
}

/** Reads a row. */
export const readRow = (row: Row): ReadRow => ({ row, session: sessionOf(row) });

/** The rows without those of numbers that are blocked at that moment (server's clock, ms). */
export function withoutBlocked(rows: readonly ReadRow[], now: number): readonly ReadRow[] {
  return rows.filter(({ row }) => !blocks(row, "numberstate", "blockeduntil", now));
}

/**
 * Reads the answers of the inbox's queries: one row a session with its figures, or one row a message, newest first, whose figures are
 * then those of these rows only. A row that comes twice, because its reader has two dismissals of the session, counts once.
 */
export function readSessions(rows: readonly ReadRow[]): readonly InboxSession[] {
  const sessions = new Map<string, InboxSession>();
  const seen = new Set<string>();
  for (const { row, session } of rows) {
    if (!session) continue;
    const key = rowKey(row);
    const known = sessions.get(session.id);
    if (!known) sessions.set(session.id, session);
    else if (seen.has(key)) sessions.set(session.id, { ...known, dismissal: further(known.dismissal, session.dismissal) });
    else
      sessions.set(session.id, {
        ...known,
        unread: known.unread + session.unread,
        // By received time the rows are in order; by arrival they need not be.
        oldestUnreadAt: Math.min(known.oldestUnreadAt, session.oldestUnreadAt),
        newestUnreadAt: Math.max(known.newestUnreadAt, session.newestUnreadAt),
      });
    if (key) seen.add(key);
  }
  return [...sessions.values()];
}

/** The row's own key; a row of figures has none. */
const rowKey = (row: Row) => textOf(row, MESSAGE.id) || textOf(row, SESSION.id);

/** Of two dismissals the figures that go further, as the aggregate has them. */
function further(one: Mark | null, other: Mark | null): Mark | null {
  return one && other ? { upTo: Math.max(one.upTo, other.upTo), count: Math.max(one.count, other.count) } : (one ?? other);
}

/** Null for a row without ids, a count or times: it could not be shown, opened or claimed. */
function sessionOf(row: Row): InboxSession | null {
  const id = textOf(row, "session");
  const contactNumberId = textOf(row, "contactnumber");
  const newestUnreadAt = arrival(row, "newest", "newestmade");
  const unread = row["unread"] === undefined ? 1 : numberOf(row, "unread");
  if (!isGuid(id) || !isGuid(contactNumberId) || !unread || newestUnreadAt === null) return null;
  return {
    id,
    contactNumberId,
    phoneNumber: textOf(row, "phonenumber"),
    contactName: displayName(row, "customer") || null,
    businessNumber: textOf(row, "businessnumber"),
    businessName: textOf(row, "businessname"),
    idleTimeout: ownIdleTimeout(row, "idletimeout"),
    // The query asks for nothing else.
    isOthers: false,
    isOptedOut: dateOf(row, "optedouton") !== null,
    status: statusOf(row["status"]),
    owner: ownerOf(row, "owner", "owninguser", row["ownerdisabled"]),
    unread,
    oldestUnreadAt: arrival(row, "oldest", "oldestmade") ?? newestUnreadAt,
    newestUnreadAt,
    dismissal: dismissalOf(row),
    given: givenOf(row, ["givenby", "givenon", "givennote"]),
  };
}

function dismissalOf(row: Row): Mark | null {
  const upTo = dateOf(row, "dismissedupto");
  return upTo === null ? null : { upTo, count: numberOf(row, "dismissedcount") ?? Infinity };
}
