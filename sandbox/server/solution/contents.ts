import type { Relationship, Table } from "../../model";

/** What a zip, or the platform, brings: names in lower case (roles, forms, views and charts by id), by kind. */
export type Contents = ReadonlyMap<string, ReadonlySet<string>>;

/** The kinds that zips are compared by, for other zips, apps and root components. */
export interface ContentLists {
  readonly tables: Iterable<Table>;
  readonly relationships: readonly Pick<Relationship, "name">[];
  readonly choices: Iterable<string>;
  readonly webResources: readonly string[];
  readonly controls: readonly string[];
  readonly apps: readonly string[];
  readonly siteMaps: readonly string[];
  /** Ids, those of forms that the sandbox does not play and of dashboards too. */
  readonly forms: readonly string[];
  readonly views: readonly string[];
  readonly charts: readonly string[];
  readonly roles: readonly string[];
}

/** Puts these lists together. */
export function contentsOf(lists: ContentLists): Contents {
  const lower = (names: Iterable<string>): ReadonlySet<string> => new Set([...names].map((name) => name.toLowerCase()));
  const tables = [...lists.tables];
  return new Map([
    ["table", lower(tables.map((table) => table.logicalName))],
    ["column", lower(tables.flatMap((table) => table.columns.map((column) => `${table.logicalName}.${column.logicalName}`)))],
    ["relationship", lower(lists.relationships.map(({ name }) => name))],
    ["choice", lower(lists.choices)],
    ["web resource", lower(lists.webResources)],
    ["control", lower(lists.controls)],
    ["app", lower(lists.apps)],
    ["site map", lower(lists.siteMaps)],
    ["form", lower(lists.forms)],
    ["view", lower(lists.views)],
    ["chart", lower(lists.charts)],
    ["role", lower(lists.roles)],
  ]);
}
