import type { View } from "../../model";
import { attribute, children, path, textOf, toXml } from "../xml";
import type { XmlNode } from "../xml";
import type { Placed } from "./forms";
import { SolutionImportError } from "./solutionImportError";
import { labelsIn } from "./labels";
import { guid, integer, needAttribute, needText } from "./partXml";
import type { ReadTable } from "./tables";

function readView(node: XmlNode, table: string): View {
  const id = guid(needText(node, "savedqueryid"));
  if (id === undefined)
    throw new SolutionImportError(`A view of ${table} has an id that is no GUID`, node.place, "Correct its <savedqueryid>.");
  const fetch = path(node, "fetchxml", "fetch");
  if (!fetch) throw new SolutionImportError(`The view ${id} has no <fetchxml>`, node.place, "Add its query.");
  const row = path(node, "layoutxml", "grid", "row");
  return {
    id,
    table,
    labels: labelsIn(node, "LocalizedNames", "LocalizedName"),
    isDefault: textOf(node, "isdefault") === "1",
    queryType: integer(textOf(node, "querytype"), node) ?? 0,
    fetchXml: toXml(fetch),
    columns: children(row, "cell")
      .filter((cell) => attribute(cell, "ishidden") !== "1")
      .map((cell) => ({ name: needAttribute(cell, "name").toLowerCase(), width: integer(attribute(cell, "width"), cell) ?? 100 })),
  };
}

/** The views (saved queries) of a table. Those that are no lists come too (querytype 8192 and the like). */
export function readViews(read: Pick<ReadTable, "table" | "node">): readonly Placed<View>[] {
  const nodes = children(path(read.node, "SavedQueries", "savedqueries"), "savedquery");
  return nodes.map((node) => ({ item: readView(node, read.table.logicalName), place: node.place }));
}
