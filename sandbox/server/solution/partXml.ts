import { attribute, parseXml, textOf, XmlError } from "../xml";
import type { XmlNode } from "../xml";
import { SolutionImportError } from "./solutionImportError";

const DEEPEST = 200;

/**
 * Reads a part of the zip.
 * @param part its name, for messages
 * @throws SolutionImportError where it is not UTF-8, not well-formed, has a document type, or is nested too deeply
 */
export function parsePart(bytes: Uint8Array, part: string): XmlNode {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new SolutionImportError("A part is not UTF-8 text", part, "Save it as UTF-8 and pack the solution again.");
  }
  try {
    return parseXml(text, part, DEEPEST);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new SolutionImportError(`A part ${error.message}`, error.place, "Correct the XML and pack the solution again.");
  }
}

/**
 * An attribute that must be there.
 * @throws SolutionImportError
 */
export function needAttribute(node: XmlNode, name: string): string {
  const value = attribute(node, name);
  if (value === undefined) {
    throw new SolutionImportError(`<${node.name}> lacks its attribute "${name}"`, node.place, "Add it and pack the solution again.");
  }
  return value;
}

/**
 * The text of a child, which must be there.
 * @throws SolutionImportError
 */
export function needText(node: XmlNode, name: string): string {
  const value = textOf(node, name);
  if (value === undefined) {
    throw new SolutionImportError(`<${node.name}> lacks its element <${name}>`, node.place, "Add it and pack the solution again.");
  }
  return value;
}

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** A GUID in lower case without braces, or undefined for anything else. */
export function guid(value: string | undefined): string | undefined {
  return value === undefined ? undefined : GUID.exec(value.trim())?.[1]?.toLowerCase();
}

/**
 * A whole number; undefined where there is none.
 * @throws SolutionImportError for what is there and is no whole number
 */
export function integer(value: string | undefined, node: XmlNode): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new SolutionImportError(`"${value}" is not a whole number`, node.place, "Correct it and pack the solution again.");
  }
  return number;
}
