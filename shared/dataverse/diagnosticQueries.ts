/**
 * What *Messaging Diagnostics* asks of the platform, as addresses below the Web API's root. Values are escaped here and nowhere else.
 * Of every function that takes an id: @throws Error where that is no GUID (`guid`), before it becomes part of an address.
 */
import { derivedId } from "./derivedId";
import { lookupValue, PICTURES_PRIVILEGE, PRIVILEGES, SOLUTION, START_PRIVILEGES, WORK_PRIVILEGES } from "./names";
import * as AGENT_SETTING from "./names/agentSetting";
import * as CONFIGURATION from "./names/configuration";
import { CONFIGURATION_COLUMNS, SETTINGS_COLUMNS } from "./profile";
import { OWNER, privilegesQuery } from "./queries";
import { guid } from "./values";

/** So many people one search finds at most. */
export const MOST_PEOPLE = 20;

/** What is read of a user. The login is what the platform calls *User Name*. */
export const PERSON_COLUMNS = { id: "systemuserid", name: "fullname", login: "domainname", isDisabled: "isdisabled" } as const;

/** What a role is found by in every business unit: the role of the first one that it is a copy of. */
export const ROOT_ROLE = lookupValue("parentrootroleid");

/** Which role of the platform's it is; empty for every other. */
export const ROLE_TEMPLATE = lookupValue("roletemplateid");

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** People whose name or login has this text in it: one more than are shown says that there are more. */
export function peopleQuery(text: string): string {
  const columns = Object.values(PERSON_COLUMNS).join();
  const { name, login } = PERSON_COLUMNS;
  const filter = encodeURIComponent(`contains(${name},${literal(text)}) or contains(${login},${literal(text)})`);
  return `systemusers?$select=${columns}&$filter=${filter}&$orderby=${name}&$top=${MOST_PEOPLE + 1}`;
}

/** One person, by id. */
export function personQuery(userId: string): string {
  return `systemusers(${guid(userId)})?$select=${Object.values(PERSON_COLUMNS).join()}`;
}

/** Which privileges of the roles *SMS Agent* and *SMS Pictures* a person has, their teams' roles included, and how far each reaches. */
export function agentPrivilegesQuery(userId: string): string {
  const asked: readonly string[] = Object.values(PRIVILEGES);
  return privilegesQuery(
    userId,
    [...START_PRIVILEGES, ...WORK_PRIVILEGES, PICTURES_PRIVILEGE].filter((name) => !asked.includes(name)),
  );
}

const ROLE_COLUMNS = ["name", "roleid", "parentrootroleid", "roletemplateid"].map((name) => `<attribute name="${name}"/>`).join("");
const ofUser = (userId: string) => `<filter><condition attribute="systemuserid" operator="eq" value="${guid(userId)}"/></filter>`;
const link = (table: string, column: string, inner: string, rest = "") =>
  `<link-entity name="${table}" from="${column}" to="${column}"${rest}>${inner}</link-entity>`;
const fetchPath = (set: string, table: string, inner: string) =>
  `${set}?fetchXml=${encodeURIComponent(`<fetch><entity name="${table}">${inner}</entity></fetch>`)}`;

/** The roles that a person has of their own. */
export function ownRolesQuery(userId: string): string {
  return fetchPath("roles", "role", `${ROLE_COLUMNS}<order attribute="name"/>${link("systemuserroles", "roleid", ofUser(userId))}`);
}

/** The roles that a person's teams have; `team` is the team's name. */
export function teamRolesQuery(userId: string): string {
  const team = link("team", "teamid", `<attribute name="name" alias="team"/>${link("teammembership", "teamid", ofUser(userId))}`);
  return fetchPath("roles", "role", `${ROLE_COLUMNS}<order attribute="name"/>${link("teamroles", "roleid", team)}`);
}

/** Every app, once for each role that may open it; `role` is the role's id, empty for an app without roles. */
export function appRolesQuery(): string {
  const columns = ["name", "uniquename", "statecode"].map((name) => `<attribute name="${name}"/>`).join("");
  const roles = link("appmoduleroles", "appmoduleid", '<attribute name="roleid" alias="role"/>', ' link-type="outer"');
  return fetchPath("appmodules", "appmodule", `${columns}<order attribute="name"/>${roles}`);
}

/** The active configuration records, the one that applies first. */
export function activeConfigurationsQuery(): string {
  const columns = [CONFIGURATION.name, CONFIGURATION.apps, CONFIGURATION_COLUMNS].join();
  return `${CONFIGURATION.set}?$select=${columns}&$filter=statecode%20eq%200&$orderby=createdon,${CONFIGURATION.id}`;
}

/** All rows of a person's own settings, the one that counts first. */
export function ownSettingsQuery(userId: string): string {
  const filter = encodeURIComponent(`${OWNER} eq ${guid(userId)}`);
  return `${AGENT_SETTING.set}?$select=statecode,${AGENT_SETTING.lastStart},${SETTINGS_COLUMNS}&$orderby=createdon,${AGENT_SETTING.id}&$filter=${filter}`;
}

/** Settings rows of others that stand where this person's row is looked for first, or bear this person's name. */
export function strangersSettingsQuery(userId: string, name: string): string {
  const terms = `(${AGENT_SETTING.id} eq ${derivedId(userId)} or ${AGENT_SETTING.name} eq ${literal(name)}) and ${OWNER} ne ${guid(userId)}`;
  return `${AGENT_SETTING.set}?$select=${OWNER},${AGENT_SETTING.name}&$filter=${encodeURIComponent(terms)}`;
}

/** The solution as it was imported. */
export function solutionQuery(): string {
  return `solutions?$select=version&$filter=${encodeURIComponent(`uniquename eq ${literal(SOLUTION)}`)}`;
}
