import type { LeftOut, Table } from "../../model";
import { attribute, child, children, path, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { englishLabel, labelsIn } from "./labels";

/** Containers of customizations.xml that the other readers of this folder read, and those without components. */
const READ: ReadonlySet<string> = new Set([
  ...["Entities", "Roles", "EntityRelationships", "optionsets", "WebResources", "CustomControls", "RibbonDiffXml", "AppModules"],
  ...["AppModuleSiteMaps", "Dashboards", "Languages", "EntityMaps", "Templates", "OrganizationSettings"],
]);

/** Names for people, of elements and folders whose own name is no word. What is missing here is named after its element. */
const KINDS: Readonly<Record<string, string>> = {
  aimodel: "AI model",
  attributeimageconfig: "image column",
  bot: "agent (Copilot Studio)",
  botcomponent: "part of an agent (Copilot Studio)",
  canvasapp: "canvas app or custom page",
  connectionreference: "connection reference",
  connector: "custom connector",
  customapi: "custom API",
  dialog: "dialog",
  entitydatasource: "data source of virtual tables",
  entitydataprovider: "data provider of virtual tables",
  environmentvariabledefinition: "environment variable",
  fieldsecurityprofile: "column security profile",
  maskingrule: "masking rule",
  pluginassembly: "plug-in assembly",
  sdkmessageprocessingstep: "plug-in step",
  sitemap: "site map of the whole environment",
};

/** A workflow's category: learn.microsoft.com/power-apps/developer/data-platform/reference/entities/workflow, Category. */
const PROCESSES: readonly string[] = [
  "workflow",
  "dialog (process)",
  "business rule",
  "action",
  "business process flow",
  "cloud flow",
  "desktop flow",
];

function words(elementName: string): string {
  const known = KINDS[elementName.toLowerCase()];
  return known ?? elementName.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

/** The best name that an element has. */
function nameOf(node: XmlNode): string {
  const label = englishLabel(labelsIn(node, "LocalizedNames", "LocalizedName"), "");
  const texts = ["DisplayName", "connectionreferencedisplayname", "displayname", "Name", "name", "msdyn_name", "UniqueName", "uniquename"];
  const attributes = ["Name", "name", "FullName", "schemaName", "schemaname", "connectionreferencelogicalname", "uniquename", "Id", "id"];
  const found = [label, ...texts.map((one) => textOf(node, one)), ...attributes.map((one) => attribute(node, one))].find((one) => one);
  // The name of an assembly goes on with its version, culture and key.
  return found?.replace(/, Version=.*$/, "") ?? "unnamed";
}

function containersOf(root: XmlNode): readonly LeftOut[] {
  return root.children
    .filter((container) => !READ.has(container.name))
    .flatMap((container) => container.children)
    .map((node) => {
      const isProcess = node.name === "Workflow";
      const kind = isProcess ? PROCESSES[Number(textOf(node, "Category") ?? "0")] : undefined;
      return { kind: kind ?? words(node.name), name: nameOf(node) };
    });
}

/** Folders of a zip whose files are named in customizations.xml. */
const NAMED_FOLDERS: ReadonlySet<string> = new Set(["webresources", "controls", "workflows", "canvasapps", "pluginassemblies", "reports"]);

/** Newer kinds of components have a folder each, and in it one for each component: `customapis/sample_IsAdmin/customapi.xml`. */
function foldersOf(parts: Iterable<string>): readonly LeftOut[] {
  const found = new Map<string, LeftOut>();
  for (const part of parts) {
    const [folder = "", name, file] = part.split("/");
    if (name === undefined || file === undefined || NAMED_FOLDERS.has(folder.toLowerCase())) continue;
    found.set(`${folder}/${name}`, { kind: words(folder.replace(/s$/, "")), name });
  }
  return [...found.values()];
}

/** What is not played of one `<Entity>`, besides its forms, views and columns. */
function partsOf(node: XmlNode, known: ReadonlyMap<string, Table>): readonly LeftOut[] {
  const name = textOf(node, "Name") ?? "?";
  const ribbon = child(child(node, "RibbonDiffXml"), "CustomActions")?.children ?? [];
  const own = ribbon.map((action) => ({
    kind: `command of the table ${name}`,
    name: attribute(action, "Id") ?? attribute(action, "HideActionId") ?? "?",
  }));
  if (known.has(name.toLowerCase())) return own;
  const forms = children(child(node, "FormXml"), "forms").flatMap((group) => children(group, "systemform"));
  const views = children(path(node, "SavedQueries", "savedqueries"), "savedquery");
  const columns = children(child(path(node, "EntityInfo", "entity"), "attributes"), "attribute");
  const kind = (part: string): string => `${part} of the table ${name}, which is not here`;
  return [
    ...columns.map((part) => ({ kind: kind("column"), name: textOf(part, "LogicalName") ?? nameOf(part) })),
    ...[...forms, ...views].map((part) => ({ kind: kind("form or view"), name: nameOf(part) })),
    ...children(child(node, "Visualizations"), "visualization").map((part) => ({ kind: kind("chart"), name: nameOf(part) })),
    ...own,
  ];
}

/**
 * What the zip holds and the sandbox does not play, by kind and name: processes, plug-ins, interactive dashboards, canvas apps, commands of tables …
 * @param parts the paths of the zip's files
 * @param known all tables that there are
 */
export function readLeftOut(root: XmlNode, parts: Iterable<string>, known: ReadonlyMap<string, Table>): readonly LeftOut[] {
  const tables = children(child(root, "Entities"), "Entity").flatMap((node) => partsOf(node, known));
  return [...containersOf(root), ...foldersOf(parts), ...tables];
}
