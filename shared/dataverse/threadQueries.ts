/**
 * What the thread of a conversation asks, as addresses below the Web API's root. Values are escaped here and nowhere else.
 * Of every function that takes an id: @throws Error where that is no GUID (`guid`), before it becomes part of an address.
 */
import { lookupValue } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as DISMISSAL from "./names/dismissal";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import * as SESSION_EVENT from "./names/sessionEvent";
import { givenColumns, OWNER, sessionPath, sessionTerm, unreadTerms } from "./queries";
import { dateTime, guid } from "./values";

/** How many events of one conversation are read: more than a conversation ever had. */
export const MOST_EVENTS = 500;

/** What a thread shows of a message. */
const TEXT_COLUMNS = [
  MESSAGE.direction,
  MESSAGE.body,
  MESSAGE.media,
  MESSAGE.receivedOn,
  MESSAGE.readOn,
  MESSAGE.sequence,
  MESSAGE.deliveryStatus,
  MESSAGE.deliveryError,
  MESSAGE.segments,
  "createdon",
  lookupValue("createdby"),
].join();

/** A session with its contact number. */
export function threadHeadQuery(sessionId: string): string {
  const columns = [SESSION.status, SESSION.businessNumber, ...givenColumns(), "statecode", OWNER, "_owninguser_value"].join();
  const number = [
    CONTACT_NUMBER.phoneNumber,
    lookupValue(CONTACT_NUMBER.customer),
    CONTACT_NUMBER.optedOutOn,
    CONTACT_NUMBER.blockedUntil,
    "statecode",
  ].join();
  return `${sessionPath(sessionId)}?$select=${columns}&$expand=${SESSION.contactNumber}($select=${number}),owninguser($select=isdisabled)`;
}

/** The times of the unread messages of a session, from the first or the last on, at most so many; with how many there are. */
export function unreadTimesQuery(sessionId: string, end: "first" | "last", most: number): string {
  const filter = encodeURIComponent(`${sessionTerm(sessionId)} and ${unreadTerms()}`);
  const order = [MESSAGE.receivedOn, MESSAGE.sequence].map((column) => (end === "first" ? column : `${column} desc`)).join();
  return `${MESSAGE.set}?$select=${MESSAGE.receivedOn},createdon&$filter=${filter}&$orderby=${order}&$top=${most}&$count=true`;
}

/** How far a user has dismissed a session. */
export function dismissalMarkQuery(userId: string, sessionId: string): string {
  const filter = encodeURIComponent(`${OWNER} eq ${guid(userId)} and ${lookupValue(DISMISSAL.session)} eq ${guid(sessionId)}`);
  return `${DISMISSAL.set}?$select=${DISMISSAL.upTo},${DISMISSAL.count}&$filter=${filter}`;
}

/** The newest messages of a session, at most so many. @param before received then (ms) or earlier; null: all */
export function textsQuery(sessionId: string, before: number | null, most: number): string {
  return newestQuery(sessionId, before === null ? "" : ` and ${MESSAGE.receivedOn} le ${dateTime(before)}`, most);
}

/** The messages of a session that are new or have changed since an instant (ms), at most so many, the newest. */
export function changedTextsQuery(sessionId: string, since: number, most: number): string {
  return newestQuery(sessionId, ` and modifiedon ge ${dateTime(since)}`, most);
}

function newestQuery(sessionId: string, besides: string, most: number): string {
  const filter = encodeURIComponent(sessionTerm(sessionId) + besides);
  return `${MESSAGE.set}?$select=${TEXT_COLUMNS}&$filter=${filter}&$orderby=${MESSAGE.receivedOn} desc,${MESSAGE.sequence} desc&$top=${most}`;
}

/** What happened to a session, the newest first. Of one second by the version: nobody changes an event once it is made. */
export function sessionEventsQuery(sessionId: string): string {
  const columns = [
    SESSION_EVENT.kind,
    SESSION_EVENT.waitedMinutes,
    lookupValue(SESSION_EVENT.fromOwner),
    SESSION_EVENT.toName,
    SESSION_EVENT.note,
    "createdon",
    lookupValue("createdby"),
  ];
  const filter = encodeURIComponent(`${lookupValue(SESSION_EVENT.session)} eq ${guid(sessionId)}`);
  return `${SESSION_EVENT.set}?$select=${columns.join()}&$filter=${filter}&$orderby=createdon desc,versionnumber desc&$top=${MOST_EVENTS}`;
}
