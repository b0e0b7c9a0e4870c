import type { Labels } from "./labels";

/** A link of the site map. */
export interface SiteMapSubArea {
  readonly id: string;
  readonly labels: Labels;
  /** A table's list, or a page address. */
  readonly table?: string;
  readonly url?: string;
  readonly icon?: string;
}

/** A model-driven app with its site map. */
export interface App {
  readonly uniqueName: string;
  readonly id?: string;
  readonly labels: Labels;
  readonly icon?: string;
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
