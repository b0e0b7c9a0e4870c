import type { Catalog } from "../catalog";
import { namedGuid } from "../identifiers";
import { PLATFORM_ROLE_IDS } from "../platform/roles";
import type { Store } from "../storage/state";
import { defaultTeamId, roleIdIn, unitIds } from "./businessUnits";
import { PLATFORM_IDS } from "./platformIds";
import { putRow } from "./putRow";

/**
 * Writes what each business unit has of itself: a copy of every role, and a default team whose members are the users who lie in the unit
 * (https://learn.microsoft.com/power-platform/admin/manage-teams). To be called whenever a unit, a user's unit or the solutions have changed.
 */
export function settleUnits(engine: { readonly catalog: Catalog; readonly store: Store }): void {
  const { database } = engine.store;
  for (const unit of unitIds(database)) {
    for (const { id, name } of engine.catalog.roles.values()) {
      putRow(engine, "role", {
        roleid: roleIdIn(unit, id),
        name,
        businessunitid: unit,
        parentrootroleid: id,
        roletemplateid: PLATFORM_ROLE_IDS.has(id) ? id : null,
      });
    }
    const name = database.get("SELECT name FROM businessunit WHERE businessunitid = ?", [unit])?.["name"] ?? null;
    putRow(engine, "team", {
      ...{ teamid: defaultTeamId(unit), name, description: null, businessunitid: unit },
      ...{ teamtype: 0, isdefault: 1, administratorid: null },
    });
  }
  settleDefaultTeams(engine);
}

function settleDefaultTeams(engine: { readonly catalog: Catalog; readonly store: Store }): void {
  const { database } = engine.store;
  const isIn = "SELECT 1 FROM systemuser u JOIN team t ON t.businessunitid = u.businessunitid AND t.isdefault = 1";
  database.run(
    `DELETE FROM teammembership WHERE teamid IN (SELECT teamid FROM team WHERE isdefault = 1)
      AND NOT EXISTS (${isIn} WHERE u.systemuserid = teammembership.systemuserid AND t.teamid = teammembership.teamid)`,
  );
  const missing = database.all(
    `SELECT t.teamid, u.systemuserid FROM systemuser u JOIN team t ON t.businessunitid = u.businessunitid AND t.isdefault = 1
      WHERE u.systemuserid <> ? AND NOT EXISTS
        (SELECT 1 FROM teammembership m WHERE m.teamid = t.teamid AND m.systemuserid = u.systemuserid)`,
    [PLATFORM_IDS.systemUser],
  );
  for (const { teamid = null, systemuserid = null } of missing) {
    putRow(engine, "teammembership", {
      teammembershipid: namedGuid(`membership ${String(teamid)} ${String(systemuserid)}`),
      teamid,
      systemuserid,
    });
  }
}
