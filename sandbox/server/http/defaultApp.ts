import type { App, SolutionModel, Table } from "../../model";

/** Tables of the platform that are worth a list. */
const WORTH_A_LIST = ["contact", "account"];

/**
 * An app for solutions that bring none: a page that says so, and the lists of their tables and of the platform's contacts and accounts, on whose
 * pages commands, scripts and components can be tried.
 */
export function defaultApp({ uniqueName, tables }: Pick<SolutionModel, "uniqueName" | "tables">): App {
  const own = tables.filter((table) => !table.platform);
  const platform = tables.filter((table) => table.platform && WORTH_A_LIST.includes(table.logicalName));
  const labels = { "1033": uniqueName };
  const lists = (of: readonly Table[]) =>
    of.map(({ logicalName, pluralLabels }) => ({ id: logicalName, labels: pluralLabels, table: logicalName }));
  return {
    uniqueName,
    labels,
    tables: [...own, ...platform].map(({ logicalName }) => logicalName),
    forms: [],
    views: [],
    roles: [],
    areas: [
      {
        id: "tables",
        labels,
        groups: [
          {
            id: "about",
            labels: { "1033": "Sandbox" },
            subAreas: [{ id: "about", labels: { "1033": "About this app" }, url: "/main.aspx?pagetype=about" }],
          },
          { id: "tables", labels: { "1033": "Tables" }, subAreas: lists(own) },
          { id: "platform", labels: { "1033": "Tables of the platform" }, subAreas: lists(platform) },
        ],
      },
    ],
  };
}
