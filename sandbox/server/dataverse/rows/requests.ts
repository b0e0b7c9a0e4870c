import type { DataverseRequest, DataverseResponse } from "../api";
import { propertyName } from "../catalog";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { alreadyThere, noSuchKey, noSuchRow, versionMismatch } from "../errors";
import { appliedPreferences, checkJson, checkNoBody, empty, json, matchesEtag, readPreferences, rowAddress } from "../http";
import type { Address } from "../odata/options";
import type { RowKey } from "../odata/path";
import { etagOf } from "../query/shape";
import { demandPrivilege, demandRow } from "../security";
import { readChanges } from "./body";
import type { Changes, References } from "./body";
import { deleteRow } from "./delete";
import { findRow, readKey, rowById } from "./find";
import type { Wanted } from "./find";
import { representation } from "./read";
import { createRow, updateRow } from "./write";

/** How a request addressed its row: by its id, or by an alternate key as the request wrote it. */
function keyText(wanted: Wanted, id: string): string {
  if (wanted.id !== undefined) return id;
  const parts = [...wanted.values].map(([column, value]) => {
    const text =
      column.type === "string" || column.type === "memo" ? `'${encodeURIComponent(String(value).replace(/'/g, "''"))}'` : String(value);
    return `${propertyName(column)}=${text}`;
  });
  return parts.join(",");
}

function written(
  context: Context,
  table: TableInfo,
  id: string,
  address: Address,
  request: DataverseRequest,
  created: boolean,
  key: string,
): DataverseResponse {
  const preferences = readPreferences(request.headers);
  const location = rowAddress(context, table.definition.entitySetName, key);
  const row = preferences.representation ? rowById(context, table, id) : undefined;
  if (!row) {
    return empty(context.engine, 204, created ? { Location: location, "OData-EntityId": location } : { "OData-EntityId": location });
  }
  // The answer shows the row, and who may write a row may not always read it. The write is undone then.
  demandRow(context.access, "Read", table, row);
  // $expand is ignored with return=representation, as documented.
  const options = new Map(address.options);
  options.delete("$expand");
  const body = representation(context, table, row, { ...address, options }, preferences.annotations);
  return json(context.engine, created ? 201 : 200, body, {
    ...(created ? { Location: location } : {}),
    "OData-EntityId": location,
    ETag: etagOf(row["versionnumber"] ?? null),
    ...appliedPreferences(preferences, { representation: true }),
  });
}

/** POST on an entity set. */
export function postRow(
  context: Context,
  table: TableInfo,
  address: Address,
  request: DataverseRequest,
  references: References,
): DataverseResponse {
  checkJson(request);
  const changes = readChanges(context, table, request.body, references);
  const id = createRow(context, table, changes);
  return written(context, table, id, address, request, true, id);
}

/**
 * PATCH of a row: an upsert, unless If-Match or If-None-Match narrow it.
 * @throws DataverseError 404 or 412
 */
export function patchRow(
  context: Context,
  table: TableInfo,
  key: RowKey,
  address: Address,
  request: DataverseRequest,
  references: References,
): DataverseResponse {
  checkJson(request);
  const wanted = readKey(table, key);
  const changes = readChanges(context, table, request.body, references);
  const row = findRow(context, table, wanted);
  const ifMatch = request.headers["if-match"];
  const ifNoneMatch = request.headers["if-none-match"];
  if (!row) {
    if (ifMatch !== undefined) throw wanted.id === undefined ? noSuchKey(table.name) : noSuchRow(table.name, wanted.id);
    addKey(changes, wanted);
    const id = createRow(context, table, changes, wanted.id);
    return written(context, table, id, address, request, true, keyText(wanted, id));
  }
  const etag = etagOf(row["versionnumber"] ?? null);
  if (ifNoneMatch !== undefined && ifNoneMatch !== "null" && matchesEtag(ifNoneMatch, etag)) throw alreadyThere();
  // Finding a row by an alternate key reads it.
  if (wanted.id === undefined) demandPrivilege(context.access, "Read", table);
  if (ifMatch !== undefined && !matchesEtag(ifMatch, etag)) throw versionMismatch();
  updateRow(context, table, row, changes);
  const id = String(row[table.definition.primaryId]);
  return written(context, table, id, address, request, false, keyText(wanted, id));
}

/** A row that is created by its key gets the key's values, unless the body sets others. */
function addKey(changes: Changes, wanted: Wanted): void {
  for (const [column, value] of wanted.values) {
    const [target] = column.targets ?? [];
    if (!changes.has(column)) changes.set(column, { value, ...(target === undefined ? {} : { target }) });
  }
}

/**
 * DELETE of a row.
 * @throws DataverseError where Dataverse answers with an error
 */
export function removeRow(context: Context, table: TableInfo, key: RowKey, request: DataverseRequest): DataverseResponse {
  checkNoBody(request);
  const wanted = readKey(table, key);
  const row = findRow(context, table, wanted);
  if (!row) throw wanted.id === undefined ? noSuchKey(table.name) : noSuchRow(table.name, wanted.id);
  const ifMatch = request.headers["if-match"];
  if (ifMatch !== undefined && !matchesEtag(ifMatch, etagOf(row["versionnumber"] ?? null))) throw versionMismatch();
  deleteRow(context, table, row);
  return empty(context.engine, 204);
}
