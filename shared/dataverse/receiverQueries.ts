/**
 * Who can be given a conversation, as addresses below the Web API's root. Values are escaped here and nowhere else.
 * Of every function that takes an id: @throws Error where that is no GUID (`guid`), before it becomes part of an address.
 */
import { condition, fetchPath, link } from "./fetchXml";
import { likeCondition } from "./likeCondition";
import { guid } from "./values";

/** How many of each kind one answer brings: one more than is shown says that there are more. */
export const MOST_RECEIVERS = 20;

/** People who may sign in and write. Applications and support accounts have another access mode (learn.microsoft.com/power-apps/developer/data-platform/reference/entities/systemuser). */
const PEOPLE = condition("isdisabled", 'operator="eq" value="0"') + condition("accessmode", 'operator="eq" value="0"');
/** Not the team that everybody of a business unit is in. */
const CHOSEN = condition("isdefault", 'operator="eq" value="0"');
/** All kinds of teams but access teams, which own nothing, and but those of whole business units: they are nobody's shift, and few have a role. */
const OWNERS = condition("teamtype", 'operator="ne" value="1"') + CHOSEN;

const MEMBERSHIP = "teammembership";
const INNER = 'link-type="inner"';

/** Colleagues of a user whose names have these words. */
export function colleaguesQuery(userId: string, words: string): string {
  return receiversQuery("systemuser", "systemusers", "fullname", PEOPLE + others(userId), words, "");
}

/** Colleagues who are in a team with a user; the team that everybody of a business unit is in does not count. */
export function teammatesQuery(userId: string): string {
  const own = link(
    MEMBERSHIP,
    "teamid",
    "teamid",
    INNER,
    `<filter>${condition("systemuserid", `operator="eq" value="${guid(userId)}"`)}</filter>`,
  );
  const team = link("team", "teamid", "teamid", INNER, `<filter>${CHOSEN}</filter>`);
  const links = link(MEMBERSHIP, "systemuserid", "systemuserid", INNER, team + own);
  return receiversQuery("systemuser", "systemusers", "fullname", PEOPLE + others(userId), "", links);
}

/** Teams whose names have these words. */
export function teamsQuery(words: string): string {
  return receiversQuery("team", "teams", "name", OWNERS, words, "");
}

const others = (userId: string) => condition("systemuserid", `operator="ne" value="${guid(userId)}"`);

function receiversQuery(table: string, set: string, name: string, conditions: string, words: string, links: string): string {
  const named = words.split(/\s+/).filter(Boolean);
  const filter = `<filter>${conditions}${named.map((word) => likeCondition(name, word)).join("")}</filter>`;
  const inner = `<attribute name="${table}id"/><attribute name="${name}"/><order attribute="${name}"/>${filter}${links}`;
  return fetchPath(set, table, `top="${MOST_RECEIVERS + 1}" distinct="true"`, inner);
}
