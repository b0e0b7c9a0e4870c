import type { Column } from "../../../model";
import { columnOfProperty, isLookup } from "../catalog";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { badBody, DataverseError, noSuchKey, noSuchRow, notSupported } from "../errors";
import { parseJsonObject } from "../odata/jsonObject";
import { parseKey, parseSegments } from "../odata/path";
import type { Stored } from "../storage/database";
import { valueFromBody } from "../values";
import { findRow, readKey, rowById } from "./find";

/** What a request body sets. */
export interface Change {
  readonly value: Stored;
  /** Lookups: the table of the row. */
  readonly target?: string;
}

/** Columns with what they are set to. */
export type Changes = Map<Column, Change>;

/** What `$1` in a change set stands for: the path of a row, `sample_tickets(…)`. */
export type References = ReadonlyMap<string, string>;

const BIND = "@odata.bind";

/**
 * Reads a body into the columns that it sets.
 * @throws DataverseError 400 for unknown or read-only columns and values that do not fit
 */
export function readChanges(context: Context, table: TableInfo, body: string, references: References): Changes {
  const changes: Changes = new Map();
  for (const [name, value] of Object.entries(parseJsonObject(body))) {
    const read = readOne(context, table, name, value, references);
    if (!read) continue;
    const [column, change] = read;
    if (changes.has(column)) throw badBody(`The column '${column.logicalName}' is set twice.`);
    if (column.readOnly)
      throw badBody(`The column '${column.logicalName}' of '${table.name}' is written by the platform and cannot be set.`);
    changes.set(column, change);
  }
  return changes;
}

function readOne(
  context: Context,
  table: TableInfo,
  name: string,
  value: unknown,
  references: References,
): readonly [Column, Change] | undefined {
  if (name.endsWith(BIND)) return readBind(context, table, name.slice(0, -BIND.length), value, references);
  // A row that was read may be sent back with its other annotations (@odata.etag, x@OData.Community…): they set nothing.
  if (name.includes("@")) return undefined;
  const column = columnOfProperty(table, name);
  if (column && !isLookup(column)) return [column, { value: valueFromBody(value, column, table) }];
  if (column) throw badBody(`The property '${name}' cannot be set directly. Use the navigation property with @odata.bind instead.`);
  const lookup = table.navigation.get(name)?.column ?? (name === "ownerid" ? table.columns.get(name) : undefined);
  if (!lookup) throw badBody(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table.name}'.`);
  if (value === null) return [lookup, { value: null }];
  throw notSupported(`a related row inside a request body ('${name}')`);
}

function readBind(
  context: Context,
  table: TableInfo,
  navigation: string,
  value: unknown,
  references: References,
): readonly [Column, Change] {
  const way = table.navigation.get(navigation);
  const owner = navigation === "ownerid" ? table.columns.get("ownerid") : undefined;
  const column = way?.column ?? owner;
  if (!column) {
    throw badBody(
      `An undeclared property '${navigation}' which only has property annotations in the payload but no property value was found in the payload. (Microsoft.Dynamics.CRM.${table.name})`,
    );
  }
  if (value === null) return [column, { value: null }];
  if (typeof value !== "string") throw badBody(`'${navigation}${BIND}' must be the address of a row.`);
  const [target, id] = resolveReference(context, value, references);
  const fits = way ? way.target === target : (column.targets ?? []).includes(target.name);
  if (!fits) throw badBody(`'${navigation}${BIND}' cannot refer to a row of '${target.name}'.`);
  return [column, { value: id, target: target.name }];
}

/** `/contacts(…)`, `contacts(…)`, a whole address or `$1` → the table and the id of a row that is there. */
export function resolveReference(context: Context, address: string, references: References): readonly [TableInfo, string] {
  const named = /^\/?\$([A-Za-z0-9_.-]+)$/.exec(address.trim())?.[1];
  let path = address.trim();
  if (named !== undefined) {
    const known = references.get(named);
    if (known === undefined)
      throw new DataverseError(400, "0x80048d19", `Content-ID Reference: '$${named}' does not exist in the batch context.`);
    path = known;
  }
  path = path
    .replace(/^https?:\/\/[^/]+/i, "")
    .replace(/^\/api\/data\/v9\.[0-2]\//i, "")
    .replace(/^\/+/, "");
  const [segment, ...rest] = parseSegments(path);
  const table = segment && context.engine.catalog.sets.get(segment.name);
  if (!segment || !table || segment.argument === undefined || rest.length > 0) throw badBody(`'${address}' is not the address of a row.`);
  const wanted = readKey(
    table,
    parseKey(segment.argument, () => ""),
  );
  const row = wanted.id === undefined ? findRow(context, table, wanted) : rowById(context, table, wanted.id);
  if (!row) throw wanted.id === undefined ? noSuchKey(table.name) : noSuchRow(table.name, wanted.id);
  return [table, String(row[table.definition.primaryId])];
}
