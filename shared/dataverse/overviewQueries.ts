/**
 * What *Messaging Overview* asks, as addresses below the Web API's root: aggregates that go through what is unread, what happened today, and the numbers that are
 * blocked or opted out. None goes through the history of messages.
 */
import { column, condition, fetchPath, link } from "./fetchXml";
import { ACTIVE, DELIVERY_STATUS, EVENT_KIND, INACTIVE, INBOUND } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as EVENT from "./names/sessionEvent";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import { dateTime } from "./values";

const figure = (name: string, alias: string, how: string) => column(name, alias, ` aggregate="${how}"`);
const aggregate = (set: string, table: string, inner: string) => fetchPath(set, table, 'aggregate="true"', inner);

const INNER = 'link-type="inner"';

/** Unread messages of numbers that are not blocked, as the view *Unread Messages* has them. */
const unread = () => {
  const filter = `<filter>${condition(MESSAGE.readOn, 'operator="null"')}${condition(MESSAGE.direction, `operator="eq" value="${INBOUND}"`)}</filter>`;
  const isActive = condition("statecode", `operator="eq" value="${ACTIVE.statecode}"`);
  const hasEnded = condition(CONTACT_NUMBER.blockedUntil, 'operator="olderthan-x-minutes" value="1"');
  const number = link(
    CONTACT_NUMBER.table,
    CONTACT_NUMBER.id,
    SESSION.contactNumber,
    INNER,
    `<filter type="or">${isActive}${hasEnded}</filter>`,
  );
  return filter + link(SESSION.table, SESSION.id, MESSAGE.session, INNER, number);
};

/** How many conversations wait (`waiting`), and since when the longest one does (`oldest`, `oldestmade`). */
export function waitingQuery(): string {
  return aggregate(
    MESSAGE.set,
    MESSAGE.table,
    column(MESSAGE.session, "waiting", ' aggregate="countcolumn" distinct="true"') +
      figure(MESSAGE.receivedOn, "oldest", "min") +
      figure("createdon", "oldestmade", "min") +
      unread(),
  );
}

/** The unread message that waits longest, for where there are more than an aggregate may read. */
export function longestWaitQuery(): string {
  const columns = column(MESSAGE.receivedOn, "oldest") + column("createdon", "oldestmade");
  return fetchPath(MESSAGE.set, MESSAGE.table, 'top="1"', `${columns}<order attribute="${MESSAGE.receivedOn}"/>${unread()}`);
}

const TODAY = condition("createdon", 'operator="today"');

/** How often each kind of event happened today, in the reader's time zone: rows with `kind` and `count`. */
export function eventsTodayQuery(): string {
  const { accepted, takenOver } = EVENT_KIND;
  const kinds = `<condition attribute="${EVENT.kind}" operator="in"><value>${accepted}</value><value>${takenOver}</value></condition>`;
  return aggregate(
    EVENT.set,
    EVENT.table,
    `${column(EVENT.kind, "kind", ' groupby="true"')}${figure(EVENT.id, "count", "countcolumn")}<filter>${TODAY}${kinds}</filter>`,
  );
}

/** How many answers of today failed, or are unconfirmed (`count`). */
export function failedTodayQuery(): string {
  const { failed, unconfirmed } = DELIVERY_STATUS;
  const states = `<condition attribute="${MESSAGE.deliveryStatus}" operator="in"><value>${failed}</value><value>${unconfirmed}</value></condition>`;
  return aggregate(MESSAGE.set, MESSAGE.table, `${figure(MESSAGE.id, "count", "countcolumn")}<filter>${TODAY}${states}</filter>`);
}

/** How many numbers are blocked (`count`). @param now the server's clock (ms): a block that has ended is none */
export function blockedCountQuery(now: number): string {
  const until = `<filter type="or">${condition(CONTACT_NUMBER.blockedUntil, 'operator="null"')}${condition(CONTACT_NUMBER.blockedUntil, `operator="gt" value="${dateTime(now)}"`)}</filter>`;
  return numbersQuery(`<filter>${condition("statecode", `operator="eq" value="${INACTIVE.statecode}"`)}${until}</filter>`);
}

/** How many numbers want no more messages (`count`). */
export function optedOutCountQuery(): string {
  return numbersQuery(`<filter>${condition(CONTACT_NUMBER.optedOutOn, 'operator="not-null"')}</filter>`);
}

function numbersQuery(filter: string): string {
  return aggregate(CONTACT_NUMBER.set, CONTACT_NUMBER.table, figure(CONTACT_NUMBER.id, "count", "countcolumn") + filter);
}
