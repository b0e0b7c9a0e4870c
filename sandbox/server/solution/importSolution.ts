import type { LeftOut, SolutionModel, Table } from "../../model";
import { PLATFORM_ROLE_IDS } from "../dataverse/platform/roles";
import { PLATFORM_TABLES } from "../dataverse/platform/tables";
import { child, children, ownText, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { readApps } from "./apps";
import { readCharts, usableCharts } from "./charts";
import { checkCommand, checkForm, checkRole, checkUnique, checkView } from "./check";
import type { Known } from "./check";
import { checkApp, withoutForeignLinks } from "./checkApp";
import { readOptionSets } from "./columns";
import type { OptionSets } from "./columns";
import { contentsOf } from "./contents";
import type { Contents } from "./contents";
import { readControls } from "./controls";
import { checkDashboard, readDashboards } from "./dashboards";
import { isMet, solutionNameOf } from "./dependencies";
import type { Dependency } from "./dependencies";
import { readFormIds, readForms } from "./forms";
import { isElsewhere, isPlatformChoice } from "../dataverse/platform/platformNames";
import { readLeftOut } from "./leftOut";
import { completeTable } from "./lookups";
import { checkLibraries } from "./libraries";
import { checkRootComponents, readManifest } from "./manifest";
import { parsePart } from "./partXml";
import { readPlatformParts } from "./platformParts";
import { playableView } from "./playableView";
import { readRelationships } from "./relationships";
import { readWebResources } from "./resources";
import { readCommands } from "./ribbon";
import { readRoles } from "./roles";
import { SolutionImportError } from "./solutionImportError";
import { readTables } from "./tables";
import { checkFetch } from "./viewQueries";
import { readViews } from "./views";
import { partFinder, readZip } from "./zip";

/** An imported solution: what it declares, and the files in it. */
export interface ImportedSolution {
  readonly model: SolutionModel;
  /** A file of the zip by its path (no leading slash; compared as written, then without regard to case), or undefined. */
  part(path: string): Uint8Array | undefined;
  /** The file of a web resource by its name (`sample_/desk.js`), or undefined. */
  webResource(name: string): Uint8Array | undefined;
  /** A file of a code component: `controlFile("sample_HelpDesk.TicketCard", "strings/TicketCard.1033.resx")`. */
  controlFile(control: string, file: string): Uint8Array | undefined;
  /** What the zip holds and the sandbox does not play. */
  readonly leftOut: readonly LeftOut[];
  /** What solution.xml says must be there already, and is not. */
  readonly missing: readonly Dependency[];
  /** Everything that it brings, by kind and name, for zips that are imported after it. */
  readonly contents: Contents;
  /** Its global choices, for zips that are imported after it. */
  readonly optionSets: OptionSets;
}

const PLATFORM_CONTENTS: Contents = contentsOf({
  ...{
    tables: PLATFORM_TABLES,
    relationships: [],
    choices: [],
    webResources: [],
    controls: [],
    apps: [],
    siteMaps: [],
    forms: [],
    views: [],
    charts: [],
  },
  roles: [...PLATFORM_ROLE_IDS],
});

const byName = (tables: Iterable<Table>): ReadonlyMap<string, Table> =>
  new Map([...tables].map((table) => [table.logicalName, table] as const));

/**
 * Reads and checks a solution zip, managed or not.
 * @param earlier the solutions that are imported before it: it may use what they bring
 * @throws SolutionImportError for a zip that Dataverse would refuse or could not use; it says what is wrong, where, and what to do
 */
export function importSolution(zip: Uint8Array, earlier: readonly ImportedSolution[] = []): ImportedSolution {
  const parts = readZip(zip);
  const part = partFinder(parts);
  const root = (name: string): XmlNode => {
    const bytes = part(name);
    if (bytes) return parsePart(bytes, name);
    throw new SolutionImportError(
      `The zip is no solution: it has no ${name}`,
      "zip",
      "Give the zip that a packer such as `pac solution pack` writes, or an export.",
    );
  };
  const manifest = readManifest(root("solution.xml"));
  root("[Content_Types].xml");
  const customizations = root("customizations.xml");
  const leftOut: LeftOut[] = [];
  const skip = (what: LeftOut): void => void leftOut.push(what);

  const declared = new Set(manifest.dependencies.flatMap(({ names }) => names));
  const customized = new Set(children(child(customizations, "Entities"), "Entity").map((node) => textOf(node, "Name")?.toLowerCase()));
  const before = byName([...PLATFORM_TABLES, ...earlier.flatMap(({ model }) => model.tables)]);
  const isDeclared = (name: string): boolean => declared.has(name.toLowerCase());
  const elsewhere = (table: string): boolean => isElsewhere(table) || isDeclared(table);
  const optionSets = readOptionSets(customizations);
  const reads = readTables(customizations, {
    before,
    isElsewhere: elsewhere,
    optionSets: new Map([...earlier.flatMap((one) => [...one.optionSets]), ...optionSets]),
    isChoiceElsewhere: (name) => isPlatformChoice(name) || isDeclared(name),
    skip,
  });
  const { relationships, foreign } = readRelationships(customizations, {
    tables: new Map(reads.map((read) => [read.table.logicalName, read])),
    isThere: (name) => before.has(name),
    isElsewhere: elsewhere,
    skip,
  });
  const tables = reads.map((read) => completeTable(read, relationships, foreign));
  const readsOfSolutions = reads.filter(({ table }) => !table.platform);
  const webResources = readWebResources(customizations, part);
  const controls = readControls(customizations, part);
  const commands = readCommands(customizations, skip);
  const icons = new Map(webResources.map((one) => [one.id, one.name]));
  const given = (kind: string): readonly string[] => earlier.flatMap(({ contents }) => [...(contents.get(kind) ?? [])]);

  const known: Known = {
    tables: byName([...before.values(), ...tables]),
    ownTables: new Set(tables.filter(({ added }) => added === undefined).map(({ logicalName }) => logicalName)),
    webResources: new Set([...earlier.flatMap(({ model }) => model.webResources), ...webResources].map((one) => one.name)),
    controls: new Set([...earlier.flatMap(({ model }) => model.controls), ...controls].map((one) => one.name)),
    isElsewhere: elsewhere,
    isDeclared,
  };
  const ownForms = readsOfSolutions.flatMap((read) => readForms(read, skip));
  const ownViews = readsOfSolutions.flatMap(readViews);
  const roles = readRoles(customizations);
  const platform = byName([...known.tables.values()].filter((table) => table.platform));
  const ofPlatform = readPlatformParts(customizations, platform, known, skip);
  const forms = [...ownForms, ...ofPlatform.forms];
  const views = [...ownViews, ...ofPlatform.views];
  const charts = usableCharts(reads.flatMap(readCharts), known, skip);
  const dashboards = readDashboards(customizations);
  checkUnique("forms", forms);
  checkUnique("views", views);
  checkUnique("charts", charts);
  checkUnique("dashboards", dashboards);
  checkUnique("roles", roles);
  checkLibraries([...earlier.flatMap(({ model }) => model.controls), ...controls], isDeclared);
  ownForms.forEach((form) => checkForm(form, known));
  ownViews.forEach((view) => {
    checkView(view, known);
    checkFetch(view, known);
  });
  roles.forEach((role) => checkRole(role, known, manifest.prefix));
  commands.forEach((command) => checkCommand(command, known));
  const siteMapNodes = children(child(customizations, "AppModuleSiteMaps"), "AppModuleSiteMap");
  const readAppNodes = readApps(customizations, { iconName: (id) => icons.get(id), isDeclared });
  const contents = contentsOf({
    ...{ tables, relationships, choices: optionSets.keys() },
    webResources: webResources.map((one) => one.name),
    controls: controls.map((one) => one.name),
    apps: readAppNodes.map((one) => one.uniqueName),
    siteMaps: siteMapNodes.flatMap((node) => textOf(node, "SiteMapUniqueName") ?? []),
    forms: readFormIds(customizations),
    views: views.map(({ item }) => item.id),
    charts: charts.map(({ item }) => item.id),
    roles: roles.map(({ item }) => item.id),
  });
  const has = (kind: string, name: string): boolean => contents.get(kind)?.has(name) ?? true;
  const isThere = (kind: string, id: string): boolean => has(kind, id) || given(kind).includes(id);
  readAppNodes.forEach((app) => checkApp(app, known, isThere));
  dashboards.forEach((dashboard) => checkDashboard(dashboard, known, isThere));
  const apps = readAppNodes.map((app) => withoutForeignLinks(app, known, skip));
  checkRootComponents(manifest, (kind, name) => has(kind, name) || (kind === "table" && (customized.has(name) || before.has(name))));

  const model: SolutionModel = {
    uniqueName: manifest.uniqueName,
    version: manifest.version,
    managed: manifest.managed,
    languages: children(child(customizations, "Languages"), "Language").map((node) => ownText(node)),
    tables,
    relationships,
    forms: forms.map(({ item }) => item),
    views: views.flatMap(({ item }) => playableView(item, known, skip) ?? []),
    charts: charts.map(({ item }) => item),
    dashboards: dashboards.map(({ item }) => item),
    roles: roles.map(({ item }) => item),
    webResources,
    controls,
    commands,
    apps,
  };
  const controlFolders = new Map(controls.map((one) => [one.name, one.folder]));
  const resourceParts = new Map(webResources.map((one) => [one.name, one.part]));
  const earlierNames = new Set(earlier.map((one) => one.model.uniqueName));
  const there = [PLATFORM_CONTENTS, ...earlier.map((one) => one.contents), contents];
  return {
    model,
    leftOut: [...leftOut, ...readLeftOut(customizations, parts.keys(), known.tables)],
    missing: manifest.dependencies.filter((one) => !isMet(one, there) && !earlierNames.has(solutionNameOf(one))),
    contents,
    optionSets,
    part,
    webResource: (name) => {
      const file = resourceParts.get(name);
      return file === undefined ? undefined : part(file);
    },
    controlFile: (control, file) => {
      const folder = controlFolders.get(control);
      return folder === undefined ? undefined : part(`${folder}/${file}`);
    },
  };
}
