/** Assembles customizations.xml: the skeleton `Other/Customizations.xml` filled from the files of each kind of component. */
import { readEntities, sameId, strip } from "./entities";
import { PackError } from "./packError";
import type { SourceFolder } from "./sourceFolder";
import { textAt, withChildren } from "./xml";
import type { XmlElement } from "./xml";

/** A part of the zip: its name there and its content. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** customizations.xml, and the files that it names. */
export interface Customizations {
  readonly document: XmlElement;
  readonly parts: readonly Part[];
}

/** Reads all components. @throws PackError where something is missing, has no place in the skeleton, or contradicts its file's name. */
export function readCustomizations(source: SourceFolder): Customizations {
  const skeleton = source.xml("Other/Customizations.xml", "ImportExportXml");
  const webResources = readWebResources(source);
  const controls = readControls(source);
  const content: Record<string, readonly XmlElement[]> = {
    Entities: readEntities(source),
    Roles: readAll(source, source.list("Roles/", ".xml"), "Role"),
    RibbonDiffXml: source.xml("Other/RibbonCustomization.xml", "RibbonDiffXml").children,
    EntityRelationships: readRelationships(source),
    optionsets: readAll(source, source.list("OptionSets/", ".xml"), "optionset"),
    Dashboards: readDashboards(source),
    WebResources: webResources.elements,
    CustomControls: controls.elements,
    AppModuleSiteMaps: readAll(source, source.list("AppModuleSiteMaps/", "/AppModuleSiteMap.xml"), "AppModuleSiteMap"),
    AppModules: readAll(source, source.list("AppModules/", "/AppModule.xml"), "AppModule"),
  };
  for (const [name, elements] of Object.entries(content)) {
    if (elements.length > 0 && !skeleton.children.some((each) => each.name === name)) {
      throw new PackError(`Other/Customizations.xml has no <${name} />: its components have no place. Add the empty element.`);
    }
  }
  const filled = skeleton.children.map((each) => withChildren(each, content[each.name] ?? each.children));
  return { document: withChildren(skeleton, filled), parts: [...webResources.parts, ...controls.parts] };
}

function readAll(source: SourceFolder, paths: readonly string[], rootName: string): XmlElement[] {
  return paths.map((path) => strip(source.xml(path, rootName)));
}

function readDashboards(source: SourceFolder): XmlElement[] {
  return source.list("Dashboards/", ".xml").map((path) => {
    const dashboard = source.xml(path, "Dashboard");
    sameId(path, textAt(dashboard, "FormId"));
    return strip(dashboard);
  });
}

/** Relationships of all files, in the order of the list `Other/Relationships.xml`; both must name the same ones. */
function readRelationships(source: SourceFolder): XmlElement[] {
  const listed = source.xml("Other/Relationships.xml", "EntityRelationships").children.map((each) => each.attributes["Name"] ?? "");
  const defined = new Map<string, XmlElement>();
  for (const path of source.list("Other/Relationships/", ".xml")) {
    for (const each of source.xml(path, "EntityRelationships").children) {
      const name = each.attributes["Name"] ?? "";
      if (defined.has(name)) throw new PackError(`${path}: the relationship '${name}' is defined twice. Remove one.`);
      if (!listed.includes(name)) {
        throw new PackError(`${path}: the relationship '${name}' is not in the list Other/Relationships.xml. Add it there.`);
      }
      defined.set(name, each);
    }
  }
  return listed.map((name) => {
    const found = defined.get(name);
    if (!found) throw new PackError(`Other/Relationships.xml lists '${name}', which no file below Other/Relationships/ defines.`);
    return found;
  });
}

function readWebResources(source: SourceFolder): { elements: XmlElement[]; parts: Part[] } {
  const parts: Part[] = [];
  const elements = source.list("WebResources/", ".data.xml").map((path) => {
    const definition = strip(source.xml(path, "WebResource"));
    const file = path.slice(0, -".data.xml".length);
    const name = textAt(definition, "Name");
    if (file !== `WebResources/${name}`) throw new PackError(`${path} is of the web resource '${name}': its path must be that name.`);
    parts.push({ name: partName(path, definition), bytes: source.bytes(file) });
    return definition;
  });
  return { elements, parts };
}

function readControls(source: SourceFolder): { elements: XmlElement[]; parts: Part[] } {
  const parts: Part[] = [];
  const elements = source.folders("Controls").map((folder) => {
    const path = `Controls/${folder}/ControlManifest.xml.data.xml`;
    const definition = strip(source.xml(path, "CustomControl"));
    const manifest = partName(path, definition);
    if (textAt(definition, "Name") !== folder || manifest !== `Controls/${folder}/ControlManifest.xml`) {
      throw new PackError(`${path}: Name and FileName must be those of its folder '${folder}'.`);
    }
    for (const file of source.list(`Controls/${folder}/`).filter((each) => each !== path)) {
      parts.push({ name: file, bytes: source.bytes(file) });
    }
    source.xml(manifest, "manifest");
    return definition;
  });
  return { elements, parts };
}

function partName(path: string, definition: XmlElement): string {
  const name = textAt(definition, "FileName").replace(/^\//, "");
  if (name === "") throw new PackError(`${path} has no <FileName>: the name of the part in the zip.`);
  return name;
}
