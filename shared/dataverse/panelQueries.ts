/**
 * What only the open panel asks, as addresses below the Web API's root. Values are escaped here and nowhere else.
 * Of every function that takes an id: @throws Error where that is no GUID (`guid`), before it becomes part of an address.
 */
import type { InboxSession } from "../domain/session";
import { lookupValue } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as DISMISSAL from "./names/dismissal";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import { OWNER, sessionTerm, unreadTerms } from "./queries";
import { dateTime, guid } from "./values";

/** The unread messages of one session with their texts, the oldest first, at most so many. */
export function unreadTextsQuery(sessionId: string, most: number): string {
  const filter = encodeURIComponent(`${sessionTerm(sessionId)} and ${unreadTerms()}`);
  const columns = [MESSAGE.body, MESSAGE.media, MESSAGE.receivedOn, "createdon"].join();
  return `${MESSAGE.set}?$select=${columns}&$orderby=${MESSAGE.receivedOn},${MESSAGE.sequence}&$filter=${filter}&$top=${most}`;
}

/**
 * The newest unread message of each session, exactly: one row a session. More where several arrived within that second, or in the seldom case that one
 * was received when the row of another was made: the last one is the newest.
 */
export function previewQuery(sessions: readonly InboxSession[]): string {
  const terms = sessions.map(({ id, newestUnreadAt }) => {
    const at = dateTime(newestUnreadAt);
    return `(${sessionTerm(id)} and (${MESSAGE.receivedOn} eq ${at} or createdon eq ${at}))`;
  });
  const filter = encodeURIComponent(`${unreadTerms()} and (${terms.join(" or ")})`);
  return `${MESSAGE.set}?$select=${MESSAGE.body},${MESSAGE.media},${lookupValue(MESSAGE.session)}&$orderby=createdon,${MESSAGE.sequence}&$filter=${filter}`;
}

/** Of these sessions: who owns them, and whether their numbers are blocked, by whom. */
export function fatesQuery(sessionIds: readonly string[]): string {
  const filter = encodeURIComponent(sessionIds.map((id) => `${SESSION.id} eq ${guid(id)}`).join(" or "));
  const number = `${SESSION.contactNumber}($select=${["statecode", CONTACT_NUMBER.blockedUntil, lookupValue(CONTACT_NUMBER.blockedBy)].join()})`;
  return `${SESSION.set}?$select=${SESSION.status},${OWNER},_owninguser_value&$expand=${number}&$filter=${filter}`;
}

/** The ids of the caller's own dismissals of a session. */
export function ownDismissalsQuery(sessionId: string): string {
  const filter = `<condition attribute="ownerid" operator="eq-userid"/><condition attribute="${DISMISSAL.session}" operator="eq" value="${guid(sessionId)}"/>`;
  const fetchXml = `<fetch><entity name="${DISMISSAL.table}"><attribute name="${DISMISSAL.id}"/><filter>${filter}</filter></entity></fetch>`;
  return `${DISMISSAL.set}?fetchXml=${encodeURIComponent(fetchXml)}`;
}

/** The unread messages of all sessions with their texts, received at `since` (ms) or later, the newest first, at most so many. */
export function newestTextsQuery(since: number, most: number): string {
  const filter = encodeURIComponent(`${unreadTerms()} and ${MESSAGE.receivedOn} ge ${dateTime(since)}`);
  const columns = [MESSAGE.body, MESSAGE.media, lookupValue(MESSAGE.session), MESSAGE.receivedOn, "createdon"].join();
  return `${MESSAGE.set}?$select=${columns}&$orderby=${MESSAGE.receivedOn} desc,${MESSAGE.sequence} desc&$filter=${filter}&$top=${most}`;
}
