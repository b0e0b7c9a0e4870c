import type { DataverseRequest, DataverseResponse } from "../api";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { badQuery, noSuchKey, noSuchRow, notSupported } from "../errors";
import { appliedPreferences, empty, json, matchesEtag, readPreferences } from "../http";
import { parseExpand } from "../odata/expand";
import { needColumn } from "../odata/filter";
import type { Address } from "../odata/options";
import type { RowKey } from "../odata/path";
import type { Output, Source } from "../query/model";
import { Annotations, etagOf, Names, outputsFor, put, readableColumns } from "../query/shape";
import { demandRow } from "../security";
import type { StoredRow } from "../storage/database";
import { expandInto } from "./expand";
import { findRow, readKey } from "./find";

/** Text of a query's parameter (`@p`). One that the address does not give is null, as documented. */
export function aliasesOf(address: Address): (name: string) => string {
  return (name) => address.options.get(name) ?? "null";
}

/**
 * The columns that `$select` names, with the primary key; all without one.
 * @throws DataverseError 400
 */
export function selectOutputs(source: Source, select: string | undefined): readonly Output[] {
  if (select === undefined || select.trim() === "*") return outputsFor(source, readableColumns(source.table));
  const names = select.split(",").map((one) => one.trim());
  if (names.includes("")) throw badQuery(`Term '${select}' is not valid in a $select expression.`);
  const columns = new Set(names.map((name) => needColumn(source, name)));
  const id = source.table.columns.get(source.table.definition.primaryId);
  if (id) columns.add(id);
  return outputsFor(source, columns);
}

/** A table as the root of a query. */
export const rootSource = (table: TableInfo): Source => ({ table, alias: "t0", name: "" });

/** What `@odata.context` says of an answer. */
export function contextAddress(context: Context, table: TableInfo, address: Address, single = false): string {
  const select = address.options.get("$select")?.replace(/\s/g, "");
  const columns = select === undefined ? "" : `(${select})`;
  return `${context.root}/$metadata#${table.definition.entitySetName}${columns}${single ? "/$entity" : ""}`;
}

/** A row as JSON, for GET and `return=representation`. */
export function representation(
  context: Context,
  table: TableInfo,
  row: StoredRow,
  address: Address,
  annotationList: string | undefined,
): object {
  const source = rootSource(table);
  const annotations = new Annotations(annotationList);
  const names = new Names(context);
  const body: Record<string, unknown> = {
    "@odata.context": contextAddress(context, table, address, true),
    "@odata.etag": etagOf(row["versionnumber"] ?? null),
  };
  const cellOf = (column: Output["column"]): { readonly value: StoredRow[string]; readonly target: string | undefined } => ({
    value: row[column.logicalName] ?? null,
    target: row[`${column.logicalName}$target`]?.toString() ?? column.targets?.[0],
  });
  for (const output of selectOutputs(source, address.options.get("$select")))
    put(body, output.key, output, cellOf(output.column), annotations, names);
  for (const one of parseExpand(table, address.options.get("$expand"))) {
    expandInto(context, body, one, cellOf(one.navigation.column), annotations, names);
  }
  return body;
}

/**
 * GET of one row.
 * @throws DataverseError 404 or 501
 */
export function retrieveRow(
  context: Context,
  table: TableInfo,
  key: RowKey,
  address: Address,
  request: DataverseRequest,
): DataverseResponse {
  for (const option of ["$filter", "$orderby", "$top", "$count", "$skiptoken", "fetchxml"]) {
    if (address.options.has(option)) throw notSupported(`the query option '${option}' on a single row`);
  }
  const wanted = readKey(table, key);
  const row = findRow(context, table, wanted);
  if (!row) throw wanted.id === undefined ? noSuchKey(table.name) : noSuchRow(table.name, wanted.id);
  demandRow(context.access, "Read", table, row);
  const etag = etagOf(row["versionnumber"] ?? null);
  const preferences = readPreferences(request.headers);
  const known = request.headers["if-none-match"];
  // Documented: never 304 with annotations or $expand, as other rows are part of the answer then.
  const comparable = preferences.annotations === undefined && !address.options.has("$expand");
  if (known !== undefined && known !== "null" && comparable && matchesEtag(known, etag)) return empty(context.engine, 304);
  const body = representation(context, table, row, address, preferences.annotations);
  return json(context.engine, 200, body, { ETag: etag, ...appliedPreferences(preferences, {}) });
}
