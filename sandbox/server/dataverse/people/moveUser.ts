import type { Engine } from "../context";
import { quoted } from "../storage/database";

/**
 * What follows when a user has moved to another business unit: the rows that they own move with them, and they lose their roles, whose copies belong to the unit
 * that they have left. Both are Dataverse's defaults
 * (https://learn.microsoft.com/power-platform/admin/create-edit-business-units, and the organization's settings AlwaysMoveRecordToOwnerBusinessUnit and
 * DoNotRemoveRolesOnChangeBusinessUnit). What a team owns stays, and the user stays in the teams that somebody has put them into.
 */
export function moveUser(engine: Pick<Engine, "catalog" | "store" | "written">, userId: string, unit: string): void {
  const { database, nextVersion } = engine.store;
  database.run("UPDATE systemuser SET businessunitid = ? WHERE systemuserid = ?", [unit, userId]);
  database.run("DELETE FROM systemuserroles WHERE systemuserid = ?", [userId]);
  for (const { name, definition } of engine.catalog.tables.values()) {
    if (definition.ownership !== "user") continue;
    const version = nextVersion();
    database.run(`UPDATE ${quoted(name)} SET owningbusinessunit = ?, versionnumber = ? WHERE ownerid = ?`, [unit, version, userId]);
    engine.written.add(name);
  }
}
