import type { DataverseRequest, DataverseResponse } from "../api";
import { propertyName } from "../catalog";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { badQuery, noSuchKey, noSuchRow, notSupported } from "../errors";
import { appliedPreferences, empty, json, matchesEtag, readPreferences } from "../http";
import { parseExpand } from "../odata/expand";
import type { Expansion } from "../odata/expand";
import { parseFilter, needColumn } from "../odata/filter";
import { wholeNumber } from "../odata/options";
import type { Address } from "../odata/options";
import type { RowKey } from "../odata/path";
import { AGGREGATE_LIMIT, PAGE_SIZE } from "../query/model";
import type { Condition, Order, Output, Query, Source } from "../query/model";
import { runQuery } from "../query/run";
import { Annotations, etagOf, Names, outputsFor, put, readableColumns } from "../query/shape";
import { demandRow } from "../security";
import type { StoredRow } from "../storage/database";
import { expandInto } from "./expand";
import { findRow, readKey } from "./find";

/**
 * Text of a query's parameter (`@p`).
 * @throws DataverseError 400 where the address does not give it
 */
export function aliasesOf(address: Address): (name: string) => string {
  return (name) => {
    const value = address.options.get(name);
    if (value === undefined) throw badQuery(`The parameter '${name}' has no value.`);
    return value;
  };
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

function parseOrders(source: Source, text: string | undefined): readonly Order[] {
  if (text === undefined) return [];
  return text.split(",").map((one) => {
    const [property = "", direction = "asc", ...rest] = one.trim().split(/\s+/);
    if (rest.length > 0 || !/^(asc|desc)$/.test(direction)) throw badQuery(`Syntax error in $orderby: '${text}'.`);
    return { by: { source, column: needColumn(source, property) }, descending: direction === "desc" };
  });
}

const rootSource = (table: TableInfo): Source => ({ table, alias: "t0", name: "" });

function versionOutput(source: Source): readonly Output[] {
  const column = source.table.columns.get("versionnumber");
  return column ? [{ key: "@version", source, column }] : [];
}

interface ListOptions {
  readonly query: Query;
  readonly expansions: readonly Expansion[];
  readonly page: number;
}

/** `$skiptoken` carries the page. Its form is the sandbox's own: clients must not read it. */
function readSkipToken(text: string | undefined): number {
  if (text === undefined) return 1;
  const page = /^<cookie pagenumber="(\d{1,7})"\/>$/.exec(text)?.[1];
  if (page === undefined) throw badQuery("The $skiptoken is not valid.");
  return Math.max(1, Number(page));
}

function listOptions(table: TableInfo, address: Address, pageSize: number | undefined): ListOptions {
  const { options } = address;
  const source = rootSource(table);
  const expansions = parseExpand(table, options.get("$expand"));
  const selected = selectOutputs(source, options.get("$select"));
  const needed = new Map(selected.map((output) => [output.key, output]));
  for (const { navigation } of expansions) {
    const output = { key: propertyName(navigation.column), source, column: navigation.column };
    if (!needed.has(output.key)) needed.set(output.key, output);
  }
  const filter = options.get("$filter");
  const condition: Condition | undefined = filter === undefined ? undefined : parseFilter(filter, source, aliasesOf(address));
  const top = options.get("$top");
  const count = options.get("$count");
  if (count !== undefined && count !== "true" && count !== "false")
    throw badQuery(`Invalid value '${count}' for $count query option found.`);
  const page = readSkipToken(options.get("$skiptoken"));
  // With $top the page size that Prefer asks for is ignored.
  const limit = Math.min(top === undefined ? (pageSize ?? PAGE_SIZE) : wholeNumber(top, "$top"), PAGE_SIZE);
  return {
    expansions,
    page,
    query: {
      sources: [source],
      outputs: [...versionOutput(source), ...needed.values()],
      ...(condition ? { filter: condition } : {}),
      orders: parseOrders(source, options.get("$orderby")),
      aggregate: false,
      distinct: false,
      limit,
      offset: (page - 1) * limit,
      isTop: top !== undefined,
      aggregateLimit: AGGREGATE_LIMIT,
      countAll: count === "true",
    },
  };
}

/** GET of an entity set. */
export function listRows(context: Context, table: TableInfo, address: Address, request: DataverseRequest): DataverseResponse {
  const preferences = readPreferences(request.headers);
  const { query, expansions, page } = listOptions(table, address, preferences.pageSize);
  const annotations = new Annotations(preferences.annotations);
  const names = new Names(context);
  const found = runQuery(context, query);
  const value = found.rows.map((cells) => {
    const row: Record<string, unknown> = {};
    cells.forEach((cell, index) => {
      const output = query.outputs[index];
      if (!output) return;
      if (output.key === "@version") row["@odata.etag"] = etagOf(cell.value);
      else put(row, output.key, output, cell, annotations, names);
    });
    const lookups = new Map(cells.map((cell, index) => [query.outputs[index]?.column, cell] as const));
    for (const one of expansions) expandInto(context, row, one, lookups.get(one.navigation.column), annotations, names);
    return row;
  });
  const body: Record<string, unknown> = { "@odata.context": contextAddress(context, table, address) };
  if (found.total !== undefined) body["@odata.count"] = found.total;
  body["value"] = value;
  if (found.hasMore && !query.isTop) body["@odata.nextLink"] = nextLink(context, table, request, page + 1);
  return json(context.engine, 200, body, appliedPreferences(preferences, { page: !query.isTop }));
}

function nextLink(context: Context, table: TableInfo, request: DataverseRequest, page: number): string {
  const mark = request.path.indexOf("?");
  const others = (mark < 0 ? "" : request.path.slice(mark + 1)).split("&").filter((one) => one !== "" && !/^(\$|%24)skiptoken=/i.test(one));
  const token = `$skiptoken=${encodeURIComponent(`<cookie pagenumber="${page}"/>`)}`;
  return `${context.root}/${table.definition.entitySetName}?${[...others, token].join("&")}`;
}

function contextAddress(context: Context, table: TableInfo, address: Address, single = false): string {
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
