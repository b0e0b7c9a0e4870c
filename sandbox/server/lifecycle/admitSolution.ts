/**
 * Imports a solution over data that may have an earlier one, as Dataverse does. A higher version is an upgrade: tables and columns that
 * it lacks are removed with their data. The same version is an update: nothing is removed. A lower version is refused.
 */
import type { SolutionModel } from "../../model";
import type { Database } from "../dataverse/storage/database";
import { describe, installedSolutions, noteInstalled, together } from "./installed";
import type { Installed } from "./installed";
import { SolutionRefused } from "./refusal";
import { dropColumn, dropRole, dropTable } from "./removal";
import { compareVersions } from "./compareVersions";

/** What importing a solution did to the data. */
export interface SolutionChange {
  readonly kind: "installed" | "updated" | "upgraded";
  readonly uniqueName: string;
  readonly version: string;
  /** The version that was there; absent where there was none. */
  readonly from?: string;
  /** Tables (`sample_x`) and columns (`sample_x.sample_y`) that an upgrade removed with their data. */
  readonly removed: readonly string[];
}

/**
 * Decides whether a solution may come over what is there, removes what an upgrade removes, and notes the solution. To be called in the
 * transaction that then makes or extends its tables.
 * @throws SolutionRefused
 */
export function admitSolution(database: Database, model: SolutionModel): SolutionChange {
  const now = describe(model);
  const { uniqueName, version } = now;
  const before = installedSolutions(database).find((one) => one.uniqueName === uniqueName);
  if (!before) {
    noteInstalled(database, now);
    return { kind: "installed", uniqueName, version, removed: [] };
  }
  refuse(before, now);
  const isUpgrade = compareVersions(version, before.version) > 0;
  const removed = isUpgrade ? removeWhatIsGone(database, before, now) : [];
  noteInstalled(database, isUpgrade ? now : together(before, now));
  return { kind: isUpgrade ? "upgraded" : "updated", uniqueName, version, from: before.version, removed };
}

function refuse(before: Installed, now: Installed): void {
  const details = `The data have ${before.uniqueName} ${before.version}, the zip is the ${now.managed ? "managed" : "unmanaged"} ${now.version}.`;
  if (before.managed !== now.managed) {
    throw new SolutionRefused(now.managed ? "managedOverUnmanaged" : "unmanagedOverManaged", [], details);
  }
  if (compareVersions(now.version, before.version) < 0) {
    throw new SolutionRefused("lowerVersion", [], details.replace("the zip is the", "the zip is the older,"));
  }
}

function removeWhatIsGone(database: Database, before: Installed, now: Installed): readonly string[] {
  const removed: string[] = [];
  for (const table of before.tables) {
    const kept = now.tables.find((one) => one.name === table.name);
    if (!kept) {
      dropTable(database, table.name);
      removed.push(table.name);
      continue;
    }
    for (const column of table.columns.filter((one) => !kept.columns.includes(one))) {
      dropColumn(database, table.name, column);
      removed.push(`${table.name}.${column}`);
    }
  }
  for (const { table, columns } of before.added ?? []) {
    const kept = (now.added ?? []).filter((one) => one.table === table).flatMap((one) => one.columns);
    for (const column of columns.filter((one) => !kept.includes(one))) {
      dropColumn(database, table, column);
      removed.push(`${table}.${column}`);
    }
  }
  for (const role of before.roles) if (!now.roles.some((one) => one.id === role.id)) dropRole(database, role.id);
  return removed;
}
