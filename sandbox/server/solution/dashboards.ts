import type { Dashboard, FormControl } from "../../model";
import { attribute, child, children, path } from "../xml";
import type { XmlNode } from "../xml";
import type { Known } from "./check";
import { readReplacements } from "./formControls";
import { readTabs } from "./forms";
import type { Placed } from "./forms";
import { englishLabel, labelsIn } from "./labels";
import { guid, needText } from "./partXml";
import { SolutionImportError } from "./solutionImportError";

/**
 * The dashboards of a solution.
 * @throws SolutionImportError for an id that is no GUID
 */
export function readDashboards(root: XmlNode): readonly Placed<Dashboard>[] {
  return children(child(root, "Dashboards"), "Dashboard").map((node) => {
    const id = guid(needText(node, "FormId"));
    if (id === undefined) throw new SolutionImportError("A dashboard has an id that is no GUID", node.place, "Correct its <FormId>.");
    const form = path(node, "FormXml", "forms", "form");
    const roles = children(child(form, "DisplayConditions"), "Role").flatMap((role) => guid(attribute(role, "Id")) ?? []);
    const item: Dashboard = {
      id,
      labels: labelsIn(node, "LocalizedNames", "LocalizedName"),
      tabs: form === undefined ? [] : readTabs(form, readReplacements(form)),
      ...(roles.length > 0 ? { roles } : {}),
    };
    return { item, place: node.place };
  });
}

/** Every control in a dashboard's cells. */
function controlsOf({ tabs }: Dashboard): readonly FormControl[] {
  const sections = tabs.flatMap((tab) => tab.columns.flatMap((column) => column.sections));
  return sections.flatMap(({ rows }) => rows.flat()).flatMap(({ control }) => control ?? []);
}

/**
 * Refuses a dashboard that names a table, a view, a chart or a web resource which is not there.
 * @param has answers by kind and id
 * @throws SolutionImportError
 */
export function checkDashboard(
  { item, place }: Placed<Dashboard>,
  known: Known,
  has: (kind: "view" | "chart", id: string) => boolean,
): void {
  const fail = (problem: string, advice: string): never => {
    throw new SolutionImportError(`The dashboard "${englishLabel(item.labels, item.id)}" ${problem}`, place, advice);
  };
  for (const { parameters } of controlsOf(item)) {
    const { TargetEntityType, ViewId, VisualizationId, Url } = parameters;
    const table = TargetEntityType?.toLowerCase();
    if (table === undefined) {
      const name = Url?.replace(/^\$webresource:/i, "") ?? "";
      const isForeign = name === "" || /^https?:/i.test(name) || known.webResources.has(name) || known.isDeclared(name);
      if (!isForeign) fail(`shows a web resource that is not in the solution: ${name}`, "Add the web resource, or correct its name.");
      continue;
    }
    if (!known.tables.has(table) && !known.isElsewhere(table)) fail(`shows an unknown table: ${table}`, "Correct its name.");
    // Of a table that the zip does not bring, others have made views and charts.
    if (!known.ownTables.has(table)) continue;
    for (const [kind, text] of [["view", ViewId] as const, ["chart", VisualizationId] as const]) {
      const id = guid(text);
      if (id !== undefined && !has(kind, id) && !known.isDeclared(id))
        fail(`names an unknown ${kind}: ${id}`, `Correct its id, or add the ${kind}.`);
    }
  }
}
