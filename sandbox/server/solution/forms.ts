import type { Form, FormCell, FormSection, LeftOut } from "../../model";
import { attribute, child, children, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { readControl, readReplacements } from "./formControls";
import type { Replacements } from "./formControls";
import { SolutionImportError } from "./solutionImportError";
import { readHandlers, readLibraries } from "./formEvents";
import { englishLabel, labelsIn } from "./labels";
import { guid, integer, needText } from "./partXml";
import type { ReadTable } from "./tables";

function yes(node: XmlNode, name: string, otherwise: boolean): boolean {
  const value = attribute(node, name)?.toLowerCase();
  return value === undefined ? otherwise : value === "true" || value === "1";
}

function readCell(node: XmlNode, replacements: Replacements): FormCell {
  const control = child(node, "control");
  return {
    labels: labelsIn(node, "labels", "label"),
    showLabel: yes(node, "showlabel", true),
    colspan: integer(attribute(node, "colspan"), node) ?? 1,
    rowspan: integer(attribute(node, "rowspan"), node) ?? 1,
    visible: yes(node, "visible", true),
    ...(control ? { control: readControl(control, replacements) } : {}),
  };
}

function readRows(parent: XmlNode, replacements: Replacements): readonly (readonly FormCell[])[] {
  return children(child(parent, "rows"), "row").map((row) => children(row, "cell").map((cell) => readCell(cell, replacements)));
}

function readSection(node: XmlNode, replacements: Replacements): FormSection {
  // In some forms "columns" is a number, in others it has one digit for each column: "11" is two columns.
  const columns = attribute(node, "columns") ?? "1";
  return {
    name: attribute(node, "name") ?? attribute(node, "id") ?? "",
    labels: labelsIn(node, "labels", "label"),
    showLabel: yes(node, "showlabel", true),
    columns: /^1+$/.test(columns) ? columns.length : Math.max(1, Number(columns) || 1),
    rows: readRows(node, replacements),
  };
}

/** The visible tabs of a form or a dashboard. */
export function readTabs(form: XmlNode, replacements: Replacements): Form["tabs"] {
  return children(child(form, "tabs"), "tab")
    .filter((tab) => yes(tab, "visible", true))
    .map((tab) => ({
      name: attribute(tab, "name") ?? attribute(tab, "id") ?? "",
      labels: labelsIn(tab, "labels", "label"),
      showLabel: yes(tab, "showlabel", true),
      // The form designer's "Expand first component to full tab".
      ...(attribute(tab, "contenttype")?.toLowerCase() === "singlecomponent" ? { singleComponent: true as const } : {}),
      columns: children(child(tab, "columns"), "column").map((column) => ({
        width: attribute(column, "width") ?? "100%",
        sections: children(child(column, "sections"), "section")
          .filter((section) => yes(section, "visible", true))
          .map((section) => readSection(section, replacements)),
      })),
    }));
}

/** The place among the table's forms that its maker gave it ("form order"). */
function orderOf(form: XmlNode): number | undefined {
  const conditions = child(form, "DisplayConditions");
  return conditions && integer(attribute(conditions, "Order"), conditions);
}

/** Reads one `<systemform>` of a main form. */
function readForm(node: XmlNode, table: string, position: number): Form {
  const id = guid(needText(node, "formid"));
  if (id === undefined) throw new SolutionImportError(`A form of ${table} has an id that is no GUID`, node.place, "Correct its <formid>.");
  const form = child(node, "form");
  if (!form) throw new SolutionImportError(`The form ${id} has no <form>`, node.place, "Add its layout.");
  const replacements = readReplacements(form);
  const header = child(form, "header");
  return {
    id,
    table,
    labels: labelsIn(node, "LocalizedNames", "LocalizedName"),
    order: orderOf(form) ?? position,
    tabs: readTabs(form, replacements),
    header: header ? readRows(header, replacements).flat() : [],
    libraries: readLibraries(form),
    handlers: readHandlers(form),
  };
}

/** A form with where it stands in the zip, for messages of later checks. */
export interface Placed<T> {
  readonly item: T;
  readonly place: string;
}

/** Whether it holds a managed solution's changes of a form that another solution brings, not a form: its elements say what was done to them. */
function isDifference(node: XmlNode): boolean {
  return attribute(node, "solutionaction") !== undefined || node.children.some(isDifference);
}

/** The active main forms of a table, in order. Other kinds (quick view, card …) are left out. */
export function readForms(read: Pick<ReadTable, "table" | "node">, skip: (what: LeftOut) => void): readonly Placed<Form>[] {
  const table = read.table.logicalName;
  const found: Placed<Form>[] = [];
  for (const group of children(child(read.node, "FormXml"), "forms")) {
    const kind = attribute(group, "type") ?? "main";
    for (const node of children(group, "systemform")) {
      const name = `${englishLabel(labelsIn(node, "LocalizedNames", "LocalizedName"), textOf(node, "formid") ?? "unnamed")} of ${table}`;
      if (kind !== "main") skip({ kind: `form (${kind})`, name });
      else if (textOf(node, "FormActivationState") === "0") skip({ kind: "form (inactive)", name });
      else if (isDifference(node)) skip({ kind: "changes of another solution's form", name });
      else found.push({ item: readForm(node, table, found.length), place: node.place });
    }
  }
  return found.sort((a, b) => a.item.order - b.item.order);
}

/** The ids of all forms and dashboards in the zip, whatever their kind. */
export function readFormIds(root: XmlNode): readonly string[] {
  const forms = children(child(root, "Entities"), "Entity").flatMap((entity) =>
    children(child(entity, "FormXml"), "forms").flatMap((group) => children(group, "systemform")),
  );
  const others = ["Dashboards", "Dialogs"].flatMap((container) => child(root, container)?.children ?? []);
  return [...forms.map((node) => textOf(node, "formid")), ...others.map((node) => textOf(node, "FormId"))].flatMap((id) => guid(id) ?? []);
}
