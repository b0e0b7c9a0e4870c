import { existsSync } from "node:fs";
import { Database, quoted } from "../dataverse/storage/database";
import { StorageError } from "../dataverse/storage/storageError";
import { forgetInstalled, installedSolutions } from "./installed";
import type { Installed } from "./installed";
import { dropColumn, dropNamedRow, dropNotesOf, dropRole, dropTable } from "./removal";

/** What removing a solution removes. */
export interface Removal {
  readonly solution: Installed;
  /** How many rows go with each table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Removes the solutions in the data, and says before what will be removed. */
export interface Uninstaller {
  /** What will be removed, by solution. */
  readonly removals: readonly Removal[];
  /** Removes all of it, in one transaction; the platform's tables and rows stay. */
  remove(): void;
  /** Closes the data. */
  close(): void;
}

function tableNames(database: Database): ReadonlySet<string> {
  return new Set(database.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map((row) => String(row["name"])));
}

function countRows(database: Database, solution: Installed): Readonly<Record<string, number>> {
  const present = tableNames(database);
  const count = (table: string): number =>
    present.has(table) ? Number(database.get(`SELECT count(*) AS n FROM ${quoted(table)}`)?.["n"] ?? 0) : 0;
  return Object.fromEntries(solution.tables.map(({ name }) => [name, count(name)]));
}

/**
 * Opens the data to uninstall the solutions in them.
 * @param file the database
 * @throws StorageError where there are no data, another sandbox uses them, no solution is in them, or it is unmanaged: deleting an
 *   unmanaged solution leaves its components where they are
 */
export function openUninstaller(file: string): Uninstaller {
  const nothing = `There is no solution in ${file}: nothing to uninstall.`;
  if (!existsSync(file)) throw new StorageError(nothing);
  const database = Database.open(file);
  try {
    const solutions = tableNames(database).has("sandbox_state") ? installedSolutions(database) : [];
    if (solutions.length === 0) {
      throw new StorageError(`${nothing} (A sandbox of an earlier version kept no note of it: start the sandbox once, then uninstall.)`);
    }
    const unmanaged = solutions.find((one) => !one.managed);
    if (unmanaged) {
      throw new StorageError(
        `${unmanaged.uniqueName} ${unmanaged.version} is unmanaged: deleting it would leave its components and rows, here as in Dataverse. ` +
          "Start with --reset to begin anew.",
      );
    }
    return {
      removals: solutions.map((solution) => ({ solution, rows: countRows(database, solution) })),
      remove: () => {
        database.transaction(() => solutions.forEach((solution) => remove(database, solution)));
        // Without this, deleted rows would still be readable in the file's free pages.
        database.exec("VACUUM");
      },
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function remove(database: Database, solution: Installed): void {
  for (const { name } of solution.tables) {
    dropNotesOf(database, name);
    dropTable(database, name);
  }
  const present = tableNames(database);
  for (const { table, columns } of solution.added ?? []) {
    if (present.has(table)) columns.forEach((column) => dropColumn(database, table, column));
  }
  for (const { id } of solution.roles) dropRole(database, id);
  for (const app of solution.apps) dropNamedRow(database, "appmodule", app);
  dropNamedRow(database, "solution", solution.uniqueName);
  forgetInstalled(database, solution.uniqueName);
}

const list = (names: readonly string[]): string => (names.length === 0 ? "none" : names.join(", "));

/** What will be removed, in words: a line for each kind of component. */
export function removalLines({ solution, rows }: Removal): readonly string[] {
  const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
  return [
    `${solution.uniqueName} ${solution.version} goes, with everything that came with it:`,
    ...solution.tables.map(({ name, label }) => `  table ${name} (${label}): ${counted(rows[name] ?? 0, "row")}`),
    ...(solution.added ?? []).map(({ table, columns }) => `  columns of the table ${table}: ${list(columns)}`),
    `  roles: ${list(solution.roles.map(({ name }) => name))}`,
    `  web resources: ${list(solution.webResources)}`,
    `  controls: ${list(solution.controls)}`,
    `  apps: ${list(solution.apps)}`,
    `  commands: ${list(solution.commands)}`,
    `  ${counted(solution.forms, "form")}, ${counted(solution.views, "view")}`,
  ];
}
