import { SaxesParser } from "saxes";
import { SolutionImportError } from "./errors";

/** An XML element with what a message needs to point at it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Its own text, trimmed; children's text is not in it. */
  readonly text: string;
  /** As a message names it: `customizations.xml, line 12`. */
  readonly place: string;
}

interface Building {
  name: string;
  attributes: Record<string, string>;
  children: Building[];
  text: string;
  place: string;
}

const DEEPEST = 200;

/**
 * Parses a part of the zip. Throws SolutionImportError where it is not well-formed, is not UTF-8, or has a document type
 * (which Dataverse refuses, and which could name other files).
 */
export function parseXml(bytes: Uint8Array, part: string): XmlNode {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new SolutionImportError("A part is not UTF-8 text", part, "Save it as UTF-8 and pack the solution again.");
  }
  const parser = new SaxesParser();
  const open: Building[] = [];
  let root: Building | undefined;
  const here = (): string => `${part}, line ${parser.line}`;
  const refuse = (problem: string): never => {
    throw new SolutionImportError(problem, here(), "Correct the XML and pack the solution again.");
  };
  parser.on("error", (error) => refuse(`A part is not well-formed XML: ${error.message}`));
  parser.on("doctype", () => refuse("A part has a document type declaration, which Dataverse does not accept"));
  parser.on("opentag", (tag) => {
    const node: Building = { name: tag.name, attributes: { ...tag.attributes }, children: [], text: "", place: here() };
    const parent = open[open.length - 1];
    if (open.length >= DEEPEST) refuse(`A part nests elements deeper than ${DEEPEST} levels`);
    if (parent) parent.children.push(node);
    else root = node;
    open.push(node);
  });
  const addText = (value: string): void => {
    const node = open[open.length - 1];
    if (node) node.text += value;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const node = open.pop();
    if (node) node.text = node.text.trim();
  });
  parser.write(text).close();
  if (!root) throw new SolutionImportError("A part is empty", part, "Pack the solution again.");
  return root;
}

/** The first child with this name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

/** All children with this name. */
export function children(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node ? node.children.filter((one) => one.name === name) : [];
}

/** Follows a path of first children: `path(entity, "EntityInfo", "entity")`. */
export function path(node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined {
  return names.reduce<XmlNode | undefined>((current, name) => child(current, name), node);
}

/** A child's text, or undefined where the child is missing or empty. */
export function textOf(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.text || undefined;
}

/** An attribute's value, or undefined where it is missing or empty. */
export function attribute(node: XmlNode, name: string): string | undefined {
  return node.attributes[name]?.trim() || undefined;
}

/** An attribute that must be there. */
export function needAttribute(node: XmlNode, name: string): string {
  const value = attribute(node, name);
  if (value === undefined) {
    throw new SolutionImportError(`<${node.name}> lacks its attribute "${name}"`, node.place, "Add it and pack the solution again.");
  }
  return value;
}

/** A child with text that must be there. */
export function needText(node: XmlNode, name: string): string {
  const value = textOf(node, name);
  if (value === undefined) {
    throw new SolutionImportError(`<${node.name}> lacks its element <${name}>`, node.place, "Add it and pack the solution again.");
  }
  return value;
}

/** Every element below a node (the node itself not), in document order. */
export function* descendants(node: XmlNode): Generator<XmlNode> {
  for (const one of node.children) {
    yield one;
    yield* descendants(one);
  }
}

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** A GUID in lower case without braces, or undefined for anything else. */
export function guid(value: string | undefined): string | undefined {
  return value === undefined ? undefined : GUID.exec(value.trim())?.[1]?.toLowerCase();
}

/** A whole number, or undefined; what is there but is no whole number is refused. */
export function integer(value: string | undefined, node: XmlNode): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new SolutionImportError(`"${value}" is not a whole number`, node.place, "Correct it and pack the solution again.");
  }
  return number;
}

/** XML text of an element as it was meant, for parts that other readers parse again (FetchXML). */
export function toXml(node: XmlNode): string {
  const escape = (value: string): string =>
    value.replace(/[&<>"]/g, (found) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[found] ?? found);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const inner = escape(node.text) + node.children.map(toXml).join("");
  return inner ? `<${node.name}${attributes.join("")}>${inner}</${node.name}>` : `<${node.name}${attributes.join("")}/>`;
}
