import type { CodeComponent } from "../../model";
import { attribute, child, children } from "../xml";
import type { XmlNode } from "../xml";
import { readLibraries } from "./libraries";
import { SolutionImportError } from "./solutionImportError";
import { needAttribute, needText, parsePart } from "./partXml";

type FindPart = (path: string) => Uint8Array | undefined;
type Property = CodeComponent["properties"][number];

function usageOf(node: XmlNode): Property["usage"] {
  const usage = attribute(node, "usage") ?? "bound";
  if (usage === "bound" || usage === "input" || usage === "output") return usage;
  throw new SolutionImportError(`A property of a control has an unknown usage: ${usage}`, node.place, "Use bound, input or output.");
}

function readProperty(node: XmlNode): Property {
  const defaultValue = attribute(node, "default-value");
  const type = attribute(node, "of-type") ?? attribute(node, "of-type-group");
  if (type === undefined) throw new SolutionImportError("A property of a control has no type", node.place, "Give it of-type.");
  return {
    name: needAttribute(node, "name"),
    type,
    usage: usageOf(node),
    required: attribute(node, "required") === "true",
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
}

function readManifest(name: string, manifestPath: string, bytes: Uint8Array, part: FindPart): CodeComponent {
  const manifest = parsePart(bytes, manifestPath);
  const control = child(manifest, "control");
  if (!control)
    throw new SolutionImportError(`The manifest of the control ${name} has no <control>`, manifest.place, "Build the control again.");
  const folder = manifestPath.slice(0, manifestPath.lastIndexOf("/"));
  const resources = child(control, "resources");
  const filesOf = (kind: string): readonly string[] => {
    return children(resources, kind).map((node) => {
      const file = needAttribute(node, "path");
      if (part(`${folder}/${file}`)) return file;
      throw new SolutionImportError(
        `A file of the control ${name} is not in the zip: ${folder}/${file}`,
        node.place,
        "Build the control, then pack the solution again.",
      );
    });
  };
  const code = filesOf("code")[0];
  if (code === undefined) throw new SolutionImportError(`The control ${name} has no code`, control.place, "Build the control again.");
  const namespace = needAttribute(control, "namespace");
  const constructorName = needAttribute(control, "constructor");
  if (!name.endsWith(`_${namespace}.${constructorName}`)) {
    throw new SolutionImportError(
      `The control ${name} is ${namespace}.${constructorName} by its manifest`,
      control.place,
      "Name it prefix_namespace.constructor.",
    );
  }
  return {
    name,
    namespace,
    constructorName,
    version: needAttribute(control, "version"),
    controlType: attribute(control, "control-type") ?? "standard",
    properties: children(control, "property").map(readProperty),
    platformLibraries: children(resources, "platform-library").map((one) => ({
      name: needAttribute(one, "name"),
      version: needAttribute(one, "version"),
    })),
    ...readLibraries(name, control),
    code,
    css: filesOf("css"),
    resx: filesOf("resx"),
    folder,
  };
}

/**
 * The code components (PCF controls) of the solution, each with its manifest read and its files found.
 * @throws SolutionImportError
 */
export function readControls(root: XmlNode, part: FindPart): readonly CodeComponent[] {
  const found = new Map<string, CodeComponent>();
  for (const node of children(child(root, "CustomControls"), "CustomControl")) {
    const name = needText(node, "Name");
    const manifestPath = needText(node, "FileName").replace(/^\/+/, "");
    const bytes = part(manifestPath);
    if (!bytes) {
      throw new SolutionImportError(
        `The manifest of the control ${name} is not in the zip: ${manifestPath}`,
        node.place,
        "Build the control, then pack the solution again.",
      );
    }
    if (found.has(name)) throw new SolutionImportError(`The control ${name} is there twice`, node.place, "Keep one of them.");
    found.set(name, readManifest(name, manifestPath, bytes, part));
  }
  return [...found.values()];
}
