import type { Column } from "../../../model";
import { isLookup } from "../catalog";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { DataverseError, duplicateKey, noSuchRow } from "../errors";
import { NOTE_TABLE } from "../platform/noteTable";
import { demandRow, demandPrivilege } from "../security";
import { noteColumns } from "./noteColumns";
import { quoted } from "../storage/database";
import type { Stored, StoredRow } from "../storage/database";
import type { Changes } from "./body";
import { rowById } from "./find";

/**
 * Refuses a row without a value in a column that the platform itself needs. "Business required" columns are asked for by forms alone, as in Dataverse.
 * @throws DataverseError 400
 */
export function checkRequired(table: TableInfo, values: ReadonlyMap<string, Stored>): void {
  for (const column of table.columns.values()) {
    if (column.required !== "systemrequired" || column.type === "primarykey" || column.type === "unsupported") continue;
    if ((values.get(column.logicalName) ?? null) !== null) continue;
    throw new DataverseError(400, "0x80040203", `Attribute '${column.logicalName}' of '${table.name}' cannot be set to NULL.`);
  }
}

/**
 * Refuses values of an alternate key that another row has. Keys with an empty column are not unique, as in Dataverse.
 * @throws DataverseError 412
 */
export function checkKeys(context: Context, table: TableInfo, values: ReadonlyMap<string, Stored>, id: string): void {
  for (const key of table.keys) {
    const given = key.columns.map((column) => values.get(column) ?? null);
    if (given.includes(null)) continue;
    const where = key.columns.map((column) => `${quoted(column)} = ?`).join(" AND ");
    const other = context.engine.store.database.get(
      `SELECT 1 AS found FROM ${quoted(table.name)} WHERE ${where} AND ${quoted(table.definition.primaryId)} <> ?`,
      [...given, id],
    );
    if (!other) continue;
    const labels = key.columns.map((column) => table.columns.get(column)?.labels["1033"] ?? column);
    throw duplicateKey(key.name, labels.join(", "));
  }
}

/**
 * Setting a lookup needs Append on the row that has it and AppendTo on the row that it points to; owners are assigned instead.
 * @throws DataverseError 403 or 404
 */
export function checkAppend(context: Context, table: TableInfo, row: StoredRow, changes: Changes): void {
  const lookups = [...changes].filter(([column, change]) => isLookup(column) && column.type !== "owner" && change.value !== null);
  for (const [, change] of lookups) {
    const target = context.engine.catalog.tables.get(change.target ?? "");
    if (!target) continue;
    demandRow(context.access, "Append", table, row);
    demandPrivilege(context.access, "AppendTo", target);
    const other = rowById(context, target, String(change.value));
    if (!other) throw noSuchRow(target.name, String(change.value));
    demandRow(context.access, "AppendTo", target, other);
  }
}

function optionOf(column: Column | undefined, value: Stored): string {
  return column?.options?.find((one) => one.value === value)?.labels["1033"] ?? String(value);
}

/**
 * Makes state and status fit, and returns both. A new state alone brings its default status; a status must belong to the state that
 * the row has or gets.
 * @throws DataverseError 400
 */
export function settleState(
  table: TableInfo,
  id: string,
  before: { readonly state: Stored; readonly status: Stored } | undefined,
  asked: { readonly state: Stored | undefined; readonly status: Stored | undefined },
): { readonly state: Stored; readonly status: Stored } {
  const stateColumn = table.columns.get("statecode");
  const statusColumn = table.columns.get("statuscode");
  const state = asked.state ?? before?.state ?? stateColumn?.options?.[0]?.value ?? 0;
  const stateOption = stateColumn?.options?.find((one) => one.value === state);
  const ofState = statusColumn?.options?.filter((one) => one.state === state) ?? [];
  const keeps = asked.status === undefined && (asked.state === undefined || asked.state === before?.state);
  const status = asked.status ?? (keeps ? before?.status : undefined) ?? stateOption?.defaultStatus ?? ofState[0]?.value ?? null;
  if (ofState.some((one) => one.value === status)) return { state, status };
  throw new DataverseError(
    400,
    "0x80048408",
    `${String(status)} is not a valid status code for state code ${table.name}State.${optionOf(stateColumn, state)} on ${table.name} with Id ${id}.`,
  );
}

/** Columns that the platform computes from others: a contact's full name, what a note's file is. */
export function computed(table: TableInfo, values: ReadonlyMap<string, Stored>): ReadonlyMap<string, Stored> {
  if (table.name === NOTE_TABLE) return noteColumns(values);
  if (table.name !== "contact") return new Map();
  const name = ["firstname", "lastname"].flatMap((column) => values.get(column) ?? []).join(" ");
  return new Map([["fullname", name || null]]);
}
