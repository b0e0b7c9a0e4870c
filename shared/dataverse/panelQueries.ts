/**
 * What only the open panel asks, as addresses below the Web API's root. Values are escaped here and nowhere else.
 * Of every function that takes an id: @throws Error where that is no GUID (`guid`), before it becomes part of an address.
 */
import { lookupValue } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import { OWNER, sessionTerm, unreadTerms } from "./queries";
import { dateTime, guid } from "./values";

/** The unread messages of one session with their texts, the oldest first, at most so many. */
export function unreadTextsQuery(sessionId: string, most: number): string {
  const filter = encodeURIComponent(`${sessionTerm(sessionId)} and ${unreadTerms()}`);
  const columns = [MESSAGE.body, MESSAGE.receivedOn, "createdon"].join();
  return `${MESSAGE.set}?$select=${columns}&$orderby=${MESSAGE.receivedOn},${MESSAGE.sequence}&$filter=${filter}&$top=${most}`;
}

/** Of these sessions: who owns them, and whether their numbers are blocked, by whom. */
export function fatesQuery(sessionIds: readonly string[]): string {
  const filter = encodeURIComponent(sessionIds.map((id) => `${SESSION.id} eq ${guid(id)}`).join(" or "));
  const number = `${SESSION.contactNumber}($select=statecode,${lookupValue(CONTACT_NUMBER.blockedBy)})`;
  return `${SESSION.set}?$select=${SESSION.status},${OWNER},_owninguser_value&$expand=${number}&$filter=${filter}`;
}

/** The unread messages of all sessions with their texts, received at `since` (ms) or later, the newest first, at most so many. */
export function newestTextsQuery(since: number, most: number): string {
  const filter = encodeURIComponent(`${unreadTerms()} and ${MESSAGE.receivedOn} ge ${dateTime(since)}`);
  const columns = [MESSAGE.body, lookupValue(MESSAGE.session), MESSAGE.receivedOn, "createdon"].join();
  return `${MESSAGE.set}?$select=${columns}&$orderby=${MESSAGE.receivedOn} desc,${MESSAGE.sequence} desc&$filter=${filter}&$top=${most}`;
}
