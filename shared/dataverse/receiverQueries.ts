/**
 * Who can be given a conversation, as addresses below the Web API's root. Values are escaped here and nowhere else.
 * Of every function that takes an id: @throws Error where that is no GUID (`guid`), before it becomes part of an address.
 */
import { likeCondition } from "./likeCondition";
import { guid } from "./values";

/** How many of each kind one answer brings: one more than is shown says that there are more. */
export const MOST_RECEIVERS = 20;

/** People who may sign in and write. Applications and support accounts have another access mode (learn.microsoft.com/power-apps/developer/data-platform/reference/entities/systemuser). */
const PEOPLE = '<condition attribute="isdisabled" operator="eq" value="0"/><condition attribute="accessmode" operator="eq" value="0"/>';
/** All kinds of teams but access teams, which own nothing. */
const OWNERS = '<condition attribute="teamtype" operator="ne" value="1"/>';

/** Colleagues of a user whose names have these words. */
export function colleaguesQuery(userId: string, words: string): string {
  return receiversQuery("systemuser", "systemusers", "fullname", PEOPLE + others(userId), words, "");
}

/** Colleagues who are in a team with a user; the team that everybody of a business unit is in does not count. */
export function teammatesQuery(userId: string): string {
  const own = `<link-entity name="teammembership" from="teamid" to="teamid"><filter><condition attribute="systemuserid" operator="eq" value="${guid(userId)}"/></filter></link-entity>`;
  const team = `<link-entity name="team" from="teamid" to="teamid"><filter><condition attribute="isdefault" operator="eq" value="0"/></filter></link-entity>`;
  const links = `<link-entity name="teammembership" from="systemuserid" to="systemuserid">${team}${own}</link-entity>`;
  return receiversQuery("systemuser", "systemusers", "fullname", PEOPLE + others(userId), "", links);
}

/** Teams whose names have these words. */
export function teamsQuery(words: string): string {
  return receiversQuery("team", "teams", "name", OWNERS, words, "");
}

const others = (userId: string) => `<condition attribute="systemuserid" operator="ne" value="${guid(userId)}"/>`;

function receiversQuery(table: string, set: string, name: string, conditions: string, words: string, links: string): string {
  const named = words.split(/\s+/).filter(Boolean);
  const filter = `<filter>${conditions}${named.map((word) => likeCondition(name, word)).join("")}</filter>`;
  const inner = `<attribute name="${table}id"/><attribute name="${name}"/><order attribute="${name}"/>${filter}${links}`;
  return `${set}?fetchXml=${encodeURIComponent(`<fetch top="${MOST_RECEIVERS + 1}" distinct="true"><entity name="${table}">${inner}</entity></fetch>`)}`;
}
