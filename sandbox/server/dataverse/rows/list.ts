import type { DataverseRequest, DataverseResponse } from "../api";
import { propertyName } from "../catalog";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { badQuery, notSupported } from "../errors";
import { appliedPreferences, json, plainText, readPreferences } from "../http";
import { parseExpand } from "../odata/expand";
import type { Expansion } from "../odata/expand";
import { needColumn, parseFilter } from "../odata/filter";
import { wantsCount, wholeNumber } from "../odata/options";
import type { Address } from "../odata/options";
import { countAnnotations } from "../query/counts";
import { AGGREGATE_LIMIT, PAGE_SIZE } from "../query/model";
import type { Condition, Order, Output, Query, Source } from "../query/model";
import { runQuery } from "../query/run";
import { Annotations, etagOf, Names, put } from "../query/shape";
import { expandInto } from "./expand";
import { aliasesOf, contextAddress, rootSource, selectOutputs } from "./read";

/** @throws DataverseError 400 */
function parseOrders(source: Source, text: string | undefined, aliases: (name: string) => string): readonly Order[] {
  if (text === undefined) return [];
  let at = 0;
  return text.split(",").map((one) => {
    const [named = "", direction = "asc", ...rest] = one.trim().split(/\s+/);
    if (named === "") throw badQuery(`Expression expected at position ${at} in '${text}'.`);
    if (rest.length > 0 || !/^(asc|desc)$/.test(direction)) throw badQuery(`Syntax error at position ${at + one.length} in '${text}'.`);
    at += one.length + 1;
    const property = named.startsWith("@") ? aliases(named).trim() : named;
    return { by: { source, column: needColumn(source, property) }, descending: direction === "desc" };
  });
}

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
  const aliases = aliasesOf(address);
  const source = rootSource(table);
  const expansions = parseExpand(table, options.get("$expand"));
  const selected = selectOutputs(source, options.get("$select"));
  const needed = new Map(selected.map((output) => [output.key, output]));
  for (const { navigation } of expansions) {
    const output = { key: propertyName(navigation.column), source, column: navigation.column };
    if (!needed.has(output.key)) needed.set(output.key, output);
  }
  const filter = options.get("$filter");
  const condition: Condition | undefined = filter === undefined ? undefined : parseFilter(filter, source, aliases);
  const top = options.get("$top");
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
      orders: parseOrders(source, options.get("$orderby"), aliases),
      choicesBy: "value",
      aggregate: false,
      distinct: false,
      limit,
      offset: (page - 1) * limit,
      isTop: top !== undefined,
      aggregateLimit: AGGREGATE_LIMIT,
      countAll: wantsCount(address),
    },
  };
}

/**
 * GET of a set's `/$count`: how many rows there are, at most 5000, as a plain text.
 * @throws DataverseError 400, 403 or 501
 */
export function countRows(context: Context, table: TableInfo, address: Address): DataverseResponse {
  const other = [...address.options.keys()].find((option) => option !== "$filter" && !option.startsWith("@"));
  if (other !== undefined) throw notSupported(`the query option '${other}' with /$count`);
  const { query } = listOptions(table, address, 1);
  const { total = 0 } = runQuery(context, { ...query, countAll: true });
  return plainText(context.engine, String(total));
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
  Object.assign(body, countAnnotations(found, annotations));
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
