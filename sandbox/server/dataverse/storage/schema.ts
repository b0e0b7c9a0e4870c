import type { Column } from "../../../model";
import { changedType } from "../../lifecycle/refusal";
import { isLookup, isPolymorphic } from "../catalog";
import type { Catalog, TableInfo } from "../catalog";
import { quoted } from "./database";
import type { Database } from "./database";
import { StorageError } from "./storageError";

/** The column beside a lookup that says which table its row is of. */
export function targetColumn(column: Column): string {
  return `${column.logicalName}$target`;
}

function sqlType(column: Column): string | undefined {
  switch (column.type) {
    case "primarykey":
      return "TEXT";
    case "string":
    case "memo":
      return "TEXT COLLATE NOCASE";
    case "lookup":
    case "customer":
    case "owner":
      return "TEXT";
    case "decimal":
      return "REAL";
    case "unsupported":
      return undefined;
    default:
      return "INTEGER";
  }
}

interface Stored {
  readonly name: string;
  readonly type: string;
}

function storedColumns(table: TableInfo): readonly Stored[] {
  return [...table.columns.values()].flatMap((column) => {
    const type = sqlType(column);
    if (type === undefined) return [];
    const own = { name: column.logicalName, type };
    return isPolymorphic(column) ? [own, { name: targetColumn(column), type: "TEXT" }] : [own];
  });
}

function keyColumns(columns: readonly string[]): string {
  return columns.map(quoted).join(", ");
}

/**
 * The indexes of a table: one for every lookup and every date, as an administrator would choose who does not know the queries.
 * Choices and states have too few values to be worth an index.
 */
function indexesOf(table: TableInfo): readonly string[] {
  const single = [...table.columns.values()].filter(
    (column) =>
      column.type !== "unsupported" && (isLookup(column) || column.type === "datetime") && !column.logicalName.endsWith("onbehalfby"),
  );
  const { name } = table;
  const index = (ending: string, columns: readonly string[]): string =>
    `CREATE INDEX IF NOT EXISTS ${quoted(`i_${name}_${ending}`)} ON ${quoted(name)} (${keyColumns(columns)})`;
  const pair = pairOf(table);
  return [
    ...single.map(({ logicalName }) => index(logicalName, [logicalName])),
    ...(pair.length > 0 ? [index("pair", pair)] : []),
    index("versionnumber", ["versionnumber"]),
  ];
}

/** The two columns of a table that says what belongs to what, and nothing else; none of another table. Dataverse has an index of both on each such table. */
function pairOf(table: TableInfo): readonly string[] {
  const columns = [...table.columns.values()].filter(
    ({ logicalName }) => logicalName !== table.definition.primaryId && logicalName !== "versionnumber",
  );
  return columns.length === 2 && columns.every(isLookup) ? columns.map(({ logicalName }) => logicalName) : [];
}

function createTable(database: Database, table: TableInfo): void {
  const columns = storedColumns(table).map((one) => {
    return one.name === table.definition.primaryId ? `${quoted(one.name)} TEXT NOT NULL PRIMARY KEY` : `${quoted(one.name)} ${one.type}`;
  });
  database.exec(`CREATE TABLE ${quoted(table.name)} (${columns.join(", ")})`);
}

function extendTable(database: Database, table: TableInfo, existing: ReadonlySet<string>): void {
  for (const column of storedColumns(table)) {
    if (!existing.has(column.name)) database.exec(`ALTER TABLE ${quoted(table.name)} ADD COLUMN ${quoted(column.name)} ${column.type}`);
  }
}

/** Remembers each column's type, and refuses another one than before: Dataverse does not change the type of a column either. */
function checkTypes(database: Database, table: TableInfo): void {
  for (const column of table.columns.values()) {
    const known = database.get("SELECT type FROM sandbox_columns WHERE tbl = ? AND name = ?", [table.name, column.logicalName])?.["type"];
    if (known === undefined) {
      database.run("INSERT INTO sandbox_columns (tbl, name, type) VALUES (?, ?, ?)", [table.name, column.logicalName, column.type]);
    } else if (known !== column.type) {
      throw changedType(table.name, column.logicalName, String(known), column.type);
    }
  }
}

function applyKeys(database: Database, table: TableInfo): void {
  const wanted = new Map(table.keys.map((key) => [`k_${table.name}_${key.name}`, key.columns]));
  const present = database
    .all("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND name LIKE 'k\\_%' ESCAPE '\\'", [table.name])
    .map((row) => String(row["name"]));
  for (const name of present) {
    const columns = database.all(`PRAGMA index_info(${quoted(name)})`).map((row) => String(row["name"]));
    if (wanted.get(name)?.join() === columns.join()) wanted.delete(name);
    else database.exec(`DROP INDEX ${quoted(name)}`);
  }
  for (const [name, columns] of wanted) {
    try {
      database.exec(`CREATE UNIQUE INDEX ${quoted(name)} ON ${quoted(table.name)} (${keyColumns(columns)})`);
    } catch {
      throw new StorageError(
        `The stored rows of ${table.name} are not unique in ${columns.join(" + ")}, which the solution's key now asks. ` +
          "Start with --reset to begin anew, or use SANDBOX_DATA.",
      );
    }
  }
}

/** The table that remembers the columns' types. */
export const COLUMN_TYPES = "CREATE TABLE IF NOT EXISTS sandbox_columns (tbl TEXT, name TEXT, type TEXT, PRIMARY KEY (tbl, name))";

/**
 * Makes or extends the SQL tables for a catalog; the table COLUMN_TYPES must be there. Rows stay.
 * @throws StorageError where a column changes its type, or where rows break a key
 */
export function applySchema(database: Database, catalog: Catalog): void {
  for (const table of catalog.tables.values()) {
    checkTypes(database, table);
    const existing = new Set(database.all(`PRAGMA table_info(${quoted(table.name)})`).map((row) => String(row["name"])));
    if (existing.size === 0) createTable(database, table);
    else extendTable(database, table, existing);
    applyKeys(database, table);
    for (const sql of indexesOf(table)) database.exec(sql);
  }
}
