import type { Labels } from "./labels";

/** What one may do with a table, as site maps name it. */
export type SiteMapRight = "Create" | "Read" | "Write" | "Delete" | "Append" | "AppendTo" | "Assign";

/** A privilege without which a link of the site map is not shown. */
export interface SiteMapPrivilege {
  readonly table: string;
  readonly right: SiteMapRight;
}

/** A link of the site map. */
export interface SiteMapSubArea {
  readonly id: string;
  readonly labels: Labels;
  /** A table's list, a page address, or a custom page by its name. */
  readonly table?: string;
  readonly url?: string;
  readonly customPage?: string;
  /** The dashboard that the page of dashboards opens with. */
  readonly dashboard?: string;
  readonly icon?: string;
  /** All of them are needed to see the link. */
  readonly privileges?: readonly SiteMapPrivilege[];
}

/** A model-driven app with its site map. */
export interface App {
  readonly uniqueName: string;
  readonly id?: string;
  readonly labels: Labels;
  readonly icon?: string;
  /** Somebody has deactivated it: nobody is offered it. */
  readonly isInactive?: boolean;
  readonly tables: readonly string[];
  readonly forms: readonly string[];
  readonly views: readonly string[];
  readonly roles: readonly string[];
  readonly areas: readonly {
    readonly id: string;
    readonly labels: Labels;
    readonly groups: readonly { readonly id: string; readonly labels: Labels; readonly subAreas: readonly SiteMapSubArea[] }[];
  }[];
}
