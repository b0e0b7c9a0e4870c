import type { Column, Relationship, Table } from "../../model";
import { SolutionImportError } from "./solutionImportError";
import type { ReadTable } from "./tables";

/**
 * The table with its lookups' targets, which come from the relationships that use them. A lookup to a table
 * that the sandbox does without cannot be stored: its column is known, and every use of it is refused.
 * @param foreign such lookups, `table.column`
 * @throws SolutionImportError for a lookup that no relationship explains
 */
export function completeTable(read: ReadTable, relationships: readonly Relationship[], foreign: ReadonlySet<string>): Table {
  const { table } = read;
  const { logicalName } = table;
  const complete = (column: Column): Column => {
    if (column.type !== "lookup" || column.targets) return column;
    const targets = relationships
      .filter((one) => one.referencingTable === logicalName && one.column === column.logicalName)
      .map((one) => one.referencedTable);
    if (targets.length > 0) return { ...column, targets };
    // A column that the platform brings to this table comes with a relationship of the platform.
    const isPlatforms = table.added !== undefined && read.platformColumns.has(column.logicalName);
    if (foreign.has(`${logicalName}.${column.logicalName}`) || isPlatforms) return { ...column, type: "unsupported" };
    throw new SolutionImportError(
      `The lookup ${column.logicalName} of the table ${logicalName} has no relationship`,
      read.node.place,
      "Add its relationship to the solution.",
    );
  };
  return { ...table, columns: table.columns.map(complete) };
}
