import { attribute, child, children, path, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { readDependencies } from "./dependencies";
import type { Dependency } from "./dependencies";
import { SolutionImportError } from "./solutionImportError";
import { guid, needText } from "./partXml";

/** What solution.xml says of the solution. */
export interface SolutionManifest {
  readonly uniqueName: string;
  readonly version: string;
  readonly managed: boolean;
  /** The publisher's prefix, lower case: `sample`. */
  readonly prefix: string;
  readonly rootComponents: readonly { readonly type: string; readonly name: string; readonly place: string }[];
  /** What must be there already: MissingDependencies. */
  readonly dependencies: readonly Dependency[];
}

/**
 * Reads solution.xml.
 * @throws SolutionImportError
 */
export function readManifest(root: XmlNode): SolutionManifest {
  const manifest = child(root, "SolutionManifest");
  if (!manifest) throw new SolutionImportError("solution.xml has no <SolutionManifest>", root.place, "Pack the solution again.");
  return {
    uniqueName: needText(manifest, "UniqueName"),
    version: versionOf(manifest),
    managed: textOf(manifest, "Managed") === "1",
    prefix: (textOf(path(manifest, "Publisher"), "CustomizationPrefix") ?? "").toLowerCase(),
    rootComponents: children(child(manifest, "RootComponents"), "RootComponent").map((node) => ({
      type: attribute(node, "type") ?? "",
      name: (attribute(node, "schemaName") ?? guid(attribute(node, "id")) ?? "").toLowerCase(),
      place: node.place,
    })),
    dependencies: readDependencies(manifest),
  };
}

/** The root component types that the sandbox can look up, by their number. */
const KINDS: Readonly<Record<string, string>> = {
  "1": "table",
  "9": "choice",
  "20": "role",
  "61": "web resource",
  "62": "site map",
  "66": "control",
  "80": "app",
};

/**
 * Refuses a solution that lists a root component which customizations.xml does not hold. `has` answers by kind and lower-case name.
 * @throws SolutionImportError
 */
export function checkRootComponents(manifest: SolutionManifest, has: (kind: string, name: string) => boolean): void {
  for (const { type, name, place } of manifest.rootComponents) {
    const kind = KINDS[type];
    if (kind === undefined || has(kind, name)) continue;
    throw new SolutionImportError(
      `solution.xml lists a ${kind} that is not in the zip: ${name}`,
      place,
      "Remove the root component, or add what it names.",
    );
  }
}

function versionOf(manifest: XmlNode): string {
  const version = needText(manifest, "Version");
  if (/^\d+(\.\d+){1,3}$/.test(version)) return version;
  throw new SolutionImportError(`The version "${version}" is none`, manifest.place, "Write two to four numbers, as 1.0.0.0.");
}
