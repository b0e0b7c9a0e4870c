import type { AlternateKey, Column } from "../../../model";
import { columnOfProperty } from "../catalog";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { badQuery, unknownProperty } from "../errors";
import { parseGuid } from "../identifiers";
import type { RowKey } from "../odata/path";
import { quoted } from "../storage/database";
import type { Stored, StoredRow } from "../storage/database";
import { parseDate } from "../values";

/** A key of an address, made ready: which columns must have which values. */
export interface Wanted {
  readonly id: string | undefined;
  /** Columns of an alternate key with their values; empty when the id is given. */
  readonly values: ReadonlyMap<Column, Stored>;
  readonly key: AlternateKey | undefined;
}

function notAKey(table: TableInfo): Error {
  const type = `Microsoft.Dynamics.CRM.${table.name}`;
  return badQuery(
    `The key in the request URI is not valid for resource '${type}'. Ensure that the names and number of key properties match the ` +
      `declared or alternate key properties for the resource '${type}'.`,
  );
}

/**
 * Checks a key against the table's alternate keys.
 * @throws DataverseError 400 for what is none
 */
export function readKey(table: TableInfo, key: RowKey): Wanted {
  if (key.kind === "id") return { id: key.id, values: new Map(), key: undefined };
  const values = new Map<Column, Stored>();
  for (const [property, token] of key.values) {
    const column = columnOfProperty(table, property);
    if (!column) throw unknownProperty(property, table.name);
    values.set(column, keyValue(column, token.kind, token.text, table));
  }
  const names = [...values.keys()].map((column) => column.logicalName);
  if (names.length === 1 && names[0] === table.definition.primaryId) {
    return { id: String([...values.values()][0]), values: new Map(), key: undefined };
  }
  const found = table.keys.find((one) => one.columns.length === names.length && one.columns.every((column) => names.includes(column)));
  if (!found) throw notAKey(table);
  return { id: undefined, values, key: found };
}

function keyValue(column: Column, kind: string, text: string, table: TableInfo): Stored {
  const wrong = (): Error => badQuery(`The value '${text}' does not fit the key property '${column.logicalName}' of '${table.name}'.`);
  switch (column.type) {
    case "string":
    case "memo":
      if (kind !== "text") throw wrong();
      return text;
    case "primarykey":
    case "lookup":
    case "customer":
    case "owner": {
      const id = kind === "guid" ? parseGuid(text) : undefined;
      if (id === undefined) throw wrong();
      return id;
    }
    case "datetime": {
      const seconds = kind === "date" ? parseDate(text) : undefined;
      if (seconds === undefined) throw wrong();
      return seconds;
    }
    default:
      if (kind !== "number") throw wrong();
      return Number(text);
  }
}

/** A row with all its columns, or undefined. No rights are checked. */
export function findRow(context: Context, table: TableInfo, wanted: Wanted): StoredRow | undefined {
  if (wanted.id !== undefined) return rowById(context, table, wanted.id);
  const columns = [...wanted.values.keys()].map((column) => `${quoted(column.logicalName)} = ?`);
  return context.engine.store.database.get(`SELECT * FROM ${quoted(table.name)} WHERE ${columns.join(" AND ")}`, [
    ...wanted.values.values(),
  ]);
}

/** A row by its id, or undefined. No rights are checked. */
export function rowById(context: Context, table: TableInfo, id: string): StoredRow | undefined {
  return context.engine.store.database.get(`SELECT * FROM ${quoted(table.name)} WHERE ${quoted(table.definition.primaryId)} = ?`, [id]);
}
