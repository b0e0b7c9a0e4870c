import type { App, SiteMapPrivilege, SiteMapRight, SiteMapSubArea } from "../../model";
import { attribute, child, children, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { SolutionImportError } from "./solutionImportError";
import { labelsIn } from "./labels";
import { guid, needAttribute, needText } from "./partXml";

/** Root component types of an app's parts. */
const TABLE = "1";
const VIEW = "26";
const FORM = "60";
const SITE_MAP = "62";

const WEB_RESOURCE = "$webresource:";

const RIGHTS: readonly SiteMapRight[] = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign"];

/** `<Privilege Entity="account" Privilege="Read,Write" />`: several rights are separated by commas, and all are needed. */
function readPrivileges(node: XmlNode): readonly SiteMapPrivilege[] {
  const table = needAttribute(node, "Entity").toLowerCase();
  return needAttribute(node, "Privilege")
    .split(",")
    .map((name) => {
      const right = RIGHTS.find((one) => one === name.trim());
      if (right) return { table, right };
      throw new SolutionImportError(
        `The site map asks for an unknown privilege on ${table}: ${name.trim()}`,
        node.place,
        `Use ${RIGHTS.join(", ")}.`,
      );
    });
}

function readSubArea(node: XmlNode): SiteMapSubArea {
  const table = attribute(node, "Entity")?.toLowerCase();
  const url = attribute(node, "Url");
  const customPage = attribute(node, "Page");
  const dashboard = guid(attribute(node, "DefaultDashboard"));
  const icon = attribute(node, "VectorIcon") ?? attribute(node, "Icon");
  const privileges = children(node, "Privilege").flatMap(readPrivileges);
  return {
    id: needAttribute(node, "Id"),
    labels: labelsIn(node, "Titles", "Title"),
    ...(table === undefined ? {} : { table }),
    ...(url === undefined ? {} : { url }),
    ...(customPage === undefined ? {} : { customPage }),
    ...(dashboard === undefined ? {} : { dashboard }),
    ...(icon?.startsWith(WEB_RESOURCE) ? { icon: icon.slice(WEB_RESOURCE.length) } : {}),
    ...(privileges.length > 0 ? { privileges } : {}),
  };
}

function readAreas(siteMap: XmlNode | undefined): App["areas"] {
  return children(siteMap, "Area").map((area) => ({
    id: needAttribute(area, "Id"),
    labels: labelsIn(area, "Titles", "Title"),
    groups: children(area, "Group").map((group) => ({
      id: needAttribute(group, "Id"),
      labels: labelsIn(group, "Titles", "Title"),
      subAreas: children(group, "SubArea").map(readSubArea),
    })),
  }));
}

/** What the reader needs to know of its surroundings. */
export interface AppContext {
  /** The name of the web resource with this id. */
  readonly iconName: (webResourceId: string) => string | undefined;
  /** Whether a site map of this name comes with another solution, by what solution.xml says. */
  readonly isDeclared: (siteMap: string) => boolean;
}

/**
 * The model-driven apps of the solution, each with its site map.
 * @throws SolutionImportError
 */
export function readApps(root: XmlNode, { iconName, isDeclared }: AppContext): readonly App[] {
  const siteMaps = new Map(
    children(child(root, "AppModuleSiteMaps"), "AppModuleSiteMap").map((node) => [needText(node, "SiteMapUniqueName").toLowerCase(), node]),
  );
  const seen = new Set<string>();
  return children(child(root, "AppModules"), "AppModule").map((node) => {
    const uniqueName = needText(node, "UniqueName");
    if (seen.has(uniqueName)) throw new SolutionImportError(`The app ${uniqueName} is there twice`, node.place, "Keep one of them.");
    seen.add(uniqueName);
    const components = children(child(node, "AppModuleComponents"), "AppModuleComponent");
    const idsOf = (type: string): readonly string[] =>
      components.filter((one) => attribute(one, "type") === type).flatMap((one) => guid(attribute(one, "id")) ?? []);
    const namesOf = (type: string): readonly string[] =>
      components.filter((one) => attribute(one, "type") === type).flatMap((one) => attribute(one, "schemaName") ?? []);
    const siteMapName = (namesOf(SITE_MAP)[0] ?? uniqueName).toLowerCase();
    const siteMap = siteMaps.get(siteMapName);
    if (!siteMap && !isDeclared(siteMapName)) {
      throw new SolutionImportError(
        `The site map of the app ${uniqueName} is not in the zip: ${siteMapName}`,
        node.place,
        "Add it to the solution.",
      );
    }
    const icon = iconName(guid(textOf(node, "WebResourceId")) ?? "");
    const id = guid(textOf(node, "AppModuleId"));
    return {
      uniqueName,
      ...(id === undefined ? {} : { id }),
      labels: labelsIn(node, "LocalizedNames", "LocalizedName"),
      ...(icon === undefined ? {} : { icon }),
      ...(textOf(node, "statecode") === "1" ? { isInactive: true } : {}),
      tables: namesOf(TABLE).map((name) => name.toLowerCase()),
      forms: idsOf(FORM),
      views: idsOf(VIEW),
      roles: children(child(node, "AppModuleRoleMaps"), "Role").flatMap((one) => guid(attribute(one, "id")) ?? []),
      areas: readAreas(child(siteMap, "SiteMap")),
    };
  });
}
