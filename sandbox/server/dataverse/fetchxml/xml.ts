import { SaxesParser } from "saxes";
import { badQuery, notSupported } from "../errors";

/** An element of FetchXML. */
export interface FetchNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly FetchNode[];
  readonly text: string;
}

interface Building {
  name: string;
  attributes: Record<string, string>;
  children: Building[];
  text: string;
}

/** Parses FetchXML. Throws 400 where it is not well-formed or has a document type. */
export function parseFetchXml(text: string): FetchNode {
  const parser = new SaxesParser();
  const open: Building[] = [];
  let root: Building | undefined;
  const refuse = (problem: string): never => {
    throw badQuery(`Invalid XML in fetchXml: ${problem}`);
  };
  parser.on("error", (error) => refuse(error.message));
  parser.on("doctype", () => refuse("a document type declaration is not allowed"));
  parser.on("opentag", (tag) => {
    const node: Building = { name: tag.name, attributes: { ...tag.attributes }, children: [], text: "" };
    if (open.length > 60) refuse("it is nested too deeply");
    const parent = open[open.length - 1];
    if (parent) parent.children.push(node);
    else root = node;
    open.push(node);
  });
  const add = (value: string): void => {
    const node = open[open.length - 1];
    if (node) node.text += value;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  return root ?? refuse("it is empty");
}

/** Refuses attributes and children that have a meaning in Dataverse and none here, and such as do not exist. */
export function checkNode(node: FetchNode, attributes: readonly string[], children: readonly string[]): void {
  for (const name of Object.keys(node.attributes)) {
    if (!attributes.includes(name)) throw notSupported(`the attribute '${name}' of <${node.name}> in FetchXML`);
  }
  for (const child of node.children) {
    if (!children.includes(child.name)) throw notSupported(`<${child.name}> in <${node.name}> in FetchXML`);
  }
}

/** An attribute that must be there. */
export function need(node: FetchNode, name: string): string {
  const value = node.attributes[name];
  if (value !== undefined && value !== "") return value;
  throw badQuery(`<${node.name}> lacks its attribute '${name}'.`);
}

/** `true`, `1` → true. */
export function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^(true|1)$/i.test(value.trim());
}

/** A whole number of an attribute, at least 1. */
export function positive(node: FetchNode, name: string): number | undefined {
  const value = node.attributes[name];
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(value.trim())) return Number(value);
  throw badQuery(`Invalid value '${value}' of the attribute '${name}' of <${node.name}>.`);
}
