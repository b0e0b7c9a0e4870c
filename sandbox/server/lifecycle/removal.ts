import { NOTE_OF, NOTE_TABLE } from "../dataverse/platform/noteTable";
import { quoted } from "../dataverse/storage/database";
import type { Database } from "../dataverse/storage/database";
import { sequenceKey } from "../dataverse/storage/sequenceKey";

function dropSequences(database: Database, table: string): void {
  const begin = sequenceKey(table, "");
  database.run("DELETE FROM sandbox_state WHERE substr(key, 1, ?) = ?", [begin.length, begin]);
}

/** Removes a table with its rows, its indexes and what was noted of its columns. */
export function dropTable(database: Database, table: string): void {
  database.exec(`DROP TABLE IF EXISTS ${quoted(table)}`);
  dropSequences(database, table);
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
  database.run("DELETE FROM sandbox_state WHERE key = ?", [sequenceKey(table, column)]);
}

/** Tables of the platform in which rows come with a solution. */
type PlatformTable = "role" | "systemuserroles" | "teamroles" | "appmodule" | "appmoduleroles" | "solution";

/** Removes the rows of the platform that came with the solution: a security role's by `roleid`, an app's and the solution's own by `uniquename`. */
export function dropRow(database: Database, table: PlatformTable, column: string, value: string): void {
  const isThere = database.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?", [table]).length > 0;
  if (isThere) database.run(`DELETE FROM ${quoted(table)} WHERE ${quoted(column)} = ?`, [value]);
}

/** Removes the notes about the rows of a table: the platform's table of notes stays. */
export function dropNotesOf(database: Database, table: string): void {
  const isThere = database.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?", [NOTE_TABLE]).length > 0;
  if (isThere) database.run(`DELETE FROM ${quoted(NOTE_TABLE)} WHERE ${quoted(`${NOTE_OF}$target`)} = ?`, [table]);
}
