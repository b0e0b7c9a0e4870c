/** A page with the form of a row, or of a new row where there is no id. */
export interface RecordPage {
  readonly pageType: "entityrecord";
  readonly entityName: string;
  readonly entityId?: string;
  readonly formId?: string;
}

/** A page of the app: what stands in the main area, or in a side pane. */
export type Page =
  | RecordPage
  | { readonly pageType: "entitylist"; readonly entityName: string; readonly viewId?: string }
  | { readonly pageType: "dashboard"; readonly dashboardId?: string };

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
      return { pageType: "entitylist", entityName: table, ...idOf(query, "viewid", "viewId") };
    case "entityrecord":
      if (table === "") return undefined;
      return { pageType: "entityrecord", entityName: table, ...idOf(query, "id", "entityId"), ...idOf(query, "formid", "formId") };
    default:
      return undefined;
  }
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
  }
  if (page.pageType === "entityrecord") {
    query.set("etn", page.entityName);
    if (page.entityId !== undefined) query.set("id", page.entityId);
    if (page.formId !== undefined) query.set("formid", page.formId);
  }
  return `/main.aspx?${query.toString()}`;
}

/** The page that a site map address such as `/main.aspx?pagetype=dashboard` stands for; undefined for an address outside the app. */
export function pageOfSiteMapAddress(url: string): Page | undefined {
  if (/dashboard|workplace\/home_dashboards/i.test(url)) return { pageType: "dashboard" };
  return pageOf(url);
}
