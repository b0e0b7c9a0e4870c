/** What administrators do with the platform's own tables: units and teams are made, users are moved and disabled. Everything else of these tables stays as it is. */
import type { Column } from "../../../model";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { badBody, notSupported } from "../errors";
import { ADMINISTERED_TABLES } from "../platform/tables";
import type { Stored, StoredRow } from "../storage/database";
import { moveUser } from "./moveUser";
import { refreshPeople } from "./refreshPeople";
import { settleUnits } from "./settleUnits";

/** By table: the columns that can be set when a row is made. */
const WHEN_MADE: Readonly<Record<string, readonly string[]>> = {
  businessunit: ["businessunitid", "name", "parentbusinessunitid"],
  team: ["teamid", "name", "description", "businessunitid", "teamtype", "administratorid"],
};
/** By table: the columns that can be changed. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  team: ["name", "description", "administratorid"],
  systemuser: ["isdisabled", "businessunitid"],
};

function demandColumns(table: TableInfo, allowed: readonly string[] | undefined, columns: Iterable<Column>): void {
  if (!ADMINISTERED_TABLES.has(table.name)) return;
  if (!allowed) throw notSupported(`this way of writing to the platform's table '${table.name}'`);
  const other = [...columns].find(({ logicalName }) => !allowed.includes(logicalName));
  if (other) throw notSupported(`setting the column '${other.logicalName}' of the platform's table '${table.name}'`);
}

/**
 * Refuses to make a row that the sandbox's own rules make, and one that says too little of itself.
 * @throws DataverseError 400 or 501
 */
export function demandCreatable(table: TableInfo, columns: ReadonlyMap<Column, { readonly value: Stored }>): void {
  demandColumns(table, WHEN_MADE[table.name], columns.keys());
  const value = (name: string): Stored => [...columns].find(([{ logicalName }]) => logicalName === name)?.[1].value ?? null;
  if (table.name === "businessunit" && value("parentbusinessunitid") === null)
    throw badBody("A business unit needs a parent: set 'parentbusinessunitid@odata.bind'.");
  if (table.name !== "team") return;
  if (value("businessunitid") === null) throw notSupported("a team for which no business unit is named ('businessunitid@odata.bind')");
  if ((value("teamtype") ?? 0) !== 0) throw notSupported("teams of another type than owner (0)");
}

/**
 * Refuses changes that the sandbox does not follow.
 * @throws DataverseError 501
 */
export function demandChangeable(context: Context, table: TableInfo, row: StoredRow, columns: Iterable<Column>): void {
  demandColumns(table, LATER[table.name], columns);
  if (table.name === "systemuser" && row["systemuserid"] === context.access.userId)
    throw notSupported("disabling oneself, or moving oneself to another unit: nobody might be left to undo it");
  if (row["isdefault"] === 1 && table.name === "team") throw notSupported("changing the default team of a business unit");
}

/**
 * Refuses to delete rows of these tables.
 * @throws DataverseError 501
 */
export function demandDeletable(table: TableInfo): void {
  if (ADMINISTERED_TABLES.has(table.name)) throw notSupported(`deleting rows of the platform's table '${table.name}'`);
}

/** The columns of a new row of these tables that nobody has to set. */
export function administeredDefaults(context: Context, table: TableInfo, values: ReadonlyMap<string, Stored>): ReadonlyMap<string, Stored> {
  if (table.name !== "team") return new Map();
  return new Map<string, Stored>([
    ["teamtype", 0],
    ["isdefault", 0],
    ["administratorid", values.get("administratorid") ?? context.access.userId],
  ]);
}

/**
 * Follows up a row that was made or changed: roles and the default team of a new unit, the rows of a user who has moved, and what people may do from now on.
 * @param before the row as it was; undefined: it is new
 */
export function afterAdministration({ engine }: Context, table: TableInfo, after: StoredRow, before: StoredRow | undefined): void {
  if (!ADMINISTERED_TABLES.has(table.name)) return;
  const unit = String(after["businessunitid"] ?? "");
  if (table.name === "systemuser" && unit !== before?.["businessunitid"]) moveUser(engine, String(after["systemuserid"]), unit);
  settleUnits(engine);
  refreshPeople(engine);
}
