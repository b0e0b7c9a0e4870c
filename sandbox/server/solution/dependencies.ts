import type { Missing } from "../../model";
import { attribute, child, children } from "../xml";
import type { XmlNode } from "../xml";
import type { Contents } from "./contents";
import { guid } from "./partXml";

/** A component that solution.xml says must be there before the import. */
export interface Dependency extends Missing {
  /** By which it is looked up among what other zips bring: lower case; a column's with its table, `contact.sample_rank`. */
  readonly key: string;
  /** All its names in lower case, its id and its parent's name among them. */
  readonly names: readonly string[];
}

/** Component types by their number: learn.microsoft.com/power-apps/developer/data-platform/reference/entities/solutioncomponent, ComponentType. */
const KINDS: Readonly<Record<string, string>> = {
  "1": "table",
  "2": "column",
  "9": "choice",
  "10": "relationship",
  "20": "role",
  "26": "view",
  "29": "process",
  "50": "ribbon",
  "59": "chart",
  "60": "form",
  "61": "web resource",
  "62": "site map",
  "66": "control",
  "70": "column security profile",
  "80": "app",
  "91": "plug-in assembly",
  "92": "plug-in step",
  "300": "canvas app",
};

function kindOf(type: string): string {
  const known = KINDS[type];
  if (known !== undefined) return known;
  // Newer components are named by their table: "SettingDefinition".
  return /^\d*$/.test(type) ? `component of type ${type}` : type.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function readRequired(node: XmlNode): Dependency {
  const id = guid(attribute(node, "id"));
  const schemaName = attribute(node, "schemaName");
  const parent = attribute(node, "parentSchemaName");
  const name = schemaName ?? attribute(node, "displayName") ?? id ?? "?";
  const kind = kindOf(attribute(node, "type") ?? "");
  const solution = attribute(node, "solution");
  const byId = kind === "role" || kind === "form" || kind === "view";
  const own = (byId ? id : undefined) ?? name;
  return {
    kind,
    name: parent !== undefined && kind === "column" ? `${parent}.${name}` : name,
    ...(solution === undefined ? {} : { solution }),
    key: (kind === "column" ? `${parent ?? ""}.${name}` : own).toLowerCase(),
    names: [schemaName, parent, id].flatMap((one) => one?.toLowerCase() ?? []),
  };
}

/** The MissingDependencies of solution.xml, each once. */
export function readDependencies(manifest: XmlNode): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  for (const one of children(child(manifest, "MissingDependencies"), "MissingDependency")) {
    const required = child(one, "Required");
    if (!required) continue;
    const dependency = readRequired(required);
    found.set(`${dependency.kind} ${dependency.key}`, dependency);
  }
  return [...found.values()];
}

/** The unique name in "SparkleXrm (0.1.3)". */
export function solutionNameOf({ solution = "" }: Missing): string {
  return solution.replace(/\s*\([^()]*\)$/, "");
}

/** Whether one of these brings the component. */
export function isMet({ kind, key }: Dependency, contents: readonly Contents[]): boolean {
  return contents.some((one) => one.get(kind)?.has(key));
}
