import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { badBody, ownerCannotRead } from "../errors";
import { unitOfOwner } from "../people/businessUnits";
import { namedGuid } from "../identifiers";
import { privilegeName } from "../platform/roles";
import type { Stored } from "../storage/database";

/** Who owns a row. */
export interface Owner {
  readonly id: string;
  readonly table: "systemuser" | "team";
}

/** The columns of a row that follow from its owner. */
export function ownerColumns(context: Context, owner: Owner): ReadonlyMap<string, Stored> {
  return new Map<string, Stored>([
    ["ownerid", owner.id],
    ["ownerid$target", owner.table],
    ["owninguser", owner.table === "systemuser" ? owner.id : null],
    ["owningteam", owner.table === "team" ? owner.id : null],
    ["owningbusinessunit", unitOfOwner(context.engine.store.database, owner)],
  ]);
}

/**
 * The owner that a request names; undefined where it names none.
 * @throws DataverseError where Dataverse answers with an error
 */
export function readOwner(table: TableInfo, change: { readonly value: Stored; readonly target?: string } | undefined): Owner | undefined {
  if (!change) return undefined;
  if (change.value === null) throw badBody(`The owner of a row of '${table.name}' cannot be empty.`);
  return { id: String(change.value), table: change.target === "team" ? "team" : "systemuser" };
}

/**
 * Refuses an owner whose roles do not let it read rows of the table: https://learn.microsoft.com/power-apps/developer/data-platform/security-access-rights.
 * The same for who makes a row and becomes its owner. The platform itself, and who acts without a user's rights, are not asked.
 * @throws DataverseError 403
 */
export function demandOwnerReads(context: Context, table: TableInfo, owner: Owner): void {
  const { engine, access } = context;
  const user = engine.principals.get(owner.id);
  const privileges = owner.table === "team" ? (engine.teamPrivileges.get(owner.id) ?? new Map<string, never>()) : user?.privileges;
  const privilege = privilegeName("Read", table.definition);
  if (access.principal === null || privileges === undefined || privileges.has(privilege)) return;
  const unit = `businessUnitId=${unitOfOwner(engine.store.database, owner)}`;
  const who = user
    ? `user (Id=${owner.id}, type=8, roleCount=${user.roleCount}, privilegeCount=${privileges.size}, accessMode=0, ${unit})`
    : `team (Id=${owner.id}, type=9, teamType=0, privilegeCount=${privileges.size}, ${unit})`;
  throw ownerCannotRead(who, privilege, namedGuid(privilege), table.name, table.definition.labels["1033"] ?? table.name, access.userId);
}
