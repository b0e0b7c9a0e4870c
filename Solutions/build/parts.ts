/** The parts of the product that are built: its controls, which are found by their manifests, and its scripts. Nothing else lists them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findControls } from "../../tools/controls.cjs";
import { PackError } from "./packError";
import { child, parseXml, textAt } from "./xml";

/** Folders whose `index.ts` becomes a script among the web resources. */
export const SCRIPTS = ["launcher", "forms", "diagnostics", "overview"] as const;

/** A script among the web resources. */
export type ScriptName = (typeof SCRIPTS)[number];

/** A code component. */
export interface Control {
  /** Its folder in the repository. */
  readonly folder: string;
  /** What the solution calls it. */
  readonly name: string;
}

/** A built file that a browser loads. */
export interface Bundle {
  /** The folder that it is made from: a control's or a script's. */
  readonly part: string;
  /** Relative to the repository. */
  readonly path: string;
}

/**
 * The controls of a repository, in alphabetical order.
 * @throws PackError where a manifest does not say what the control is called
 */
export function controlsOf(root: string): readonly Control[] {
  return findControls(root).map((folder) => ({ folder, name: `${publisherPrefix(root)}_${fullName(root, folder)}` }));
}

/** Where `pcf-scripts` builds a control, relative to the repository. */
export function controlOutput(folder: string): string {
  return `out/controls/${folder}`;
}

/** Where a script is built, relative to the repository. */
export function scriptOutput(script: ScriptName): string {
  return `out/webresources/${script}.js`;
}

/** A script's path inside the solution. @throws PackError where the solution has no publisher */
export function scriptPlace(root: string, script: ScriptName): string {
  return `WebResources/${publisherPrefix(root)}_/${script}.js`;
}

/** Where the page with the licences is built, relative to the repository. */
export const NOTICES_OUTPUT = "out/webresources/licences.html";

/** Its path inside the solution. @throws PackError where the solution has no publisher */
export function noticesPlace(root: string): string {
  return `WebResources/${publisherPrefix(root)}_/licences.html`;
}

/** Where the page of the guide in a language is built, relative to the repository. */
export function guideOutput(languageId: string): string {
  return `out/webresources/agentguide/${languageId}.html`;
}

/** Its path inside the solution: without a hyphen, which imports have refused in names of web resources. @throws PackError where the solution has no publisher */
export function guidePlace(root: string, languageId: string): string {
  return `WebResources/${publisherPrefix(root)}_/agentguide/${languageId}.html`;
}

/** Where a build writes down what a bundle is made of, relative to the repository: a source map (webpack) or a list of files (esbuild). */
export function bundleMap(part: string): string {
  return `out/maps/${part}.json`;
}

/** What a browser loads of the product: the controls' bundles, then the scripts. */
export function bundlesOf(root: string): readonly Bundle[] {
  return [
    ...findControls(root).map((folder) => ({ part: folder, path: `${controlOutput(folder)}/bundle.js` })),
    ...SCRIPTS.map((script) => ({ part: script, path: scriptOutput(script) })),
  ];
}

/** Namespace and constructor. */
function fullName(root: string, folder: string): string {
  const file = join(root, folder, "ControlManifest.Input.xml");
  const attributes = child(parseXml(readFileSync(file, "utf8"), file), "control")?.attributes ?? {};
  // Every object has a property that is called "constructor".
  const names = ["namespace", "constructor"].map((name) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined));
  if (names.every(Boolean)) return names.join(".");
  throw new PackError(`${folder}/ControlManifest.Input.xml: <control> needs the attributes namespace and constructor.`);
}

function publisherPrefix(root: string): string {
  const file = join(root, "Solutions", "src", "Other", "Solution.xml");
  const prefix = textAt(parseXml(readFileSync(file, "utf8"), file), "SolutionManifest", "Publisher", "CustomizationPrefix");
  if (prefix !== "") return prefix;
  throw new PackError("Other/Solution.xml has no <CustomizationPrefix>: names of controls and web resources begin with it.");
}
