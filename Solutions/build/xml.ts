/** Reads and writes the XML of an unpacked solution: elements, attributes and the text of leaves; nothing else occurs in it. */
import { SaxesParser } from "saxes";
import { PackError } from "./packError";

/** An element. An element has either children or text, never both. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Children that may still grow while the document is read. */
interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * Parses a document and returns its root.
 * @throws PackError with `file`, line and column where the text is not well formed, has a DOCTYPE (Dataverse refuses it) or mixed content.
 */
export function parseXml(text: string, file: string): XmlElement {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  const fail = (problem: string): never => {
    throw new PackError(`${file}:${parser.line}:${parser.column}: ${problem}. Correct the file.`);
  };
  parser.on("error", (error) => fail(`not well-formed XML (${error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "")})`));
  parser.on("doctype", () => fail("a DOCTYPE is not allowed in a solution"));
  parser.on("opentag", (tag) => {
    const element: OpenElement = { name: tag.name, attributes: { ...tag.attributes }, children: [], text: "" };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  const addText = (value: string): void => {
    const element = open.at(-1);
    if (element) element.text += value;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop();
    if (!element || element.children.length === 0) return;
    if (element.text.trim() !== "") fail(`<${element.name}> has both text and elements`);
    element.text = "";
  });
  parser.write(text.startsWith("\uFEFF") ? text.slice(1) : text).close();
  return root ?? fail("the document is empty");
}

/** The first child with this name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** The trimmed text at a path of child names, as in `textAt(form, "systemform", "formid")`; "" where there is none. */
export function textAt(element: XmlElement, ...path: readonly string[]): string {
  let found: XmlElement | undefined = element;
  for (const name of path) found = found && child(found, name);
  return found?.text.trim() ?? "";
}

/** A copy with other children. */
export function withChildren(element: XmlElement, children: readonly XmlElement[]): XmlElement {
  return { ...element, children, text: children.length > 0 ? "" : element.text };
}

/** A new element without text. */
export function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly XmlElement[]): XmlElement {
  return { name, attributes, children, text: "" };
}

/** Writes a document in UTF-8 with two spaces a level; the same tree always gives the same bytes. */
export function serializeXml(root: XmlElement): Uint8Array {
  const lines = ['<?xml version="1.0" encoding="utf-8"?>'];
  write(root, "", lines);
  return new TextEncoder().encode(lines.join("\n") + "\n");
}

function write(node: XmlElement, indent: string, lines: string[]): void {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const start = `${indent}<${node.name}${attributes.join("")}`;
  if (node.children.length > 0) {
    lines.push(`${start}>`);
    for (const each of node.children) write(each, `${indent}  `, lines);
    lines.push(`${indent}</${node.name}>`);
  } else {
    lines.push(node.text === "" ? `${start} />` : `${start}>${escapeText(node.text)}</${node.name}>`);
  }
}

function escapeText(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#xD;");
}

function escapeAttribute(value: string): string {
  return escapeText(value).replace(/"/g, "&quot;").replace(/\n/g, "&#xA;").replace(/\t/g, "&#x9;");
}
