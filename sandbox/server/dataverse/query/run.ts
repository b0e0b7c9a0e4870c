import { isPolymorphic } from "../catalog";
import type { Context } from "../context";
import { DataverseError } from "../errors";
import type { Stored, StoredRow } from "../storage/database";
import type { Query } from "./model";
import { fromSql, outputName, querySql, targetName } from "./sql";

/** One value of an answer. */
export interface Cell {
  readonly value: Stored;
  /** Lookups: the table that the row is of. */
  readonly target: string | undefined;
}

/** What a query found. */
export interface Found {
  /** In the order of the query's outputs. */
  readonly rows: readonly (readonly Cell[])[];
  readonly hasMore: boolean;
  /** When it was asked for; at most 5000, as in Dataverse. */
  readonly total: number | undefined;
}

/** Dataverse counts no further. */
const HIGHEST_COUNT = 5000;

function cells(query: Query, row: StoredRow): readonly Cell[] {
  return query.outputs.map((output, index) => {
    const value = row[outputName(index)] ?? null;
    if (value === null || output.aggregate) return { value, target: undefined };
    const target = isPolymorphic(output.column) ? row[targetName(index)]?.toString() : output.column.targets?.[0];
    return { value, target };
  });
}

/** Runs a query with the caller's rights. Throws 403 where a table may not be read, 400 where an aggregate has too many rows to read. */
export function runQuery(context: Context, query: Query): Found {
  const { database } = context.engine.store;
  const from = fromSql(query, context.access);
  if (query.aggregate) {
    const limit = query.aggregateLimit;
    const counted = database.get(`SELECT COUNT(*) AS n FROM (SELECT 1${from.sql} LIMIT ?)`, [...from.values, limit + 1]);
    if (Number(counted?.["n"] ?? 0) > limit) {
      throw new DataverseError(400, "0x8004E023", "The maximum record limit is exceeded. Reduce the number of records.");
    }
  }
  const statement = querySql(query, from, context.engine.catalog);
  const rows = database.all(statement.sql, statement.values).map((row) => cells(query, row));
  let total: number | undefined;
  if (query.countAll) {
    const counted = database.get(`SELECT COUNT(*) AS n FROM (SELECT 1${from.sql} LIMIT ?)`, [...from.values, HIGHEST_COUNT]);
    total = Number(counted?.["n"] ?? 0);
  }
  return { rows: rows.slice(0, query.limit), hasMore: rows.length > query.limit, total };
}
