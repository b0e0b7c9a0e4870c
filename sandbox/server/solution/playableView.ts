import type { LeftOut, View } from "../../model";
import { attribute, children, toXml } from "../xml";
import type { XmlNode } from "../xml";
import type { Known } from "./check";
import { englishLabel } from "./labels";
import { parsePart } from "./partXml";

/** What a view uses and the sandbox does not have. */
interface Lacks {
  /** Columns that are not stored and that the view only shows: `table.column`. */
  readonly shown: Set<string>;
  /** Tables that are not here, and columns that are not stored but that the query sorts or filters by. */
  readonly needed: Set<string>;
}

/** The element without the columns that are not stored; notes what it lacks. */
function withoutUnstored(node: XmlNode, tableName: string, known: Known, lacks: Lacks): XmlNode {
  const table = known.tables.get(tableName);
  if (!table) lacks.needed.add(tableName);
  const isStored = (column: string | undefined): boolean =>
    table?.columns.find((one) => one.logicalName === column?.toLowerCase())?.type !== "unsupported";
  const kept = node.children.flatMap((one): readonly XmlNode[] => {
    const column = attribute(one, one.name === "attribute" ? "name" : one.name === "link-entity" ? "to" : "attribute");
    if (one.name === "attribute" && !isStored(column)) {
      lacks.shown.add(`${tableName}.${column ?? ""}`);
      return [];
    }
    const isElsewhere = attribute(one, "entityname") !== undefined || attribute(one, "alias") !== undefined;
    if (one.name !== "link-entity" && !isElsewhere && !isStored(column)) lacks.needed.add(`${tableName}.${column ?? ""}`);
    if (one.name === "filter") return [withoutUnstored(one, tableName, known, lacks)];
    if (one.name !== "link-entity") return [one];
    if (!isStored(column)) lacks.needed.add(`${tableName}.${column ?? ""}`);
    return [withoutUnstored(one, (attribute(one, "name") ?? "").toLowerCase(), known, lacks)];
  });
  return { ...node, children: kept };
}

/**
 * A view as far as it can be played: without the columns that the sandbox does not store. Undefined where its query reads a table that is not
 * here, or sorts or filters by such a column: without these it would show other rows.
 */
export function playableView(view: View, known: Known, skip: (what: LeftOut) => void): View | undefined {
  const fetch = parsePart(new TextEncoder().encode(view.fetchXml), "fetchxml");
  const lacks: Lacks = { shown: new Set(), needed: new Set() };
  const entity = children(fetch, "entity")[0];
  if (!entity) return view;
  const playable = { ...fetch, children: [withoutUnstored(entity, view.table, known, lacks)] };
  const name = `${englishLabel(view.labels, view.id)} of ${view.table}`;
  const [needed] = lacks.needed;
  if (needed !== undefined) {
    skip({ kind: "view", name: `${name} (uses ${needed})` });
    return undefined;
  }
  if (lacks.shown.size === 0) return view;
  skip({ kind: "column of a view", name: `${[...lacks.shown].join(", ")} in ${name}` });
  const isShown = (column: string): boolean => !lacks.shown.has(`${view.table}.${column}`);
  return { ...view, fetchXml: toXml(playable), columns: view.columns.filter(({ name: column }) => isShown(column)) };
}
