import { namedGuid } from "../identifiers";
import type { Database } from "../storage/database";
import { PLATFORM_IDS } from "./platformIds";

/** The ids of all business units. */
export function unitIds(database: Database): readonly string[] {
  return database.all("SELECT businessunitid FROM businessunit").map((row) => String(row["businessunitid"]));
}

/** A business unit and all that lie below it: what a privilege at the level Deep covers. */
export function unitAndBelow(database: Database, unit: string): readonly string[] {
  const below = `WITH RECURSIVE tree (id) AS (
    SELECT ? UNION SELECT businessunitid FROM businessunit JOIN tree ON parentbusinessunitid = tree.id
  ) SELECT id FROM tree`;
  return database.all(below, [unit]).map((row) => String(row["id"]));
}

/** The business unit in which a user or a team lies; the first one where nobody knows the owner. */
export function unitOfOwner(database: Database, owner: { readonly id: string; readonly table: "systemuser" | "team" }): string {
  const row = database.get(`SELECT businessunitid FROM ${owner.table} WHERE ${owner.table}id = ?`, [owner.id]);
  return String(row?.["businessunitid"] ?? PLATFORM_IDS.businessUnit);
}

/** The id of a unit's default team: everybody in the unit is a member of it, and nobody else. */
export const defaultTeamId = (unit: string): string => namedGuid(`default team ${unit}`);

/** The id of a role in a business unit. Below the first one each unit has a copy of its own, and people there are given the copy. */
export function roleIdIn(unit: string, role: string): string {
  return unit === PLATFORM_IDS.businessUnit ? role : namedGuid(`role ${role} in ${unit}`);
}
