import type { View } from "../../model";

/**
 * The query of a chart that is shown with a view: the chart's aggregate with the view's filters and links. Of what the view links only the filters
 * count: its columns and its order would make other groups (learn.microsoft.com/power-apps/developer/model-driven-apps/understand-charts-underlying-data-chart-representation).
 */
export function chartQuery(chartXml: string, view: Pick<View, "fetchXml">): string {
  const fetch = parse(chartXml);
  const entity = entityOf(fetch);
  for (const part of Array.from(entityOf(parse(view.fetchXml)).children)) {
    if (part.nodeName !== "filter" && part.nodeName !== "link-entity") continue;
    const copy = fetch.ownerDocument.importNode(part, true);
    if (part.nodeName === "link-entity") withoutColumns(copy);
    entity.append(copy);
  }
  return new XMLSerializer().serializeToString(fetch);
}

function withoutColumns(link: Element): void {
  for (const part of Array.from(link.children)) {
    if (/^(attribute|all-attributes|order)$/.test(part.nodeName)) part.remove();
    else if (part.nodeName === "link-entity") withoutColumns(part);
  }
}

function parse(fetchXml: string): Element {
  const root = new DOMParser().parseFromString(fetchXml, "application/xml").documentElement;
  if (root.nodeName !== "fetch") throw new Error("The FetchXML of a chart or of its view is not well-formed.");
  return root;
}

function entityOf(fetch: Element): Element {
  const found = Array.from(fetch.children).find(({ nodeName }) => nodeName === "entity");
  if (found === undefined) throw new Error("The FetchXML of a chart or of its view has no <entity>.");
  return found;
}
