/** Makes solution.xml: the committed manifest with the managed flag of the zip, after its version and its roots were checked. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Customizations } from "./customizations";
import { PackError } from "./packError";
import type { SourceFolder } from "./sourceFolder";
import { child, parseXml, textAt, withChildren } from "./xml";
import type { XmlElement } from "./xml";

/** The solution's version for a version of package.json: `1.2.3` → `1.2.3.0`. @throws PackError where that is not three numbers. */
export function solutionVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version?: unknown };
  if (typeof version !== "string" || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new PackError(`package.json: the version ${JSON.stringify(version)} must be three numbers, as in "1.0.0".`);
  }
  return `${version}.0`;
}

/** solution.xml of a managed or an unmanaged zip. @throws PackError where versions or root components do not agree. */
export function readManifest(source: SourceFolder, version: string, managed: boolean, customizations: Customizations): XmlElement {
  const document = source.xml("Other/Solution.xml", "ImportExportXml");
  const head = child(document, "SolutionManifest");
  if (!head) throw new PackError("Other/Solution.xml has no <SolutionManifest>.");
  const written = textAt(head, "Version");
  if (written !== version) {
    throw new PackError(`Other/Solution.xml has the version ${written}, package.json asks for ${version}. Write ${version} in both.`);
  }
  if (textAt(head, "Managed") !== "2") {
    throw new PackError("Other/Solution.xml: <Managed> must be 2 (both), as `pac solution unpack --packagetype Both` writes it.");
  }
  checkRoots(child(head, "RootComponents")?.children ?? [], customizations.document);
  const flagged = head.children.map((each) => (each.name === "Managed" ? { ...each, text: managed ? "1" : "0" } : each));
  return withChildren(
    document,
    document.children.map((each) => (each === head ? withChildren(head, flagged) : each)),
  );
}

/** @throws PackError where a control has another version than the product: Dataverse then keeps the old code on an upgrade. */
export function checkControlVersions(customizations: Customizations, version: string): void {
  for (const { name, bytes } of customizations.parts) {
    if (!name.endsWith("/ControlManifest.xml")) continue;
    const control = child(parseXml(new TextDecoder().decode(bytes), name), "control")?.attributes["version"] ?? "";
    if (`${control}.0` !== version) {
      throw new PackError(`${name}: the control has the version ${control}, the solution ${version}. Correct ControlManifest.Input.xml.`);
    }
  }
}

/** Component types: the kinds that this solution has. */
const TABLE = "1";
const CHOICE = "9";
const ROLE = "20";
const RIBBON = "50";
/** A dashboard: Microsoft's packager refuses one without a root. Forms of a table come with it. */
const FORM = "60";
const WEB_RESOURCE = "61";
const SITE_MAP = "62";
const CONTROL = "66";
const APP = "80";

/** A component that no root covers is not imported; a root without its component makes the import fail. */
function checkRoots(roots: readonly XmlElement[], customizations: XmlElement): void {
  const all = (list: string): readonly XmlElement[] => child(customizations, list)?.children ?? [];
  const present = [
    ...all("Entities").map((each) => `${TABLE} ${textAt(each, "Name")}`),
    ...all("optionsets").map((each) => `${CHOICE} ${each.attributes["Name"] ?? ""}`),
    ...all("Roles").map((each) => `${ROLE} ${each.attributes["id"] ?? ""}`),
    ...(all("RibbonDiffXml").length > 0 ? [`${RIBBON} :RibbonDiffXml`] : []),
    ...all("Dashboards").map((each) => `${FORM} ${textAt(each, "FormId")}`),
    ...all("WebResources").map((each) => `${WEB_RESOURCE} ${textAt(each, "Name")}`),
    ...all("AppModuleSiteMaps").map((each) => `${SITE_MAP} ${textAt(each, "SiteMapUniqueName")}`),
    ...all("CustomControls").map((each) => `${CONTROL} ${textAt(each, "Name")}`),
    ...all("AppModules").map((each) => `${APP} ${textAt(each, "UniqueName")}`),
  ].map((each) => each.toLowerCase());
  const rooted = roots.map(({ attributes }) => `${attributes["type"]} ${attributes["schemaName"] ?? attributes["id"]}`.toLowerCase());
  const uncovered = present.find((each) => !rooted.includes(each));
  if (uncovered !== undefined) throw new PackError(`Other/Solution.xml has no RootComponent (type, name) ${uncovered}. Add it.`);
  const empty = rooted.find((each) => !present.includes(each));
  if (empty !== undefined) throw new PackError(`Other/Solution.xml has the RootComponent ${empty}, which no file defines. Remove it.`);
}
