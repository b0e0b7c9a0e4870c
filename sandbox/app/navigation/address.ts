import type { OneJoin } from "../../model";

/** A page with the form of a row, or of a new row where there is no id. */
export interface RecordPage {
  readonly pageType: "entityrecord";
  readonly entityName: string;
  readonly entityId?: string;
  readonly formId?: string;
}

/** Only the rows that have this value in a column; no value: those where the column is empty. */
export interface OnlyRows {
  readonly column: string;
  readonly value?: string;
  /** The join to the table that has the column; absent: it is the list's own. */
  readonly via?: OneJoin;
}

/** A table's list. */
export interface ListPageAddress {
  readonly pageType: "entitylist";
  readonly entityName: string;
  readonly viewId?: string;
  /** What a chart's bar leads to. The addresses of it are the sandbox's own. */
  readonly only?: OnlyRows;
}

/** A page of the app: what stands in the main area, or in a side pane. */
export type Page =
  | RecordPage
  | ListPageAddress
  | { readonly pageType: "dashboard"; readonly dashboardId?: string }
  | CustomPage
  | WebResourcePage
  | ForeignPage
  | { readonly pageType: "about" };

/** A site map's address outside the app, or of a page of the platform that the sandbox does not have. */
export interface ForeignPage {
  readonly pageType: "url";
  readonly url: string;
}

/** A custom page (a canvas app inside the app), by its logical name. */
export interface CustomPage {
  readonly pageType: "custom";
  readonly name: string;
  readonly entityName?: string;
  readonly recordId?: string;
}

/** A page that a web resource fills, by the web resource's name. */
export interface WebResourcePage {
  readonly pageType: "webresource";
  readonly webresourceName: string;
  readonly data?: string;
}

/** An id as the shell keeps it: lower case, no braces. */
export function plainId(id: string): string {
  return id.replace(/[{}]/g, "").toLowerCase();
}

/** An id as the client API hands it out: upper case, in braces. */
export function bracedId(id: string): string {
  return id === "" ? "" : `{${plainId(id).toUpperCase()}}`;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The page that an address names; undefined when it names none (the app then opens its first page).
 * @throws Error on an id that is no GUID
 */
export function pageOf(address: string): Page | undefined {
  const query = new URL(address, "http://shell.invalid").searchParams;
  const table = query.get("etn") ?? "";
  switch (query.get("pagetype")) {
    case "dashboard":
      // The app's own addresses carry the dashboard's id as "id".
      return { pageType: "dashboard", ...idOf(query, "id", "dashboardId") };
    case "entitylist":
      if (table === "") return undefined;
      return { pageType: "entitylist", entityName: table, ...idOf(query, "viewid", "viewId"), ...onlyOf(query) };
    case "entityrecord":
      if (table === "") return undefined;
      return { pageType: "entityrecord", entityName: table, ...idOf(query, "id", "entityId"), ...idOf(query, "formid", "formId") };
    case "custom": {
      const name = query.get("name") ?? "";
      if (name === "") return undefined;
      return { pageType: "custom", name, ...(table === "" ? {} : { entityName: table }), ...idOf(query, "recordId", "recordId") };
    }
    case "webresource":
      return webResourcePage(query.get("webresourceName") ?? "", query.get("data"));
    case "url":
      return { pageType: "url", url: query.get("url") ?? "" };
    case "about":
      return { pageType: "about" };
    default:
      return undefined;
  }
}

function webResourcePage(webresourceName: string, data: string | null): WebResourcePage | undefined {
  if (webresourceName === "") return undefined;
  return { pageType: "webresource", webresourceName, ...(data === null || data === "" ? {} : { data }) };
}

function onlyOf(query: URLSearchParams): Pick<ListPageAddress, "only"> {
  const column = query.get("onlycolumn");
  const value = query.get("onlyvalue");
  const [table, from, to] = query.get("onlyvia")?.split(".") ?? [];
  if (column === null) return {};
  const via = table !== undefined && from !== undefined && to !== undefined ? { via: { table, from, to } } : {};
  return { only: { column, ...(value === null ? {} : { value }), ...via } };
}

function idOf<Key extends string>(query: URLSearchParams, parameter: string, key: Key): Partial<Record<Key, string>> {
  const text = query.get(parameter);
  if (text === null || text === "") return {};
  const id = plainId(text);
  if (!guid.test(id)) throw new Error(`The address's ${parameter} "${text}" is not a GUID.`);
  return { [key]: id } as Record<Key, string>;
}

/** The address of a page, relative to the host, in the app's own form: `/main.aspx?appid=…&pagetype=…`. */
export function addressOf(page: Page, appId: string): string {
  const query = new URLSearchParams({ appid: appId, pagetype: page.pageType });
  if (page.pageType === "dashboard" && page.dashboardId !== undefined) query.set("id", page.dashboardId);
  if (page.pageType === "entitylist") {
    query.set("etn", page.entityName);
    if (page.viewId !== undefined) query.set("viewid", page.viewId);
    if (page.only !== undefined) query.set("onlycolumn", page.only.column);
    if (page.only?.value !== undefined) query.set("onlyvalue", page.only.value);
    if (page.only?.via !== undefined) query.set("onlyvia", [page.only.via.table, page.only.via.from, page.only.via.to].join("."));
  }
  if (page.pageType === "entityrecord") {
    query.set("etn", page.entityName);
    if (page.entityId !== undefined) query.set("id", page.entityId);
    if (page.formId !== undefined) query.set("formid", page.formId);
  }
  if (page.pageType === "custom") {
    query.set("name", page.name);
    if (page.entityName !== undefined) query.set("etn", page.entityName);
    if (page.recordId !== undefined) query.set("recordId", page.recordId);
  }
  if (page.pageType === "webresource") {
    query.set("webresourceName", page.webresourceName);
    if (page.data !== undefined) query.set("data", page.data);
  }
  if (page.pageType === "url") query.set("url", page.url);
  return `/main.aspx?${query.toString()}`;
}

/** True when both are the same page of the app, whatever view or version of it is shown. */
export function isSamePlace(one: Page, other: Page): boolean {
  if (one.pageType === "dashboard") return other.pageType === "dashboard" && one.dashboardId === other.dashboardId;
  if (one.pageType === "custom") return other.pageType === "custom" && one.name === other.name;
  if (one.pageType === "webresource") return other.pageType === "webresource" && one.webresourceName === other.webresourceName;
  if (one.pageType === "url") return other.pageType === "url" && one.url === other.url;
  if (one.pageType === "about") return other.pageType === "about";
  return one.pageType === other.pageType && one.entityName === other.entityName;
}

const WEB_RESOURCE = "$webresource:";

/** The page that a site map address stands for: `/main.aspx?pagetype=dashboard`, `$webresource:prefix_/page.html`, `https://example.com/`. */
export function pageOfSiteMapAddress(url: string): Page {
  const foreign: ForeignPage = { pageType: "url", url };
  if (url.startsWith(WEB_RESOURCE)) {
    const [name = "", query = ""] = url.slice(WEB_RESOURCE.length).split("?");
    return webResourcePage(name, new URLSearchParams(query).get("data")) ?? foreign;
  }
  return pageOf(url) ?? (/dashboard/i.test(url) ? { pageType: "dashboard" } : foreign);
}
