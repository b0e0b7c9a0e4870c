import type { View } from "../../model";
import { attribute, children } from "../xml";
import type { XmlNode } from "../xml";
import type { Known } from "./check";
import { SolutionImportError } from "./solutionImportError";
import type { Placed } from "./forms";
import { parsePart } from "./partXml";

/** What has a query on a table: a view, a chart. */
export type WithQuery = Pick<View, "id" | "labels" | "table" | "fetchXml">;

/**
 * Refuses a view, or what else has a query, whose FetchXML names a table or a column which neither the solution nor the platform has.
 * @param kind what it is, for the message
 * @throws SolutionImportError
 */
export function checkFetch({ item: view, place }: Placed<WithQuery>, known: Known, kind = "view"): void {
  const user = `${kind} "${Object.values(view.labels)[0] ?? view.id}" of ${view.table}`;
  const fail = (problem: string, advice: string): never => {
    throw new SolutionImportError(`The query of the ${user} ${problem}`, place, advice);
  };
  const fetch = parsePart(new TextEncoder().encode(view.fetchXml), place);
  const entity = children(fetch, "entity")[0];
  if (!entity || attribute(entity, "name")?.toLowerCase() !== view.table) {
    fail(`is not about its table ${view.table}`, "Correct the name of its <entity>.");
  }
  const walk = (node: XmlNode, tableName: string): void => {
    const table = known.tables.get(tableName);
    if (!table) {
      if (known.isElsewhere(tableName)) return;
      fail(`names an unknown table: ${tableName}`, "Correct its name.");
    }
    const check = (column: string | undefined): void => {
      if (column === undefined || table?.columns.some((one) => one.logicalName === column.toLowerCase())) return;
      fail(`names a column that the table ${tableName} does not have: ${column}`, "Correct its name, or add the column.");
    };
    const own = (parent: XmlNode): void => {
      for (const one of parent.children) {
        if (one.name === "attribute") check(attribute(one, "name"));
        else if (one.name === "order" && attribute(one, "alias") === undefined) check(attribute(one, "attribute"));
        else if (one.name === "condition" && attribute(one, "entityname") === undefined) check(attribute(one, "attribute"));
        else if (one.name === "filter") own(one);
        else if (one.name === "link-entity") {
          check(attribute(one, "to"));
          walk(one, (attribute(one, "name") ?? "").toLowerCase());
        }
      }
    };
    own(node);
  };
  if (entity) walk(entity, view.table);
}
