/** From the server's rows to what a thread shows. A row that cannot be understood is left out; it never stops the others. */
import { isNotified } from "../domain/isNotified";
import type { DeliveryState, ThreadMessage } from "../domain/message";
import type { Mark } from "../domain/session";
import type { EventKind, SessionEvent } from "../domain/sessionEvent";
import type { CustomerRecord, ThreadHead } from "../thread/threadPorts";
import { ACTIVE, DELIVERY_STATUS, EVENT_KIND, INBOUND, lookupValue, OUTBOUND } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as DISMISSAL from "./names/dismissal";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import * as SESSION_EVENT from "./names/sessionEvent";
import { givenColumns, OWNER } from "./queries";
import { arrival, blocks, dateOf, displayName, etagOf, givenOf, isRow, numberOf, ownIdleTimeout, ownerOf, statusOf, textOf } from "./rows";
import type { Row } from "./rows";
import { isGuid } from "./values";

/** Which table a lookup points to. */
const TABLE = "@Microsoft.Dynamics.CRM.lookuplogicalname";
const CUSTOMER = lookupValue(CONTACT_NUMBER.customer);
const CREATED_BY = lookupValue("createdby");

/** The name of a choice's option; null for a value that this version does not know. */
function nameOf<Name extends string>(options: Readonly<Record<Name, number>>, value: unknown): Name | null {
  return (Object.keys(options) as Name[]).find((name) => options[name] === value) ?? null;
}

/** Null for a row without id, direction or time. */
export function threadMessageOf(row: Row): ThreadMessage | null {
  const id = textOf(row, MESSAGE.id);
  const at = arrival(row, MESSAGE.receivedOn, "createdon");
  const direction = row[MESSAGE.direction];
  if (!isGuid(id) || at === null || (direction !== INBOUND && direction !== OUTBOUND)) return null;
  const isInbound = direction === INBOUND;
  return {
    id,
    etag: textOf(row, "@odata.etag"),
    direction: isInbound ? "in" : "out",
    text: textOf(row, MESSAGE.body),
    media: textOf(row, MESSAGE.media),
    at,
    sequence: textOf(row, MESSAGE.sequence),
    isUnread: isInbound && dateOf(row, MESSAGE.readOn) === null,
    delivery: isInbound ? null : nameOf<DeliveryState>(DELIVERY_STATUS, row[MESSAGE.deliveryStatus]),
    error: textOf(row, MESSAGE.deliveryError),
    authorName: isInbound ? "" : displayName(row, CREATED_BY),
    segments: numberOf(row, MESSAGE.segments),
  };
}

/** Null for a row without id or time, and for a kind that this version does not know. */
export function sessionEventOf(row: Row): SessionEvent | null {
  const id = textOf(row, SESSION_EVENT.id);
  const at = dateOf(row, "createdon");
  const kind = nameOf<Exclude<EventKind, "optedOut">>(EVENT_KIND, row[SESSION_EVENT.kind]);
  if (!isGuid(id) || at === null || !kind) return null;
  return {
    id,
    kind,
    at,
    byName: displayName(row, CREATED_BY),
    fromName: displayName(row, lookupValue(SESSION_EVENT.fromOwner)),
    toName: textOf(row, SESSION_EVENT.toName),
    note: textOf(row, SESSION_EVENT.note),
    waitedMinutes: numberOf(row, SESSION_EVENT.waitedMinutes),
  };
}

/** What of a conversation's head its other rows say. */
export interface HeadFigures {
  readonly firstUnread: ThreadHead["firstUnread"];
  readonly unread: number;
  readonly newestUnreadAt: number;
  readonly dismissal: Mark | null;
  /** The answer's row of `routeQuery`; empty where the roles do not let the user know: then everyone is told. */
  readonly route: Row;
  readonly userId: string;
  /** The server's clock when it answered (ms). */
  readonly now: number;
}

/** A session's row with its contact number's. @throws RequestFailed for a row without etag */
export function threadHeadOf(row: Row, figures: HeadFigures): ThreadHead {
  const { firstUnread, unread, newestUnreadAt, dismissal, route, now } = figures;
  const expanded = row[SESSION.contactNumber];
  const number = isRow(expanded) ? expanded : {};
  const user = row["owninguser"];
  const owner = ownerOf(row, OWNER, "_owninguser_value", isRow(user) && user["isdisabled"]);
  const teams = new Set([textOf(route, "member"), textOf(route, "ownermember")]);
  const optedOutOn = dateOf(number, CONTACT_NUMBER.optedOutOn);
  return {
    etag: etagOf({ body: row, etag: null }),
    session: {
      id: textOf(row, SESSION.id).toLowerCase(),
      contactNumberId: textOf(number, CONTACT_NUMBER.id),
      phoneNumber: textOf(number, CONTACT_NUMBER.phoneNumber),
      contactName: displayName(number, CUSTOMER) || null,
      businessNumber: textOf(row, SESSION.businessNumber),
      businessName: textOf(route, "businessname"),
      idleTimeout: ownIdleTimeout(route, "idletimeout"),
      isOthers: !isNotified({ team: textOf(route, "team") || null, owner }, { userId: figures.userId, teams }),
      isOptedOut: optedOutOn !== null,
      status: statusOf(row[SESSION.status]),
      owner,
      unread,
      oldestUnreadAt: firstUnread?.at ?? now,
      newestUnreadAt,
      dismissal,
      given: givenOf(row, givenColumns()),
    },
    firstUnread,
    isActive: row["statecode"] === ACTIVE.statecode,
    isBlocked: blocks(number, "statecode", CONTACT_NUMBER.blockedUntil, now),
    optedOutOn,
    customer: customerOf(number),
    now,
  };
}

/** Whose a contact number is; null where it is nobody's. */
export function customerOf(number: Row): CustomerRecord | null {
  const table = textOf(number, CUSTOMER + TABLE);
  const id = textOf(number, CUSTOMER);
  return (table === "contact" || table === "account") && isGuid(id) ? { table, id } : null;
}

/** How far the rows of a user's dismissals of one session go, together; null where there are none. */
export function dismissalMarkOf(rows: readonly Row[]): Mark | null {
  const marks = rows.flatMap((row): Mark[] => {
    const upTo = dateOf(row, DISMISSAL.upTo);
    return upTo === null ? [] : [{ upTo, count: numberOf(row, DISMISSAL.count) ?? Infinity }];
  });
  if (marks.length === 0) return null;
  return { upTo: Math.max(...marks.map(({ upTo }) => upTo)), count: Math.max(...marks.map(({ count }) => count)) };
}
