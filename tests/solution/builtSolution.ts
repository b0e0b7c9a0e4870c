/** What the tests of the solution read: the built zip, packed in-process from the repository. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { buildIfStale, packSolution } from "../../Solutions/build";
import { GUIDE_TEXTS, guideLanguageIds } from "../../Solutions/build/guide";
import { bundlesOf, controlsOf, guideOutput, NOTICES_OUTPUT } from "../../Solutions/build/parts";
import { child, parseXml, textAt } from "../../Solutions/build/xml";
import type { XmlElement } from "../../Solutions/build/xml";

/** The repository's folder. */
export const ROOT = join(__dirname, "..", "..");

/** Milliseconds that a test may take that may have to build the control first. */
export const BUILD_TIMEOUT = 180_000;

/** Builds the controls, the scripts, the licences and the guide where they were never built; what is there is good enough to test the packing. */
export async function ensureBuilt(): Promise<void> {
  const needed = [...bundlesOf(ROOT).map(({ path }) => path), NOTICES_OUTPUT, ...guideLanguageIds(ROOT).map(guideOutput)];
  if (!needed.every((path) => existsSync(join(ROOT, path)))) await buildIfStale(ROOT);
}

/** The parts of a zip by name. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** Packs and unpacks: the parts of the managed or unmanaged zip. */
export function packedParts(managed: boolean, root = ROOT): Parts {
  return unzipSync(packSolution({ root, managed }));
}

/** An XML part of a zip. */
export function xmlPart(parts: Parts, name: string): XmlElement {
  const bytes = parts[name];
  if (!bytes) throw new Error(`The zip has no ${name}`);
  return parseXml(new TextDecoder().decode(bytes), name);
}

/** All elements below one, depth first, with a name. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((each) => [...(each.name === name ? [each] : []), ...descendants(each, name)]);
}

/** Children of the list at a path of names, none where the path ends early. */
export function listAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  let found: XmlElement | undefined = element;
  for (const name of path) found = found && child(found, name);
  return found?.children ?? [];
}

/** The English text in a list of texts, such as LocalizedNames, displaynames or labels. */
export function english(element: XmlElement, list: string): string {
  return listAt(element, list).find(({ attributes }) => attributes["languagecode"] === "1033")?.attributes["description"] ?? "";
}

/** The tables of customizations.xml by logical name. */
export function tablesOf(customizations: XmlElement): ReadonlyMap<string, XmlElement> {
  return new Map(listAt(customizations, "Entities").map((entity) => [textAt(entity, "Name"), entity]));
}

/** Columns of a table by logical name. */
export function columnsOf(table: XmlElement): ReadonlyMap<string, XmlElement> {
  return new Map(listAt(table, "EntityInfo", "entity", "attributes").map((column) => [textAt(column, "LogicalName"), column]));
}

/** Runs `work` on a copy of what the packer reads, so that it can be broken; the copy is removed afterwards. */
export function onCopy<T>(work: (root: string) => T): T {
  const copy = mkdtempSync(join(tmpdir(), "solution-"));
  try {
    mkdirSync(join(copy, "Solutions"));
    const manifests = controlsOf(ROOT).map(({ folder }) => `${folder}/ControlManifest.Input.xml`);
    for (const path of [
      "Solutions/src",
      GUIDE_TEXTS,
      "Solutions/map.xml",
      "package.json",
      "out/controls",
      "out/webresources",
      ...manifests,
    ]) {
      cpSync(join(ROOT, path), join(copy, path), { recursive: true });
    }
    return work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
