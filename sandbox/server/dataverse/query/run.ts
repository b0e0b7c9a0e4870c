import { isPolymorphic } from "../catalog";
import type { Context } from "../context";
import { badQuery, DataverseError } from "../errors";
import type { Stored, StoredRow } from "../storage/database";
import type { Condition, Query } from "./model";
import { countSql, fromSql, outputName, querySql, targetName } from "./sql";

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
  /** Whether there are more than `total` can say. */
  readonly limitExceeded: boolean;
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

/** Limits: of conditions as in Dataverse, of lists and patterns as SQLite takes them. */
const MOST_CONDITIONS = 500;
const MOST_VALUES = 2000;
const LONGEST_PATTERN = 8000;

function checkSize(query: Query): void {
  let conditions = 0;
  const count = (condition: Condition | undefined): void => {
    if (!condition || condition.kind === "never") return;
    if ("items" in condition) {
      condition.items.forEach(count);
      return;
    }
    conditions += 1;
    const { test } = condition;
    if ("values" in test && test.values.length > MOST_VALUES) throw badQuery(`A list of values has more than ${MOST_VALUES} of them.`);
    if ("pattern" in test && test.pattern.length > LONGEST_PATTERN) throw badQuery("A text to look for is too long.");
  };
  count(query.filter);
  query.sources.forEach((source) => count(source.join?.filter));
  if (conditions > MOST_CONDITIONS) throw badQuery(`Number of conditions in query exceeded maximum limit of ${MOST_CONDITIONS}.`);
}

/**
 * Runs a query with the caller's rights.
 * @throws DataverseError 403 where a table may not be read, 400 where an aggregate has too many rows to read
 */
export function runQuery(context: Context, query: Query): Found {
  const { database } = context.engine.store;
  checkSize(query);
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
  const counted = query.countAll ? countSql(query, from, HIGHEST_COUNT + 1) : undefined;
  const number = counted && Number(database.get(counted.sql, counted.values)?.["n"] ?? 0);
  return {
    rows: rows.slice(0, query.limit),
    hasMore: rows.length > query.limit,
    total: number === undefined ? undefined : Math.min(number, HIGHEST_COUNT),
    limitExceeded: number !== undefined && number > HIGHEST_COUNT,
  };
}
