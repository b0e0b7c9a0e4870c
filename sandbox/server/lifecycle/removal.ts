import { NOTE_OF, NOTE_TABLE } from "../dataverse/platform/noteTable";
import { quoted } from "../dataverse/storage/database";
import type { Database } from "../dataverse/storage/database";
import { CONFIGURED_PEOPLE } from "../dataverse/storage/configuredPeople";
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

const hasTable = (database: Database, table: string): boolean =>
  database.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?", [table]).length > 0;

/** Removes the row of the platform that came with the solution: an app's or the solution's own, by its unique name. */
export function dropNamedRow(database: Database, table: "appmodule" | "solution", uniqueName: string): void {
  if (hasTable(database, table)) database.run(`DELETE FROM ${quoted(table)} WHERE uniquename = ?`, [uniqueName]);
}

/**
 * Removes a security role, its copies in business units, and who has them. What was configured of people counts again at the next start: should the role come back, they
 * are to have it again.
 */
export function dropRole(database: Database, id: string): void {
  if (!hasTable(database, "role")) return;
  for (const pairs of ["systemuserroles", "teamroles", "appmoduleroles"].filter((table) => hasTable(database, table))) {
    database.run(`DELETE FROM ${quoted(pairs)} WHERE roleid IN (SELECT roleid FROM role WHERE roleid = ? OR parentrootroleid = ?)`, [
      id,
      id,
    ]);
  }
  database.run("DELETE FROM role WHERE roleid = ? OR parentrootroleid = ?", [id, id]);
  database.run("DELETE FROM sandbox_state WHERE key = ?", [CONFIGURED_PEOPLE]);
}

/** Removes the notes about the rows of a table: the platform's table of notes stays. */
export function dropNotesOf(database: Database, table: string): void {
  if (hasTable(database, NOTE_TABLE)) database.run(`DELETE FROM ${quoted(NOTE_TABLE)} WHERE ${quoted(`${NOTE_OF}$target`)} = ?`, [table]);
}
