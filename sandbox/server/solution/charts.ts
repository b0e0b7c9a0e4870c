import type { Chart, ChartDrawing, LeftOut } from "../../model";
import { attribute, child, children, path, textOf, toXml } from "../xml";
import type { XmlNode } from "../xml";
import type { Known } from "./check";
import type { Placed } from "./forms";
import { englishLabel, labelsIn } from "./labels";
import { guid, needText } from "./partXml";
import { SolutionImportError } from "./solutionImportError";
import type { ReadTable } from "./tables";
import { checkFetch } from "./viewQueries";

const SHAPES: Readonly<Record<string, ChartDrawing["shape"]>> = { bar: "bar", column: "column", pie: "pie" };

/** All elements of that name below an element, whatever they stand in. */
function below(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return (node?.children ?? []).flatMap((one) => [...(one.name === name ? [one] : []), ...below(one, name)]);
}

/** "91, 151, 213; red": numbers are red, green and blue; anything else is CSS's own name of a colour. */
function colorsOf(text: string | undefined): readonly string[] {
  return (text ?? "")
    .split(";")
    .map((one) => one.trim())
    .filter((one) => /^(\d{1,3}( *, *\d{1,3}){2}|[a-z]+|#[0-9a-f]{3,8})$/i.test(one))
    .map((one) => (/^\d/.test(one) ? `rgb(${one})` : one));
}

/** By what a list is filtered to the rows of one group. */
function whereOf(fetch: XmlNode, group: XmlNode, column: string): Pick<ChartDrawing, "column" | "via"> {
  const entity = child(fetch, "entity");
  if (entity?.children.includes(group) === true) return { column };
  const link = children(entity, "link-entity").find((one) => one.children.includes(group));
  const [table, from, to] = ["name", "from", "to"].map((name) => link && attribute(link, name)?.toLowerCase());
  return table !== undefined && from !== undefined && to !== undefined ? { column, via: { table, from, to } } : {};
}

/** How a chart is to be drawn; a text where the sandbox cannot. One series, grouped by one column, is what it draws. */
function drawingOf(node: XmlNode, fetches: readonly XmlNode[]): ChartDrawing | string {
  const presentation = path(node, "presentationdescription", "Chart");
  const series = children(child(presentation, "Series"), "Series");
  const [fetch] = fetches;
  const categories = below(path(node, "datadescription", "datadefinition"), "category");
  const measures = categories.flatMap((one) => below(one, "measure"));
  if (textOf(node, "webresourcename") !== undefined) return "a web resource draws it";
  if (fetch === undefined) return "it has no query";
  if (fetches.length > 1) return "it has several queries";
  const groups = below(fetch, "attribute").filter((one) => attribute(one, "groupby")?.toLowerCase() === "true");
  const [measure] = measures;
  const [group] = groups;
  if (series.length !== 1 || categories.length !== 1 || measures.length !== 1) return "it has several series";
  if (measure === undefined || group === undefined || groups.length > 1) return "it does not group by one column";
  const type = attribute(series[0] ?? node, "ChartType") ?? "Column";
  const shape = SHAPES[type.toLowerCase()];
  if (shape === undefined) return `its type is ${type}`;
  const name = attribute(group, "name")?.toLowerCase();
  const own = series[0] === undefined ? undefined : attribute(series[0], "Color");
  return {
    shape,
    category: attribute(group, "alias") ?? name ?? "",
    measure: attribute(measure, "alias") ?? "",
    ...(name === undefined || attribute(group, "dategrouping") !== undefined ? {} : whereOf(fetch, group, name)),
    colors: colorsOf(own ?? (presentation && attribute(presentation, "PaletteCustomColors"))),
  };
}

/**
 * The charts of a table.
 * @throws SolutionImportError for an id that is no GUID
 */
export function readCharts({ table, node }: Pick<ReadTable, "table" | "node">): readonly Placed<Chart>[] {
  return children(child(node, "Visualizations"), "visualization").map((one) => {
    const id = guid(needText(one, "savedqueryvisualizationid"));
    if (id === undefined)
      throw new SolutionImportError(
        `A chart of ${table.logicalName} has an id that is no GUID`,
        one.place,
        "Correct its <savedqueryvisualizationid>.",
      );
    const fetches = children(path(one, "datadescription", "datadefinition", "fetchcollection"), "fetch");
    return {
      item: {
        id,
        table: table.logicalName,
        labels: labelsIn(one, "LocalizedNames", "LocalizedName"),
        fetchXml: fetches[0] === undefined ? "" : toXml(fetches[0]),
        drawing: drawingOf(one, fetches),
      },
      place: one.place,
    };
  });
}

/**
 * Refuses a chart whose query names what is not there. One of the platform's tables may use more of these than the sandbox has: it is left out.
 * @throws SolutionImportError
 */
export function usableCharts(charts: readonly Placed<Chart>[], known: Known, skip: (what: LeftOut) => void): readonly Placed<Chart>[] {
  return charts.filter((one) => {
    const { fetchXml, table, labels } = one.item;
    if (fetchXml === "") return true;
    try {
      checkFetch(one, known, "chart");
      return true;
    } catch (error) {
      if (!(error instanceof SolutionImportError) || known.ownTables.has(table)) throw error;
      skip({ kind: "chart", name: `${englishLabel(labels, "unnamed")} of ${table}: ${error.problem}` });
      return false;
    }
  });
}
