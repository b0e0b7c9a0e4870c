import type { Form, FormCell, Role, RibbonCommand, Table, View } from "../../model";
import { isPlatformControl } from "../dataverse/platform/platformNames";
import { ACCESS_RIGHTS } from "../dataverse/platform/roles";
import { SolutionImportError } from "./solutionImportError";
import type { Placed } from "./forms";

/** The names that the zip being read may use. */
export interface Known {
  /** The solution's, the platform's, and those of solutions imported before it. */
  readonly tables: ReadonlyMap<string, Table>;
  /** Names of those that the zip brings itself. */
  readonly ownTables: ReadonlySet<string>;
  readonly webResources: ReadonlySet<string>;
  readonly controls: ReadonlySet<string>;
  /** Whether the table is one that the sandbox does without: the platform's, or of another solution by what solution.xml says. */
  readonly isElsewhere: (table: string) => boolean;
  /** Whether solution.xml says that something of this name or id comes with another solution. */
  readonly isDeclared: (name: string) => boolean;
}

const fail = (problem: string, place: string, advice: string): never => {
  throw new SolutionImportError(problem, place, advice);
};

/** Refuses the second of two things with the same id. */
export function checkUnique(kind: string, items: readonly Placed<{ readonly id: string }>[]): void {
  const seen = new Set<string>();
  for (const { item, place } of items) {
    if (seen.has(item.id)) fail(`Two ${kind} have the same id: ${item.id}`, place, "Give each its own id.");
    seen.add(item.id);
  }
}

function checkColumn(known: Known, table: string, column: string, user: string, place: string): void {
  const found = known.tables.get(table);
  if (found?.columns.some((one) => one.logicalName === column)) return;
  fail(
    `The ${user} names a column that the table ${table} does not have: ${column}`,
    place,
    "Correct its name, or add the column to the table.",
  );
}

function cellsOf(form: Form): readonly FormCell[] {
  const sections = form.tabs.flatMap((tab) => tab.columns.flatMap((column) => column.sections));
  return [...sections.flatMap((section) => section.rows.flat()), ...form.header];
}

/** Refuses a form that names a column, table, script or control which neither the solution nor the platform has. */
export function checkForm({ item: form, place }: Placed<Form>, known: Known): void {
  const user = `form "${Object.values(form.labels)[0] ?? form.id}" of ${form.table}`;
  for (const { control } of cellsOf(form)) {
    if (!control) continue;
    if (control.column !== undefined) checkColumn(known, form.table, control.column, user, place);
    const target = control.parameters["TargetEntityType"]?.toLowerCase();
    if (target !== undefined && !known.tables.has(target) && !known.isElsewhere(target)) {
      fail(`The ${user} has a subgrid of an unknown table: ${target}`, place, "Correct its name.");
    }
    const custom = control.customControl;
    if (!custom) continue;
    if (!known.controls.has(custom.name) && !isPlatformControl(custom.name) && !known.isDeclared(custom.name)) {
      fail(`The ${user} uses a control that is not in the solution: ${custom.name}`, place, "Add the control, or correct its name.");
    }
    if (!known.controls.has(custom.name)) continue;
    for (const { column } of Object.values(custom.properties)) {
      if (column !== undefined) checkColumn(known, form.table, column, user, place);
    }
  }
  for (const library of [...form.libraries, ...form.handlers.map((one) => one.library)]) {
    if (known.webResources.has(library) || known.isDeclared(library)) continue;
    fail(`The ${user} loads a script that is not in the solution: ${library}`, place, "Add the web resource, or correct its name.");
  }
}

/** Refuses a view whose list shows an unknown column (its query is checked when it is read). */
export function checkView({ item: view, place }: Placed<View>, known: Known): void {
  const user = `view "${Object.values(view.labels)[0] ?? view.id}" of ${view.table}`;
  for (const { name } of view.columns) {
    if (!name.includes(".")) checkColumn(known, view.table, name, user, place);
  }
}

const PRIVILEGE = new RegExp(`^prv(${[...ACCESS_RIGHTS].sort((a, b) => b.length - a.length).join("|")})(.+)$`);

/** Refuses a role with a privilege on a table of the solution's publisher that is not there, or that such a table cannot have. */
export function checkRole({ item: role, place }: Placed<Role>, known: Known, prefix: string): void {
  const bySchemaName = new Map([...known.tables.values()].map((table) => [table.schemaName.toLowerCase(), table]));
  for (const privilege of role.privileges) {
    const match = PRIVILEGE.exec(privilege.name);
    const subject = match?.[2]?.toLowerCase() ?? "";
    const table = bySchemaName.get(subject);
    if (!table) {
      if (!subject.startsWith(`${prefix}_`) || known.isElsewhere(subject)) continue;
      fail(`The role ${role.name} names an unknown table: ${privilege.name}`, place, "Correct the privilege's name, or add the table.");
    }
    if (!table || table.platform || table.ownership === "user") continue;
    const right = match?.[1];
    if (right === "Assign" || right === "Share") {
      fail(
        `The role ${role.name} names a privilege that does not exist: ${privilege.name}`,
        place,
        "Tables of the organization have none; remove it.",
      );
    }
    if (privilege.level !== "Global") {
      fail(
        `The role ${role.name} gives ${privilege.name} at level ${privilege.level}`,
        place,
        "Rows of this table belong to the organization: use Global.",
      );
    }
  }
}

/** Refuses a ribbon button whose script or image the solution does not have. */
export function checkCommand(command: RibbonCommand, known: Known): void {
  const libraries = [...command.enableRules, ...command.actions].map((call) => call.library);
  for (const name of [...libraries, ...(command.modernImage ? [command.modernImage] : [])]) {
    if (known.webResources.has(name) || known.isDeclared(name) || !name.includes("_")) continue;
    fail(
      `The ribbon button ${command.id} uses a web resource that is not in the solution: ${name}`,
      "customizations.xml, RibbonDiffXml",
      "Add it.",
    );
  }
}
