/** The questions that the product asks, as addresses below the Web API's root. Values are escaped here and nowhere else. */
import type { InboxSession } from "../domain/session";
import { ACTIVE, INBOUND, PRIVILEGES, SETS } from "./names";

/** Annotations: names of lookups, and which table a lookup points to. */
export const WITH_NAMES = { Prefer: 'odata.include-annotations="*"' } as const;

/** Lower case without braces. @throws Error for anything that is not a GUID: it would become part of an address. */
export function guid(value: string): string {
  const bare = value.replace(/[{}]/g, "").toLowerCase();
  if (!isGuid(bare)) throw new Error(`Not an id: ${value.slice(0, 60)}`);
  return bare;
}

/** Whether it is an id as the server writes them: without braces. */
export function isGuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

/** Inbound messages that nobody has read. */
const unread = () =>
  `<filter><condition attribute="msgn_readon" operator="null"/><condition attribute="msgn_direction" operator="eq" value="${INBOUND}"/></filter>`;

/**
 * The inbox: per session the count, the oldest and the newest unread message, owner, status, names, and this user's dismissal.
 * One aggregate, proportional to what is unread. *dismissed up to* is read as a maximum because FetchXML groups dates only by
 * parts of a date; there is one dismissal per user and session, so it is the value itself. Blocked numbers are left out; a session that
 * somebody has deactivated is not: its customer writes again.
 */
export function inboxQuery(userId: string): string {
  const figures =
    `<attribute name="msgn_messageid" alias="unread" aggregate="count"/>` +
    `<attribute name="msgn_receivedon" alias="oldest" aggregate="min"/><attribute name="msgn_receivedon" alias="newest" aggregate="max"/>`;
  const links = sessionLink(sessionParts(userId, ' groupby="true"', ' aggregate="max"'));
  // An answer holds 5,000 groups: with more conversations, those that were written to last.
  const order = `<order alias="newest" descending="true"/>`;
  return fetchPath(`<fetch aggregate="true"><entity name="msgn_message">${figures}${order}${unread()}${links}</entity></fetch>`);
}

/** How many of the newest unread messages are read when there are more than an aggregate may count: one page of Dataverse. */
export const FALLBACK_ROWS = 5000;

/** The newest unread messages one by one, with the inbox query's columns under the same names, at most {@link FALLBACK_ROWS}. */
export function inboxFallbackQuery(userId: string): string {
  const order = `<order attribute="msgn_receivedon" descending="true"/>`;
  return fetchPath(
    `<fetch top="${FALLBACK_ROWS}"><entity name="msgn_message">${NEWEST}${order}${unread()}${sessionLink(sessionParts(userId))}</entity></fetch>`,
  );
}

/**
 * Every session with an unread message, a page of 5,000 of them, however many messages they have: with the same columns, but *newest* is the
 * time of any one of its unread messages.
 * @param page from 1
 */
export function waitingSessionsQuery(userId: string, page: number): string {
  const message = `<link-entity name="msgn_message" from="msgn_sessionid" to="msgn_sessionid" link-type="matchfirstrowusingcrossapply" alias="m">${NEWEST}${unread()}</link-entity>`;
  return fetchPath(
    `<fetch page="${page}"><entity name="msgn_session"><order attribute="msgn_sessionid"/>${sessionParts(userId)}${message}</entity></fetch>`,
    SETS.session,
  );
}

const NEWEST = `<attribute name="msgn_receivedon" alias="newest"/>`;

/** From a message to its session. */
const sessionLink = (parts: string) =>
  `<link-entity name="msgn_session" from="msgn_sessionid" to="msgn_sessionid" alias="s">${parts}</link-entity>`;

/** Of a session: its columns, its contact number's, this user's dismissal; the two texts go on to each column. */
function sessionParts(userId: string, grouped = "", greatest = ""): string {
  const column = (name: string, alias: string, how = grouped) => `<attribute name="${name}" alias="${alias}"${how}/>`;
  return (
    column("msgn_sessionid", "session") +
    column("msgn_sessionstatus", "status") +
    column("ownerid", "owner") +
    column("owninguser", "owninguser") +
    column("msgn_businessnumber", "businessnumber") +
    column("msgn_contactnumberid", "contactnumber") +
    `<link-entity name="msgn_contactnumber" from="msgn_contactnumberid" to="msgn_contactnumberid" alias="n">` +
    column("msgn_phonenumber", "phonenumber") +
    column("msgn_customerid", "customer") +
    `<filter><condition attribute="statecode" operator="eq" value="${ACTIVE.statecode}"/></filter>` +
    `</link-entity>` +
    `<link-entity name="msgn_dismissal" from="msgn_sessionid" to="msgn_sessionid" link-type="outer" alias="d">` +
    column("msgn_dismissedupto", "dismissedupto", greatest) +
    column("msgn_dismissedcount", "dismissedcount", greatest) +
    `<filter><condition attribute="msgn_userid" operator="eq" value="${guid(userId)}"/></filter>` +
    `</link-entity>`
  );
}

/** The newest unread message of each session, exactly: one row a session (more only within the same second). */
export function previewQuery(sessions: readonly InboxSession[]): string {
  const terms = sessions.map(
    ({ id, newestUnreadAt }) => `(_msgn_sessionid_value eq ${guid(id)} and msgn_receivedon eq ${dateTime(newestUnreadAt)})`,
  );
  const isUnread = `msgn_readon eq null and msgn_direction eq ${INBOUND}`;
  return `${SETS.message}?$select=msgn_body,_msgn_sessionid_value&$orderby=createdon&$filter=${encodeURIComponent(`${isUnread} and (${terms.join(" or ")})`)}`;
}

/** Unread inbound messages of one session: their ids and times, oldest first. */
export function unreadMessagesQuery(sessionId: string): string {
  const filter = `_msgn_sessionid_value eq ${guid(sessionId)} and msgn_readon eq null and msgn_direction eq ${INBOUND}`;
  return `${SETS.message}?$select=msgn_receivedon&$orderby=msgn_receivedon&$filter=${encodeURIComponent(filter)}`;
}

/** A session as a claim needs it. */
export function sessionQuery(sessionId: string): string {
  return `${SETS.session}(${guid(sessionId)})?$select=msgn_sessionstatus,_ownerid_value,_owninguser_value&$expand=msgn_contactnumberid($select=statecode)`;
}

/** A contact number's state. */
export function contactNumberQuery(contactNumberId: string): string {
  return `${SETS.contactNumber}(${guid(contactNumberId)})?$select=statecode,_msgn_blockedby_value`;
}

/** These columns of the configuration record that applies: where there are several, the oldest active one. Its id comes with them. */
export function configurationQuery(columns: string): string {
  return `${SETS.configuration}?$select=${columns}&$filter=statecode%20eq%200&$orderby=createdon,msgn_configurationid&$top=1`;
}

/** Which of the product's privileges a user has, through roles of their own or of their teams. */
export function privilegesQuery(userId: string): string {
  const names = encodeURIComponent(JSON.stringify(Object.values(PRIVILEGES)));
  return `systemusers(${guid(userId)})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@names)?@names=${names}`;
}

/** A user's own settings row, by its alternate key. */
export function agentSettingPath(userId: string): string {
  return `${SETS.agentSetting}(_msgn_userid_value=${guid(userId)})`;
}

/** A user's dismissal of a session, by its alternate key. */
export function dismissalPath(sessionId: string, userId: string): string {
  return `${SETS.dismissal}(_msgn_sessionid_value=${guid(sessionId)},_msgn_userid_value=${guid(userId)})`;
}

/** As Dataverse keeps it: UTC, whole seconds. */
export function dateTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** What fits into a table's primary column, which takes 100 characters: never half of one, which no server can keep. */
export function primaryName(text: string): string {
  return text.slice(0, 100).replace(/[\ud800-\udbff]$/, "");
}

function fetchPath(fetchXml: string, set: string = SETS.message): string {
  return `${set}?fetchXml=${encodeURIComponent(fetchXml)}`;
}
