import type { TableInfo } from "./catalog";
import { forbidden, forbiddenRow } from "./errors";
import { namedGuid } from "./identifiers";
import { privilegeName } from "./platform/roles";
import type { AccessRight } from "./platform/roles";
import type { Principal } from "./people/principals";
import { quoted } from "./storage/database";
import type { Stored, StoredRow } from "./storage/database";

/** A condition in SQL with its values. */
export interface SqlCondition {
  readonly sql: string;
  readonly values: readonly Stored[];
}

/** Who asks, and what that allows. */
export interface Access {
  readonly userId: string;
  /** Null: the platform itself, which may do everything. */
  readonly principal: Principal | null;
}

/** Whether the caller has a privilege at any level. */
export function hasPrivilege(access: Access, right: AccessRight, table: TableInfo): boolean {
  return access.principal === null || access.principal.privileges.has(privilegeName(right, table.definition));
}

/**
 * Refuses with 403 when the caller's roles do not have the privilege at all.
 * @throws DataverseError 403
 */
export function demandPrivilege(access: Access, right: AccessRight, table: TableInfo): void {
  if (!access.principal || hasPrivilege(access, right, table)) return;
  const name = privilegeName(right, table.definition);
  const { userId, roleCount, privileges, businessUnitId } = access.principal;
  throw forbidden(
    `Principal user (Id=${userId}, type=8, roleCount=${roleCount}, privilegeCount=${privileges.size}, accessMode=0, ` +
      `businessUnitId=${businessUnitId}), is missing ${name} privilege (Id=${namedGuid(name)}) for entity '${table.name}' ` +
      `(LocalizedName='${table.definition.labels["1033"] ?? table.name}'). context.Caller=${userId}.`,
  );
}

/** Which rows of a table the caller has a right to, as SQL over an alias; undefined: all of them. The privilege itself must be there. */
export function rowCondition(access: Access, right: AccessRight, table: TableInfo, alias: string): SqlCondition | undefined {
  const reach = access.principal?.privileges.get(privilegeName(right, table.definition));
  if (!access.principal || !reach || reach.level === "Global" || table.definition.ownership === "organization") return undefined;
  const owners = [...reach.owners];
  const column = (name: string): string => `${alias}.${quoted(name)}`;
  const own = `${column("ownerid")} IN (${owners.map(() => "?").join(", ")})`;
  if (reach.businessUnits.length === 0) return { sql: own, values: owners };
  const units = `${column("owningbusinessunit")} IN (${reach.businessUnits.map(() => "?").join(", ")})`;
  return { sql: `(${own} OR ${units})`, values: [...owners, ...reach.businessUnits] };
}

/** Whether the caller has a right to one row (of which the owner columns are known). */
export function hasRow(access: Access, right: AccessRight, table: TableInfo, row: StoredRow): boolean {
  if (!access.principal) return true;
  const reach = access.principal.privileges.get(privilegeName(right, table.definition));
  if (!reach) return false;
  if (reach.level === "Global" || table.definition.ownership === "organization") return true;
  if (reach.owners.has(String(row["ownerid"] ?? ""))) return true;
  return reach.businessUnits.includes(String(row["owningbusinessunit"] ?? ""));
}

/**
 * Refuses with 403 when the caller has no right to this row.
 * @throws DataverseError 403
 */
export function demandRow(access: Access, right: AccessRight, table: TableInfo, row: StoredRow): void {
  demandPrivilege(access, right, table);
  if (hasRow(access, right, table, row)) return;
  throw forbiddenRow(
    `Principal with id ${access.userId} does not have ${right}Access right(s) for record with id ` +
      `${String(row[table.definition.primaryId])} of entity ${table.name}.`,
  );
}
