/** Notes about the imported solutions. They are kept with the data, so that a later zip can be compared with them. */
import type { SolutionModel } from "../../model";
import { PLATFORM_ROLE_IDS } from "../dataverse/platform/roles";
import { PLATFORM_TABLES } from "../dataverse/platform/tables";
import type { Database } from "../dataverse/storage/database";

/** A table that came with a solution. */
export interface InstalledTable {
  readonly name: string;
  /** Its English plural name. */
  readonly label: string;
  readonly columns: readonly string[];
}

/** A solution that was imported, and what came with it. */
export interface Installed {
  readonly uniqueName: string;
  readonly version: string;
  readonly managed: boolean;
  readonly tables: readonly InstalledTable[];
  /** Columns that it added to tables which were there before, by table. Absent where an older sandbox made the note. */
  readonly added?: readonly { readonly table: string; readonly columns: readonly string[] }[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly webResources: readonly string[];
  readonly controls: readonly string[];
  readonly apps: readonly string[];
  readonly commands: readonly string[];
  /** How many. */
  readonly forms: number;
  readonly views: number;
}

const KEY = "installed ";

/** What a solution brings, without the platform's tables and roles that the model may list as well. */
export function describe(model: SolutionModel): Installed {
  const platform = new Set(PLATFORM_TABLES.map((table) => table.logicalName));
  return {
    uniqueName: model.uniqueName,
    version: model.version,
    managed: model.managed,
    tables: model.tables
      .filter((table) => !table.platform && !platform.has(table.logicalName) && table.added === undefined)
      .map((table) => ({
        name: table.logicalName,
        label: table.pluralLabels["1033"] ?? table.logicalName,
        columns: table.columns.map((column) => column.logicalName),
      })),
    added: model.tables.flatMap(({ logicalName, added }) => (added === undefined ? [] : [{ table: logicalName, columns: added }])),
    roles: model.roles.filter((role) => !PLATFORM_ROLE_IDS.has(role.id)).map(({ id, name }) => ({ id, name })),
    webResources: model.webResources.map(({ name }) => name),
    controls: model.controls.map(({ name }) => name),
    apps: model.apps.map(({ uniqueName }) => uniqueName),
    commands: model.commands.map(({ id }) => id),
    forms: model.forms.length,
    views: model.views.length,
  };
}

/** The solutions in these data. Empty where none was imported, or where an older sandbox made the data without a note. */
export function installedSolutions(database: Database): readonly Installed[] {
  return database
    .all("SELECT value FROM sandbox_state WHERE key LIKE ? ORDER BY key", [`${KEY}%`])
    .map((row) => JSON.parse(String(row["value"])) as Installed);
}

/** Notes a solution, in place of what was noted of it before. */
export function noteInstalled(database: Database, installed: Installed): void {
  database.run("INSERT INTO sandbox_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", [
    KEY + installed.uniqueName,
    JSON.stringify(installed),
  ]);
}

/** Forgets a solution. */
export function forgetInstalled(database: Database, uniqueName: string): void {
  database.run("DELETE FROM sandbox_state WHERE key = ?", [KEY + uniqueName]);
}

/** Two notes as one, for an update: what the newer zip lacks stays. */
export function together(before: Installed, now: Installed): Installed {
  const names = (key: "webResources" | "controls" | "apps" | "commands"): readonly string[] => [...new Set([...before[key], ...now[key]])];
  const lost = before.tables.filter((table) => !now.tables.some((one) => one.name === table.name));
  return {
    ...now,
    tables: [
      ...now.tables.map((table) => {
        const known = before.tables.find((one) => one.name === table.name)?.columns ?? [];
        return { ...table, columns: [...new Set([...known, ...table.columns])] };
      }),
      ...lost,
    ],
    added: [...(now.added ?? []), ...(before.added ?? [])],
    roles: [...now.roles, ...before.roles.filter((role) => !now.roles.some((one) => one.id === role.id))],
    webResources: names("webResources"),
    controls: names("controls"),
    apps: names("apps"),
    commands: names("commands"),
  };
}
