import type { App, SolutionModel } from "../../model";

/** An app for a solution that brings none: a link to the list of each of its tables. */
export function defaultApp({ uniqueName, tables }: Pick<SolutionModel, "uniqueName" | "tables">): App {
  const own = tables.filter((table) => !table.platform);
  const labels = { "1033": uniqueName };
  return {
    uniqueName,
    labels,
    tables: own.map(({ logicalName }) => logicalName),
    forms: [],
    views: [],
    roles: [],
    areas: [
      {
        id: "tables",
        labels,
        groups: [
          {
            id: "tables",
            labels: { "1033": "Tables" },
            subAreas: own.map(({ logicalName, pluralLabels }) => ({ id: logicalName, labels: pluralLabels, table: logicalName })),
          },
        ],
      },
    ],
  };
}
