import type { SiteMapSubArea, Table } from "../../model";
import type { Session } from "../session/session";
import { pageOfSiteMapAddress } from "./address";
import type { Page } from "./address";

/** A link of the site map. */
export interface SiteMapLink {
  readonly id: string;
  readonly label: string;
  /** Web resource of the icon. */
  readonly icon: string | undefined;
  /** The shell's own icon, for the platform's tables and pages, for which the solution brings none. */
  readonly symbol: string;
  readonly page: Page;
}

/** A group of links. */
export interface SiteMapGroup {
  readonly id: string;
  readonly label: string;
  readonly links: readonly SiteMapLink[];
}

/** An area of the app. */
export interface SiteMapArea {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly SiteMapGroup[];
}

/**
 * The app's site map for this user. Left out are tables that the user may not read, links that need a privilege which the user lacks,
 * and groups and areas that are empty then. This hides links; it is the privileges that protect rows.
 */
export function siteMapFor(session: Session): SiteMapArea[] {
  return session.app.areas
    .map((area) => ({
      id: area.id,
      label: session.label(area.labels, area.id),
      groups: area.groups
        .map((group) => ({
          id: group.id,
          label: session.label(group.labels),
          links: group.subAreas.flatMap((subArea) => linkOf(session, subArea)),
        }))
        .filter((group) => group.links.length > 0),
    }))
    .filter((area) => area.groups.length > 0);
}

/** All links in order. */
export function linksOf(areas: readonly SiteMapArea[]): SiteMapLink[] {
  return areas.flatMap((area) => area.groups.flatMap((group) => [...group.links]));
}

const symbols: Readonly<Record<string, string>> = { contact: "Contact", account: "CityNext" };

function linkOf(session: Session, subArea: SiteMapSubArea): SiteMapLink[] {
  if (!(subArea.privileges ?? []).every(({ table, right }) => session.privileges.may(right, knownTable(session, subArea, table))))
    return [];
  if (subArea.table === undefined) {
    const named: Page =
      subArea.customPage === undefined ? pageOfSiteMapAddress(subArea.url ?? "") : { pageType: "custom", name: subArea.customPage };
    const page: Page =
      named.pageType === "dashboard" && subArea.dashboard !== undefined ? { ...named, dashboardId: subArea.dashboard } : named;
    const symbol = page.pageType === "dashboard" ? "ViewDashboard" : "Page";
    return [{ id: subArea.id, label: session.label(subArea.labels, subArea.id), icon: subArea.icon, symbol, page }];
  }
  const table = knownTable(session, subArea, subArea.table);
  if (!session.privileges.may("Read", table)) return [];
  const label = session.label(subArea.labels, session.label(table.pluralLabels, table.logicalName));
  const symbol = symbols[table.logicalName] ?? "Table";
  const page: Page = { pageType: "entitylist", entityName: table.logicalName };
  return [{ id: subArea.id, label, icon: subArea.icon ?? table.icon, symbol, page }];
}

function knownTable(session: Session, subArea: SiteMapSubArea, name: string): Table {
  const table = session.findTable(name);
  if (table === undefined) throw new Error(`The site map entry "${subArea.id}" names the table "${name}", which does not exist.`);
  return table;
}
