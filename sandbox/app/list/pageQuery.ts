import type { Column, Table, View } from "../../model";
import type { Session } from "../session/session";
import { propertyOf } from "../form/value";
import type { OnlyRows } from "../navigation/address";

/** A column of a list, ready to draw. */
export interface ListColumn {
  /** As in the view: `sample_name`, or `alias.column` of a linked table. */
  readonly name: string;
  readonly label: string;
  /** The property of the Web API's rows. */
  readonly property: string;
  /** Of the view's table, or of the linked one. */
  readonly column: Column;
  /** Pixels. */
  readonly width: number;
  readonly sortable: boolean;
}

/** How the rows are ordered, when the user has chosen other than the view. */
export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

/**
 * The view's columns with their labels, but for those that the sandbox does not store.
 * @throws Error when the view names what is not there
 */
export function columnsOfView(session: Session, view: View): ListColumn[] {
  const fetch = parseFetch(view.fetchXml);
  return view.columns.flatMap(({ name, width }): readonly ListColumn[] => {
    const [alias, own] = name.includes(".") ? (name.split(".", 2) as [string, string]) : [undefined, name];
    const table = session.table(alias === undefined ? view.table : linkedTable(fetch, alias));
    const column = table.columns.find((candidate) => candidate.logicalName === own);
    if (column === undefined)
      throw new Error(`The view "${session.label(view.labels)}" shows the column "${name}", which ${table.logicalName} lacks.`);
    if (column.type === "unsupported") return [];
    const label = session.label(column.labels, own);
    if (alias === undefined) return [{ name, label, property: propertyOf(column), column, width, sortable: true }];
    return [{ name, label: `${label} (${session.label(table.labels)})`, property: `${alias}.${own}`, column, width, sortable: false }];
  });
}

/** What the join is called that a list is filtered by. No view names its own so. */
const ONLY = "sandboxonly";

/** The view's query for one page of rows. `only`: those rows of it. */
export function pageQuery(
  view: View,
  page: { readonly number: number; readonly size: number; readonly cookie: string | undefined },
  sorting?: Sorting,
  only?: OnlyRows,
): string {
  const fetch = parseFetch(view.fetchXml);
  const root = fetch.documentElement;
  root.setAttribute("count", String(page.size));
  root.setAttribute("page", String(page.number));
  if (page.cookie !== undefined) root.setAttribute("paging-cookie", page.cookie);
  const entity = child(root, "entity");
  if (sorting !== undefined) {
    for (const order of Array.from(entity.children)) if (order.nodeName === "order") order.remove();
    add(entity, "order", { attribute: sorting.column, descending: String(sorting.descending) });
  }
  if (only !== undefined) {
    const { column, value, via } = only;
    const test = value === undefined ? { operator: "null" } : { operator: "eq", value };
    const place = via === undefined ? {} : { entityname: ONLY };
    if (via !== undefined) add(entity, "link-entity", { name: via.table, from: via.from, to: via.to, "link-type": "outer", alias: ONLY });
    add(add(entity, "filter", { type: "and" }), "condition", { ...place, attribute: column, ...test });
  }
  return new XMLSerializer().serializeToString(fetch);
}

/** A view for a table that brings none: its name and the first columns that people fill in. */
export function generatedView(table: Table): View {
  const filled = table.columns
    .filter((column) => column.type === "string" && !column.readOnly && column.logicalName !== table.primaryName)
    .slice(0, 4);
  const created = table.columns.filter((column) => column.logicalName === "createdon");
  const names = [table.primaryName, ...[...filled, ...created].map((column) => column.logicalName)];
  const attributes = [...new Set([table.primaryId, ...names])].map((name) => `<attribute name="${name}" />`).join("");
  return {
    id: "00000000-0000-0000-0000-000000000001",
    table: table.logicalName,
    labels: { "1033": `All ${table.pluralLabels["1033"] ?? table.logicalName}` },
    isDefault: true,
    queryType: 0,
    fetchXml: `<fetch><entity name="${table.logicalName}">${attributes}<order attribute="${table.primaryName}" /></entity></fetch>`,
    columns: names.map((name) => ({ name, width: 180 })),
  };
}

function parseFetch(fetchXml: string): Document {
  const document = new DOMParser().parseFromString(fetchXml, "application/xml");
  if (document.documentElement.nodeName !== "fetch") throw new Error("A view's FetchXML is not well-formed.");
  return document;
}

function linkedTable(fetch: Document, alias: string): string {
  const link = Array.from(fetch.getElementsByTagName("link-entity")).find((element) => element.getAttribute("alias") === alias);
  const name = link?.getAttribute("name");
  if (name === undefined || name === null) throw new Error(`The view shows a column of "${alias}", which its FetchXML does not link.`);
  return name;
}

function child(parent: Element, name: string): Element {
  const found = Array.from(parent.children).find((element) => element.nodeName === name);
  if (found === undefined) throw new Error(`A view's FetchXML has no <${name}>.`);
  return found;
}

function add(parent: Element, name: string, attributes: Readonly<Record<string, string>>): Element {
  const element = parent.ownerDocument.createElementNS(null, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}
