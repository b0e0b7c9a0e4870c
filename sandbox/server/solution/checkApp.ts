import type { App, LeftOut, SiteMapSubArea } from "../../model";
import { PLATFORM_ROLE_IDS } from "../dataverse/platform/roles";
import type { Known } from "./check";
import { englishLabel } from "./labels";
import { SolutionImportError } from "./solutionImportError";

const place = "customizations.xml, AppModules";

function tablesOf(link: SiteMapSubArea): readonly string[] {
  return [...(link.table === undefined ? [] : [link.table]), ...(link.privileges ?? []).map((one) => one.table)];
}

/** Kinds of parts that an app names by id. */
export type AppPart = "form" | "view" | "role";

/**
 * Refuses an app that names tables, forms, views or roles which are not there.
 * @param has answers by kind and id
 * @throws SolutionImportError
 */
export function checkApp(app: App, known: Known, has: (kind: AppPart, id: string) => boolean): void {
  const fail = (problem: string, advice: string): never => {
    throw new SolutionImportError(`The app ${app.uniqueName} ${problem}`, place, advice);
  };
  const links = app.areas.flatMap((area) => area.groups.flatMap((group) => group.subAreas));
  const tables = [...app.tables, ...links.flatMap(tablesOf)];
  for (const table of tables) {
    if (known.tables.has(table) || known.isElsewhere(table)) continue;
    fail(`names an unknown table: ${table}`, "Correct its name, or add the table.");
  }
  // A table that the zip does not bring has forms and views of which the zip knows only the ids.
  const hasStrangers = tables.some((table) => !known.ownTables.has(table));
  const named: readonly (readonly [AppPart, readonly string[]])[] = [
    ["form", app.forms],
    ["view", app.views],
    ["role", app.roles],
  ];
  for (const [kind, list] of named) {
    const missing = list.find((id) => !has(kind, id) && !PLATFORM_ROLE_IDS.has(id) && !known.isDeclared(id));
    if (missing === undefined || (hasStrangers && kind !== "role")) continue;
    fail(`names an unknown ${kind}: ${missing}`, "Correct its id, or add it.");
  }
}

/** The app without the links to tables that the sandbox does without. */
export function withoutForeignLinks(app: App, known: Known, skip: (what: LeftOut) => void): App {
  const isThere = (link: SiteMapSubArea): boolean => {
    const stranger = tablesOf(link).find((table) => !known.tables.has(table));
    if (stranger !== undefined) {
      skip({ kind: "link of the site map", name: `${englishLabel(link.labels, link.table ?? link.id)} (table ${stranger})` });
    }
    return stranger === undefined;
  };
  return {
    ...app,
    tables: app.tables.filter((table) => known.tables.has(table)),
    areas: app.areas.map((area) => ({
      ...area,
      groups: area.groups.map((group) => ({ ...group, subAreas: group.subAreas.filter(isThere) })),
    })),
  };
}
