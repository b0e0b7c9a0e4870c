import { type Database, quoted } from "../dataverse/storage/database";

/** Removes a table with its rows, its indexes and what was noted of its columns. */
export function dropTable(database: Database, table: string): void {
  database.exec(`DROP TABLE IF EXISTS ${quoted(table)}`);
  database.run("DELETE FROM sandbox_columns WHERE tbl = ?", [table]);
}

/** Removes a column with its values and every index that has it. */
export function dropColumn(database: Database, table: string, column: string): void {
  for (const name of [column, `${column}$target`]) {
    const indexes = database.all(`PRAGMA index_list(${quoted(table)})`).map((row) => String(row["name"]));
    for (const index of indexes) {
      const columns = database.all(`PRAGMA index_info(${quoted(index)})`).map((row) => row["name"]);
      if (columns.includes(name)) database.exec(`DROP INDEX ${quoted(index)}`);
    }
    const isThere = database.all(`PRAGMA table_info(${quoted(table)})`).some((row) => row["name"] === name);
    if (isThere) database.exec(`ALTER TABLE ${quoted(table)} DROP COLUMN ${quoted(name)}`);
  }
  database.run("DELETE FROM sandbox_columns WHERE tbl = ? AND name = ?", [table, column]);
}

/** Removes the row of a security role. */
export function dropRole(database: Database, id: string): void {
  const hasRoles = database.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'role'").length > 0;
  if (hasRoles) database.run("DELETE FROM role WHERE roleid = ?", [id]);
}
