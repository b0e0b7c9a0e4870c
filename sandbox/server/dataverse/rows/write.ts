import { isPolymorphic } from "../catalog";
import type { TableInfo } from "../catalog";
import { nowInSeconds } from "../context";
import type { Context } from "../context";
import { alreadyThere, DataverseError, notSupported } from "../errors";
import { newGuid } from "../identifiers";
import { administeredDefaults, afterAdministration, demandChangeable, demandCreatable } from "../people/administration";
import { demandPrivilege, demandRow } from "../security";
import { quoted } from "../storage/database";
import type { Stored, StoredRow } from "../storage/database";
import { targetColumn } from "../storage/schema";
import { autoNumbers } from "./autoNumbers";
import type { Change, Changes } from "./body";
import { rowById } from "./find";
import { demandOwnerReads, ownerColumns, readOwner } from "./owner";
import { checkAppend, checkKeys, checkRequired, computed, settleState } from "./rules";

function ownerChange(table: TableInfo, changes: Changes): Change | undefined {
  const column = table.columns.get("ownerid");
  return column && changes.get(column);
}

/** Puts changes into the columns of the database: a lookup to several tables is two of them. */
function spread(changes: Changes): Map<string, Stored> {
  const values = new Map<string, Stored>();
  for (const [column, change] of changes) {
    values.set(column.logicalName, change.value);
    if (isPolymorphic(column)) values.set(targetColumn(column), change.target ?? null);
  }
  return values;
}

function stamp(context: Context, values: Map<string, Stored>, table: TableInfo, isNew: boolean): void {
  values.set("versionnumber", context.engine.store.nextVersion());
  if (!table.columns.has("modifiedon")) return;
  const now = nowInSeconds(context.engine);
  values.set("modifiedon", now);
  values.set("modifiedby", context.access.userId);
  if (!isNew) return;
  const given = values.get("overriddencreatedon") ?? null;
  values.set("createdon", given ?? now);
  if (given !== null) values.set("overriddencreatedon", now);
  values.set("createdby", context.access.userId);
}

/**
 * Makes a row; gives back its id. Checks rights, rules and keys. Must run in a transaction.
 * @throws DataverseError where Dataverse answers with an error
 */
export function createRow(context: Context, table: TableInfo, changes: Changes, wantedId?: string): string {
  demandCreatable(table, changes);
  demandPrivilege(context.access, "Create", table);
  const { primaryId, ownership } = table.definition;
  const values = spread(changes);
  const id = wantedId ?? (values.get(primaryId) as string | null | undefined) ?? newGuid();
  values.set(primaryId, id);
  for (const column of table.columns.values()) {
    if (column.defaultValue === undefined || column.type === "unsupported" || values.has(column.logicalName)) continue;
    values.set(column.logicalName, Number(column.defaultValue));
  }
  if (table.columns.has("statecode")) {
    if ((values.get("statecode") ?? 0) !== 0) throw notSupported("creating a row that is not active; change its state afterwards");
    const settled = settleState(table, id, undefined, { state: 0, status: values.get("statuscode") ?? undefined });
    values.set("statecode", settled.state).set("statuscode", settled.status);
  }
  if ((values.get("overriddencreatedon") ?? null) !== null) demandOverride(context);
  const owner = readOwner(table, ownerChange(table, changes)) ?? ({ id: context.access.userId, table: "systemuser" } as const);
  if (ownership === "user") for (const [name, value] of ownerColumns(context, owner)) values.set(name, value);
  else values.set("organizationid", context.engine.organizationId);
  for (const [name, value] of autoNumbers(context, table, values)) values.set(name, value);
  for (const [name, value] of [...administeredDefaults(context, table, values), ...computed(table, values)]) values.set(name, value);
  stamp(context, values, table, true);

  const row: StoredRow = Object.fromEntries(values);
  demandRow(context.access, "Create", table, row);
  if (ownership === "user") {
    if (owner.id !== context.access.userId) demandRow(context.access, "Assign", table, row);
    demandOwnerReads(context, table, owner);
  }
  checkAppend(context, table, row, changes);
  checkRequired(table, values);
  if (rowById(context, table, id)) throw alreadyThere();
  checkKeys(context, table, values, id);
  const names = [...values.keys()].filter((name) => table.columns.has(name) || name.includes("$"));
  context.engine.written.add(table.name);
  context.engine.store.database.run(
    `INSERT INTO ${quoted(table.name)} (${names.map(quoted).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
    names.map((name) => values.get(name) ?? null),
  );
  afterAdministration(context, table, row, undefined);
  return id;
}

function demandOverride(context: Context): void {
  const { principal } = context.access;
  if (!principal || principal.privileges.has("prvOverrideCreatedOnCreatedBy")) return;
  throw new DataverseError(403, "0x80040220", "Principal user is missing prvOverrideCreatedOnCreatedBy privilege.");
}

/**
 * Changes a row that was found. Checks rights, rules and keys. Must run in a transaction.
 * @throws DataverseError where Dataverse answers with an error
 */
export function updateRow(context: Context, table: TableInfo, row: StoredRow, changes: Changes): void {
  const { primaryId, ownership } = table.definition;
  const id = String(row[primaryId]);
  demandRow(context.access, "Write", table, row);
  demandChangeable(context, table, row, changes.keys());
  const values = spread(changes);
  if (values.has("overriddencreatedon")) throw new DataverseError(400, "0x80048d19", "overriddencreatedon can be set on create alone.");
  if (values.has(primaryId) && values.get(primaryId) !== id)
    throw new DataverseError(400, "0x80048d19", `The id of a row cannot be changed ('${primaryId}').`);
  values.delete(primaryId);
  if (values.has("statecode") || values.has("statuscode")) {
    const settled = settleState(
      table,
      id,
      { state: row["statecode"] ?? null, status: row["statuscode"] ?? null },
      { state: values.get("statecode") ?? undefined, status: values.get("statuscode") ?? undefined },
    );
    values.set("statecode", settled.state).set("statuscode", settled.status);
  }
  const owner = ownership === "user" ? readOwner(table, ownerChange(table, changes)) : undefined;
  if (owner) {
    if (owner.id !== row["ownerid"]) {
      demandRow(context.access, "Assign", table, row);
      demandOwnerReads(context, table, owner);
    }
    for (const [name, value] of ownerColumns(context, owner)) values.set(name, value);
  }
  const after = new Map<string, Stored>([...Object.entries(row), ...values]);
  for (const [name, value] of computed(table, after)) values.set(name, value);
  checkAppend(context, table, row, changes);
  checkRequired(table, after);
  checkKeys(context, table, after, id);
  stamp(context, values, table, false);
  const names = [...values.keys()];
  context.engine.written.add(table.name);
  context.engine.store.database.run(
    `UPDATE ${quoted(table.name)} SET ${names.map((name) => `${quoted(name)} = ?`).join(", ")} WHERE ${quoted(primaryId)} = ?`,
    [...names.map((name) => values.get(name) ?? null), id],
  );
  afterAdministration(context, table, { ...row, ...Object.fromEntries(values) }, row);
}
