import type { Column } from "../../../model";
import { isLookup, isPolymorphic } from "../catalog";
import type { Catalog } from "../catalog";
import { demandPrivilege, rowCondition } from "../security";
import type { Access, SqlCondition } from "../security";
import { quoted } from "../storage/database";
import type { Stored } from "../storage/database";
import { targetColumn } from "../storage/schema";
import { FIRST_ROW } from "./model";
import type { Condition, Output, Query, Source, Test } from "./model";

const columnSql = (source: Source, column: Column): string => `${source.alias}.${quoted(column.logicalName)}`;

const isPlain = (value: Stored): boolean => typeof value !== "string" || /^[\x20-\x7e]*$/.test(value);

/** SQLite compares without regard to case within ASCII alone; for other letters both sides are folded. */
function compare(sql: string, operator: string, value: Stored, column: Column): SqlCondition {
  const isText = column.type === "string" || column.type === "memo";
  if (isText && !isPlain(value)) return { sql: `fold(${sql}) ${operator} fold(?)`, values: [value] };
  return { sql: `${sql} ${operator} ?`, values: [value] };
}

const OPERATORS = { eq: "=", gt: ">", ge: ">=", lt: "<", le: "<=" } as const;

function testSql(sql: string, column: Column, test: Test): SqlCondition {
  const orEmpty = (one: SqlCondition): SqlCondition => ({ sql: `(${one.sql} OR ${sql} IS NULL)`, values: one.values });
  switch (test.operator) {
    case "null":
      return { sql: `${sql} IS NULL`, values: [] };
    case "not-null":
      return { sql: `${sql} IS NOT NULL`, values: [] };
    case "ne":
      return orEmpty(compare(sql, "<>", test.value, column));
    case "in":
    case "not-in": {
      const list = test.values.map(() => "?").join(", ");
      if (test.operator === "in") return { sql: `${sql} IN (${list})`, values: test.values };
      return orEmpty({ sql: `${sql} NOT IN (${list})`, values: test.values });
    }
    case "like":
    case "not-like": {
      const word = test.operator === "like" ? "LIKE" : "NOT LIKE";
      const plain = isPlain(test.pattern);
      const one = plain
        ? { sql: `${sql} ${word} ? ESCAPE '\\'`, values: [test.pattern] }
        : { sql: `fold(${sql}) ${word} fold(?) ESCAPE '\\'`, values: [test.pattern] };
      return test.operator === "like" ? one : orEmpty(one);
    }
    default:
      return compare(sql, OPERATORS[test.operator], test.value, column);
  }
}

function nameSql({ source, column, targets, test }: Extract<Condition, { readonly kind: "name" }>): SqlCondition {
  const id = columnSql(source, column);
  const parts = targets.map(({ name, definition: { primaryId, primaryName } }) =>
    testSql(`(SELECT ${quoted(primaryName)} FROM ${quoted(name)} WHERE ${quoted(primaryId)} = ${id})`, column, test),
  );
  return { sql: `(${parts.map(({ sql }) => sql).join(" OR ")})`, values: parts.flatMap(({ values }) => values) };
}

/** A condition as SQL. */
export function conditionSql(condition: Condition): SqlCondition {
  if (condition.kind === "never") return { sql: "0", values: [] };
  if (condition.kind === "test") return testSql(columnSql(condition.source, condition.column), condition.column, condition.test);
  if (condition.kind === "name") return nameSql(condition);
  const parts = condition.items.map(conditionSql);
  if (parts.length === 0) return { sql: "1", values: [] };
  const word = condition.kind === "all" ? " AND " : " OR ";
  return { sql: `(${parts.map((one) => one.sql).join(word)})`, values: parts.flatMap((one) => one.values) };
}

function joined(parts: readonly (SqlCondition | undefined)[]): SqlCondition {
  const given = parts.filter((one) => one !== undefined);
  return { sql: given.map((one) => one.sql).join(" AND "), values: given.flatMap((one) => one.values) };
}

/**
 * FROM … WHERE …: with the caller's rights on every table that takes part.
 * @throws DataverseError 403 where one may not be read at all
 */
export function fromSql(query: Query, access: Access): SqlCondition {
  const values: Stored[] = [];
  let sql = "";
  const [root, ...links] = query.sources;
  for (const source of query.sources) demandPrivilege(access, "Read", source.table);
  sql = ` FROM ${quoted(root.table.name)} AS ${root.alias}`;
  for (const source of links) {
    if (!source.join) continue;
    const { parent, kind, from, to, filter } = source.join;
    const table = `${quoted(source.table.name)} AS ${source.alias}`;
    const on = joined([
      { sql: `${columnSql(source, from)} = ${columnSql(parent, to)}`, values: [] },
      filter && conditionSql(filter),
      rowCondition(access, "Read", source.table, source.alias),
    ]);
    if (kind === FIRST_ROW) {
      // Any one of the rows that match, as CROSS APPLY with TOP 1. Inside the subquery, the alias means the inner table.
      const key = `${source.alias}.${quoted(source.table.definition.primaryId)}`;
      sql += ` JOIN ${table} ON ${key} = (SELECT ${key} FROM ${table} WHERE ${on.sql} LIMIT 1)`;
    } else sql += ` ${kind === "inner" ? "JOIN" : "LEFT JOIN"} ${table} ON ${on.sql}`;
    values.push(...on.values);
  }
  const where = joined([query.filter && conditionSql(query.filter), rowCondition(access, "Read", root.table, root.alias)]);
  return { sql: where.sql ? `${sql} WHERE ${where.sql}` : sql, values: [...values, ...where.values] };
}

/** The names that the columns of an SQL answer get. */
export const outputName = (index: number): string => `o${index}`;
/** The name for the table that a lookup points to. */
export const targetName = (index: number): string => `o${index}t`;

function aggregateSql(output: Output): string {
  const sql = columnSql(output.source, output.column);
  switch (output.aggregate?.function) {
    case "count":
      return "COUNT(*)";
    case "countcolumn":
      return `COUNT(${output.aggregate.distinct ? "DISTINCT " : ""}${sql})`;
    case "avg":
      // The average of whole numbers is a whole number in Dataverse, as in SQL Server.
      return output.column.type === "integer" ? `CAST(AVG(${sql}) AS INTEGER)` : `AVG(${sql})`;
    case "min":
    case "max":
    case "sum":
      return `${output.aggregate.function.toUpperCase()}(${sql})`;
    default:
      return sql;
  }
}

function selectSql(query: Query): string {
  return query.outputs
    .flatMap((output, index) => {
      const own = `${aggregateSql(output)} AS ${outputName(index)}`;
      const target = !output.aggregate && isPolymorphic(output.column);
      return target ? [own, `${output.source.alias}.${quoted(targetColumn(output.column))} AS ${targetName(index)}`] : [own];
    })
    .join(", ");
}

function groupSql(query: Query): string {
  const groups = query.outputs
    .filter((output) => !output.aggregate)
    .flatMap((output) => {
      const own = columnSql(output.source, output.column);
      return isPolymorphic(output.column) ? [own, `${output.source.alias}.${quoted(targetColumn(output.column))}`] : [own];
    });
  return groups.length ? ` GROUP BY ${groups.join(", ")}` : "";
}

/** Lookups are sorted by the name of their row, and in FetchXML choices by their text, as Dataverse does. */
function sortSql(value: string, column: Column, catalog: Catalog, choicesBy: Query["choicesBy"]): string {
  if (isLookup(column)) {
    const names = (column.targets ?? []).flatMap((target) => {
      const table = catalog.tables.get(target)?.definition;
      return table ? [`(SELECT ${quoted(table.primaryName)} FROM ${quoted(target)} WHERE ${quoted(table.primaryId)} = ${value})`] : [];
    });
    const [only] = names;
    return only === undefined ? value : names.length === 1 ? only : `coalesce(${names.join(", ")})`;
  }
  if (choicesBy === "value" || !column.options?.length || column.type === "boolean") return value;
  const texts = column.options.map((one) => `WHEN ${one.value} THEN '${(one.labels["1033"] ?? "").replace(/'/g, "''")}'`);
  return `CASE ${value} ${texts.join(" ")} END COLLATE NOCASE`;
}

function orderSql(query: Query, catalog: Catalog): string {
  const sort = (source: Source, column: Column): string => sortSql(columnSql(source, column), column, catalog, query.choicesBy);
  const orders = query.orders.map(({ by, descending }) => {
    const direction = descending ? " DESC" : " ASC";
    if (!("output" in by)) return sort(by.source, by.column) + direction;
    const index = query.outputs.findIndex((output) => output.key === by.output);
    const output = query.outputs[index];
    if (!output || output.aggregate) return outputName(index) + direction;
    return sort(output.source, output.column) + direction;
  });
  const [root] = query.sources;
  // Pages need an order that is the same each time.
  if (!query.aggregate && !query.distinct) orders.push(`${root.alias}.${quoted(root.table.definition.primaryId)}`);
  return orders.length ? ` ORDER BY ${orders.join(", ")}` : "";
}

/** The whole statement. It reads one row more than the page holds: that row says whether there are more. */
export function querySql(query: Query, from: SqlCondition, catalog: Catalog): SqlCondition {
  const distinct = query.distinct && !query.aggregate ? "DISTINCT " : "";
  const group = query.aggregate ? groupSql(query) : "";
  return {
    sql: `SELECT ${distinct}${selectSql(query)}${from.sql}${group}${orderSql(query, catalog)} LIMIT ? OFFSET ?`,
    values: [...from.values, query.limit + 1, query.offset],
  };
}

/** How many rows the query has, counted up to `most`. */
export function countSql(query: Query, from: SqlCondition, most: number): SqlCondition {
  const rows = query.distinct ? `DISTINCT ${selectSql(query)}` : "1";
  return { sql: `SELECT COUNT(*) AS n FROM (SELECT ${rows}${from.sql} LIMIT ?)`, values: [...from.values, most] };
}
