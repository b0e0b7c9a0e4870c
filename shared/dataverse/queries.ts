/**
 * The questions that the product asks, as addresses below the Web API's root. Values are escaped here and nowhere else.
 * Of every function that takes an id: @throws Error where that is no GUID (`guid`), before it becomes part of an address.
 */
import { ACTIVE, INBOUND, lookupValue, PRIVILEGES } from "./names";
import * as AGENT_SETTING from "./names/agentSetting";
import * as CONFIGURATION from "./names/configuration";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as DISMISSAL from "./names/dismissal";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import { column, condition, fetchPath, link } from "./fetchXml";
import { audienceFilter, numberColumns } from "./routing";
import { dateTime, guid } from "./values";

/** Annotations: the names of lookups, and whether there are more rows. All of them would make a long list's answer a fourth longer. */
export const WITH_NAMES = {
  Prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue,Microsoft.Dynamics.CRM.morerecords"',
} as const;

/** Annotations: names, and which table a lookup points to. */
export const WITH_NAMES_AND_TABLES = { Prefer: 'odata.include-annotations="*"' } as const;

/** An answer holds at most 5,000 rows, or a page of fewer; this annotation says that there are more. */
export const MORE_ROWS = "@Microsoft.Dynamics.CRM.morerecords";

/** Who owns a row, as the Web API spells it. */
export const OWNER = lookupValue("ownerid");

/** Who changed a row last. */
export const CHANGED_BY = lookupValue("modifiedby");

/** Dataverse's error code for an aggregate that would have to read more than 50,000 rows (lower case). */
export const AGGREGATE_LIMIT = "0x8004e023";

/** How many of the newest unread messages are read when there are more than an aggregate may count: one page of Dataverse. */
export const FALLBACK_ROWS = 5000;

/** What says when a message arrived: `arrival` reads the two. */
const arrivalColumns = (alias: string, how = "") => column(MESSAGE.receivedOn, alias, how) + column("createdon", `${alias}made`, how);

/** Inbound messages that nobody has read. */
const unreadFilter = () =>
  `<filter>${condition(MESSAGE.readOn, 'operator="null"')}${condition(MESSAGE.direction, `operator="eq" value="${INBOUND}"`)}</filter>`;

/**
 * The inbox: per session the count, the oldest and the newest unread message, owner, status, names, and this user's dismissal.
 * One aggregate: it costs in proportion to what is unread. *dismissed up to* is read as a maximum because FetchXML groups dates only by
 * parts of a date; a user has one dismissal of a session, so the maximum is the value itself. Should they have two, each message comes twice: hence the distinct
 * count. Numbers that are blocked without an end are left out; those with one come with it, because what the time is only the answer tells (`withoutBlocked`). A session that somebody has deactivated is not: its customer has written again.
 * @param isRouted asks only for what this user is told of (`isNotified`); a user whose roles do not let them read business numbers is told of everything
 */
export function inboxQuery(userId: string, isRouted = true): string {
  const count = column(MESSAGE.id, "unread", ' aggregate="countcolumn" distinct="true"');
  const oldest = arrivalColumns("oldest", ' aggregate="min"');
  const newest = arrivalColumns("newest", ' aggregate="max"');
  // An answer holds 5,000 groups: with more conversations, those that were written to last.
  const order = '<order alias="newest" descending="true"/>';
  return messagesQuery(
    'aggregate="true"',
    count + oldest + newest + order,
    sessionColumns(userId, isRouted, ' groupby="true"', ' aggregate="max"'),
    audience(userId, isRouted),
  );
}

/** The newest unread messages one by one, with the inbox query's columns under the same names, at most {@link FALLBACK_ROWS}. */
export function inboxFallbackQuery(userId: string, isRouted = true): string {
  const order = `<order attribute="${MESSAGE.receivedOn}" descending="true"/>`;
  return messagesQuery(
    `top="${FALLBACK_ROWS}"`,
    arrivalColumns("newest") + order,
    sessionColumns(userId, isRouted),
    audience(userId, isRouted),
  );
}

/**
 * Every session with an unread message, a page of 5,000 of them, however many messages they have: with the same columns, but *newest* is the
 * time of any one of its unread messages.
 * @param page from 1
 */
export function waitingSessionsQuery(userId: string, page: number, isRouted = true): string {
  const message = link(
    MESSAGE.table,
    MESSAGE.session,
    SESSION.id,
    'link-type="matchfirstrowusingcrossapply" alias="m"',
    arrivalColumns("newest") + unreadFilter(),
  );
  const order = `<order attribute="${SESSION.id}"/>`;
  const audienceOf = isRouted ? audienceFilter(userId) : "";
  return fetchPath(SESSION.set, SESSION.table, `page="${page}"`, order + audienceOf + sessionColumns(userId, isRouted) + message);
}

/** Unread messages with their sessions. */
function messagesQuery(how: string, figures: string, session: string, audienceOf: string): string {
  return fetchPath(
    MESSAGE.set,
    MESSAGE.table,
    how,
    figures + unreadFilter() + audienceOf + link(SESSION.table, SESSION.id, MESSAGE.session, 'alias="s"', session),
  );
}

const audience = (userId: string, isRouted: boolean) => (isRouted ? audienceFilter(userId, 'entityname="s" ') : "");

/** Of a session: its columns, its contact number's, this user's dismissal. The two texts go on to each column, and to each column of the dismissal. */
function sessionColumns(userId: string, isRouted: boolean, grouped = "", greatest = ""): string {
  const number =
    // By its own key: of the session's lookup each answer would tell the number once more, as its name.
    column(CONTACT_NUMBER.id, "contactnumber", grouped) +
    column(CONTACT_NUMBER.phoneNumber, "phonenumber", grouped) +
    column(CONTACT_NUMBER.customer, "customer", grouped) +
    // A date: with figures it is read as its maximum, too.
    column(CONTACT_NUMBER.optedOutOn, "optedouton", greatest) +
    column(CONTACT_NUMBER.blockedUntil, "blockeduntil", greatest) +
    column("statecode", "numberstate", grouped) +
    `<filter type="or">${condition("statecode", `operator="eq" value="${ACTIVE.statecode}"`)}${condition(CONTACT_NUMBER.blockedUntil, 'operator="not-null"')}</filter>`;
  const dismissal =
    column(DISMISSAL.upTo, "dismissedupto", greatest) +
    column(DISMISSAL.count, "dismissedcount", greatest) +
    `<filter>${condition("ownerid", `operator="eq" value="${guid(userId)}"`)}</filter>`;
  return (
    column(SESSION.id, "session", grouped) +
    column(SESSION.status, "status", grouped) +
    column("ownerid", "owner", grouped) +
    column("owninguser", "owninguser", grouped) +
    link("systemuser", "systemuserid", "owninguser", 'link-type="outer" alias="o"', column("isdisabled", "ownerdisabled", grouped)) +
    column(SESSION.businessNumber, "businessnumber", grouped) +
    (isRouted ? numberColumns(userId, grouped) : "") +
    column(SESSION.givenBy, "givenby", grouped) +
    column(SESSION.givenOn, "givenon", greatest) +
    column(SESSION.givenNote, "givennote", grouped) +
    link(CONTACT_NUMBER.table, CONTACT_NUMBER.id, SESSION.contactNumber, 'alias="n"', number) +
    link(DISMISSAL.table, DISMISSAL.session, SESSION.id, 'link-type="outer" alias="d"', dismissal)
  );
}

/** In the words of $filter: an unread message. */
export const unreadTerms = () => `${MESSAGE.readOn} eq null and ${MESSAGE.direction} eq ${INBOUND}`;
/** In the words of $filter: a message of a session. */
export const sessionTerm = (id: string) => `${lookupValue(MESSAGE.session)} eq ${guid(id)}`;

/** Unread inbound messages of one session: their ids and times, oldest first. */
export function unreadMessagesQuery(sessionId: string): string {
  const filter = encodeURIComponent(`${sessionTerm(sessionId)} and ${unreadTerms()}`);
  return `${MESSAGE.set}?$select=${MESSAGE.receivedOn},createdon&$orderby=${MESSAGE.receivedOn}&$filter=${filter}`;
}

/** The inbound messages of a session that this user has marked read since an instant (ms): their ids. */
export function readSinceQuery(sessionId: string, userId: string, since: number): string {
  const terms = `${sessionTerm(sessionId)} and ${MESSAGE.direction} eq ${INBOUND} and ${MESSAGE.readOn} ge ${dateTime(since)} and ${CHANGED_BY} eq ${guid(userId)}`;
  return `${MESSAGE.set}?$select=${MESSAGE.id}&$filter=${encodeURIComponent(terms)}`;
}

/** Of a session: who has given it to its owner, when, and what they said. */
export const givenColumns = () => [lookupValue(SESSION.givenBy), SESSION.givenOn, SESSION.givenNote] as const;

/** A session as a claim needs it. */
export function sessionQuery(sessionId: string): string {
  const columns = [
    SESSION.status,
    "statecode",
    SESSION.acceptedOn,
    lookupValue(SESSION.acceptedBy),
    ...givenColumns(),
    OWNER,
    "_owninguser_value",
    CHANGED_BY,
  ];
  const number = `${SESSION.contactNumber}($select=statecode,${CONTACT_NUMBER.blockedUntil})`;
  return `${sessionPath(sessionId)}?$select=${columns.join()}&$expand=${number},owninguser($select=isdisabled)`;
}

/** What a contact number notes of a block. */
const BLOCK_COLUMNS = [
  CONTACT_NUMBER.blockedOn,
  lookupValue(CONTACT_NUMBER.blockedBy),
  CONTACT_NUMBER.blockReason,
  CONTACT_NUMBER.blockedUntil,
];

/** A contact number's state. */
export function contactNumberQuery(contactNumberId: string): string {
  return `${contactNumberPath(contactNumberId)}?$select=${["statecode", ...BLOCK_COLUMNS].join()}`;
}

/** These columns of the configuration record that applies: where there are several, the oldest active one. Its id comes with them. */
export function configurationQuery(columns: string): string {
  return `${CONFIGURATION.set}?$select=${columns}&$filter=statecode%20eq%200&$orderby=createdon,${CONFIGURATION.id}&$top=1`;
}

/** Which of the product's privileges, and of those besides, a user has, through roles of their own or of their teams. */
export function privilegesQuery(userId: string, besides: readonly string[] = []): string {
  const names = encodeURIComponent(JSON.stringify([...Object.values(PRIVILEGES), ...besides]));
  return `systemusers(${guid(userId)})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@names)?@names=${names}`;
}

/** A session's row. */
export function sessionPath(sessionId: string): string {
  return `${SESSION.set}(${guid(sessionId)})`;
}

/** A contact number's row. */
export function contactNumberPath(contactNumberId: string): string {
  return `${CONTACT_NUMBER.set}(${guid(contactNumberId)})`;
}

/** These columns of a user's own settings. */
export function agentSettingQuery(userId: string, columns: string): string {
  return `${ownRowsQuery(AGENT_SETTING.set, AGENT_SETTING.id, userId, columns)}&$top=1`;
}

/** The ids of a user's own dismissals of a session: one, or none. More where two tabs made them at once, under ids of their own. */
export function dismissalsQuery(userId: string, sessionId: string): string {
  return ownRowsQuery(DISMISSAL.set, DISMISSAL.id, userId, DISMISSAL.id, ` and ${lookupValue(DISMISSAL.session)} eq ${guid(sessionId)}`);
}

/**
 * A user's own rows, active or not, are the rows that they own: what else a row says, anybody may have written. Where there are several, the first one counts:
 * the oldest.
 */
function ownRowsQuery(set: string, id: string, userId: string, columns: string, besides = ""): string {
  const filter = encodeURIComponent(`${OWNER} eq ${guid(userId)}${besides}`);
  return `${set}?$select=${columns}&$orderby=createdon,${id}&$filter=${filter}`;
}
