/**
 * In FetchXML: whose a conversation is. A session names the number that was written to as a text, so the two are joined by the number itself: a number
 * that gets a row today counts for the conversations of yesterday. FetchXML joins by any two columns of one type
 * (https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/join-tables).
 */
import { column, condition, link } from "./fetchXml";
import * as BUSINESS_NUMBER from "./names/businessNumber";
import * as SESSION from "./names/session";
import { guid } from "./values";

/** The user's membership in a team. @param alias what the join is called @param to the column with the team @param member what the team's column is called in the answer; empty: it is not in it */
const membership = (userId: string, alias: string, to: string, member: string) =>
  link(
    "teammembership",
    "teamid",
    to,
    `link-type="outer" alias="${alias}"`,
    `${member && column("teamid", member)}<filter>${condition("systemuserid", `operator="eq" value="${guid(userId)}"`)}</filter>`,
  );

/**
 * Of a session's business number, where that has a row: its name, its idle timeout; with what {@link audienceFilter} goes by.
 * @param grouped goes on to each column
 */
export function numberColumns(userId: string, grouped: string): string {
  return numberLink(
    column(BUSINESS_NUMBER.name, "businessname", grouped) + column(BUSINESS_NUMBER.idleTimeoutMinutes, "idletimeout", grouped),
    userId,
  );
}

/** The same for one session, and with it the number's team, and the teams of the two whose member the user is. */
export function numberAndTeamColumns(userId: string): string {
  const columns = column(BUSINESS_NUMBER.name, "businessname") + column(BUSINESS_NUMBER.idleTimeoutMinutes, "idletimeout");
  return numberLink(columns + column(BUSINESS_NUMBER.team, "team"), userId, "member", "ownermember");
}

function numberLink(columns: string, userId: string, member = "", ownerMember = ""): string {
  return (
    link(
      BUSINESS_NUMBER.table,
      BUSINESS_NUMBER.phoneNumber,
      SESSION.businessNumber,
      'link-type="outer" alias="b"',
      columns + membership(userId, "t", BUSINESS_NUMBER.team, member),
    ) + membership(userId, "w", "owningteam", ownerMember)
  );
}

/**
 * Only the sessions that the user is told of: the rule of shared/domain/isNotified.ts, for the server. It stands at the query's root.
 * @param session what says where the session's own columns are; empty: the query is one of sessions
 */
export function audienceFilter(userId: string, session = ""): string {
  const found = (alias: string) => condition("teamid", `entityname="${alias}" operator="not-null"`);
  return (
    '<filter type="or">' +
    condition(BUSINESS_NUMBER.team, 'entityname="b" operator="null"') +
    found("t") +
    found("w") +
    condition("owninguser", `${session}operator="eq" value="${guid(userId)}"`) +
    "</filter>"
  );
}
