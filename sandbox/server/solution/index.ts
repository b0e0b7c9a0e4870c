/**
 * Reads a solution zip as Dataverse's import would: into a model of tables, forms, roles and so on, checked.
 *
 *     const solution = importSolution(readFileSync(file));
 *     solution.model.tables; solution.webResource("sample_/desk.js");
 */
import type { Relationship, SolutionModel, Table } from "../../model";
import { withSystemColumns } from "../dataverse/platform/columns";
import { PLATFORM_TABLES } from "../dataverse/platform/tables";
import { child, children, ownText, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { readApps } from "./apps";
import { checkApp, checkCommand, checkForm, checkRole, checkUnique, checkView } from "./check";
import type { Known } from "./check";
import { readOptionSets } from "./columns";
import { readControls } from "./controls";
import { SolutionImportError } from "./solutionImportError";
import { readForms } from "./forms";
import { isElsewhere } from "./known";
import { checkRootComponents, readManifest } from "./manifest";
import { parsePart } from "./partXml";
import { readPlatformForms } from "./platformForms";
import { readRelationships } from "./relationships";
import { readWebResources } from "./resources";
import { readCommands } from "./ribbon";
import { readRoles } from "./roles";
import { readTables } from "./tables";
import type { ReadTable } from "./tables";
import { checkFetch } from "./viewQueries";
import { readViews } from "./views";
import { partFinder, readZip } from "./zip";

export { SolutionImportError } from "./solutionImportError";

/** An imported solution: what it declares, and the files in it. */
export interface ImportedSolution {
  readonly model: SolutionModel;
  /** A file of the zip by its path (no leading slash; compared as written, then without regard to case), or undefined. */
  part(path: string): Uint8Array | undefined;
  /** The file of a web resource by its name (`sample_/desk.js`), or undefined. */
  webResource(name: string): Uint8Array | undefined;
  /** A file of a code component: `controlFile("sample_HelpDesk.TicketCard", "strings/TicketCard.1033.resx")`. */
  controlFile(control: string, file: string): Uint8Array | undefined;
  /** What the zip holds and the sandbox has no use for, in words. */
  readonly ignored: readonly string[];
}

/** Lookups take their targets from the relationships that use them. */
function withTargets(table: Table, relationships: readonly Relationship[], place: string): Table {
  const columns = table.columns.map((column) => {
    if (column.type !== "lookup" || column.targets) return column;
    const targets = relationships
      .filter((one) => one.referencingTable === table.logicalName && one.column === column.logicalName)
      .map((one) => one.referencedTable);
    if (targets.length === 0) {
      throw new SolutionImportError(
        `The lookup ${column.logicalName} of the table ${table.logicalName} has no relationship`,
        place,
        "Add its relationship to the solution.",
      );
    }
    return { ...column, targets };
  });
  return { ...table, columns };
}

/** A lookup to a table that the sandbox does not bring cannot be stored: its column is known, and every use of it is refused. */
function withoutForeignLookups(read: ReadTable, skippedColumns: ReadonlySet<string>): Table {
  const completed = withSystemColumns(read.table);
  const columns = completed.columns.map((column) =>
    column.type === "lookup" && skippedColumns.has(`${completed.logicalName}.${column.logicalName}`)
      ? { ...column, type: "unsupported" as const }
      : column,
  );
  return { ...completed, columns };
}

function foreignLookups(root: XmlNode): ReadonlySet<string> {
  return new Set(
    children(child(root, "EntityRelationships"), "EntityRelationship")
      .filter(
        (node) =>
          isElsewhere(textOf(node, "ReferencedEntityName") ?? "") && textOf(node, "ReferencedEntityName")?.toLowerCase() !== "owner",
      )
      .map((node) => `${textOf(node, "ReferencingEntityName") ?? ""}.${textOf(node, "ReferencingAttributeName") ?? ""}`.toLowerCase()),
  );
}

/**
 * Reads and checks a solution zip, managed or not.
 * @throws SolutionImportError for a zip that Dataverse would refuse or could not use; it says what is wrong, where, and what to do
 */
export function importSolution(zip: Uint8Array): ImportedSolution {
  const part = partFinder(readZip(zip));
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
  const ignored: string[] = [];
  const skip = (what: string): void => void ignored.push(what);

  const optionSets = readOptionSets(customizations);
  const reads = readTables(customizations, optionSets, skip);
  const platform = new Map(PLATFORM_TABLES.map((table) => [table.logicalName, table]));
  const relationships = readRelationships(customizations, {
    tables: new Map(reads.map((read) => [read.table.logicalName, read])),
    isPlatformTable: (name) => platform.has(name),
    dependencies: manifest.dependencies,
    skip,
  });
  const foreign = foreignLookups(customizations);
  const tables = reads.map((read) => withTargets(withoutForeignLookups(read, foreign), relationships, read.node.place));
  const ownForms = reads.flatMap((read) => readForms(read, skip));
  const views = reads.flatMap(readViews);
  const roles = readRoles(customizations);
  const webResources = readWebResources(customizations, part);
  const controls = readControls(customizations, part);
  const commands = readCommands(customizations);
  const icons = new Map(webResources.map((one) => [one.id, one.name]));
  const apps = readApps(customizations, (id) => icons.get(id));

  const known: Known = {
    tables: new Map([...platform, ...tables.map((table) => [table.logicalName, table] as const)]),
    webResources: new Set(webResources.map((one) => one.name)),
    controls: new Set(controls.map((one) => one.name)),
    isElsewhere: (name) => isElsewhere(name) || manifest.dependencies.has(name.toLowerCase()),
  };
  const forms = [...ownForms, ...readPlatformForms(customizations, platform, known, skip)];
  checkUnique("forms", forms);
  checkUnique("views", views);
  checkUnique("roles", roles);
  ownForms.forEach((form) => checkForm(form, known));
  views.forEach((view) => {
    checkView(view, known);
    checkFetch(view, known);
  });
  roles.forEach((role) => checkRole(role, known, manifest.prefix));
  commands.forEach((command) => checkCommand(command, known));
  const idsOf = (items: readonly { readonly item: { readonly id: string } }[]): ReadonlySet<string> =>
    new Set(items.map(({ item }) => item.id));
  const ids = { form: idsOf(forms), view: idsOf(views), role: idsOf(roles) };
  apps.forEach((app) => checkApp(app, known, ids));
  const siteMaps = children(child(customizations, "AppModuleSiteMaps"), "AppModuleSiteMap").map((node) =>
    textOf(node, "SiteMapUniqueName"),
  );
  const byKind: Readonly<Record<string, readonly (string | undefined)[]>> = {
    table: [...known.tables.keys()],
    choice: [...optionSets.keys()],
    role: [...ids.role],
    "web resource": webResources.map((one) => one.name),
    "site map": siteMaps,
    control: controls.map((one) => one.name),
    app: apps.map((one) => one.uniqueName),
  };
  checkRootComponents(manifest, (kind, name) => byKind[kind]?.some((one) => one?.toLowerCase() === name) ?? true);

  const model: SolutionModel = {
    uniqueName: manifest.uniqueName,
    version: manifest.version,
    managed: manifest.managed,
    languages: children(child(customizations, "Languages"), "Language").map((node) => ownText(node)),
    tables,
    relationships,
    forms: forms.map(({ item }) => item),
    views: views.map(({ item }) => item),
    roles: roles.map(({ item }) => item),
    webResources,
    controls,
    commands,
    apps,
  };
  const controlFolders = new Map(controls.map((one) => [one.name, one.folder]));
  const resourceParts = new Map(webResources.map((one) => [one.name, one.part]));
  return {
    model,
    ignored,
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
