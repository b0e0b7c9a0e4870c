import { parseXml, XmlError } from "../../xml";
import type { XmlNode } from "../../xml";
import { badQuery, badXml, notSupported } from "../errors";

const DEEPEST = 61;

/**
 * Parses FetchXML.
 * @throws DataverseError 400 where it is not well-formed, has a document type, or is nested too deeply
 */
export function parseFetchXml(text: string): XmlNode {
  try {
    return parseXml(text, "fetchXml", DEEPEST);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw badXml(`${error.message} (${error.place})`);
  }
}

/**
 * Refuses attributes and children that are not listed: those that only Dataverse supports, and those that do not exist.
 * @throws DataverseError 501
 */
export function checkNode(node: XmlNode, attributes: readonly string[], children: readonly string[]): void {
  for (const name of Object.keys(node.attributes)) {
    if (!attributes.includes(name)) throw notSupported(`the attribute '${name}' of <${node.name}> in FetchXML`);
  }
  for (const child of node.children) {
    if (!children.includes(child.name)) throw notSupported(`<${child.name}> in <${node.name}> in FetchXML`);
  }
}

/**
 * An attribute that must be there.
 * @throws DataverseError 400
 */
export function need(node: XmlNode, name: string): string {
  const value = node.attributes[name];
  if (value !== undefined && value !== "") return value;
  throw badQuery(`<${node.name}> lacks its attribute '${name}'.`);
}

/**
 * A yes-or-no attribute: `true`, `1`, `false`, `0`; no when it is not there.
 * @throws DataverseError 400
 */
export function isTrue(node: XmlNode, name: string): boolean {
  const value = node.attributes[name]?.trim().toLowerCase() ?? "false";
  if (/^(true|1|false|0)$/.test(value)) return value === "true" || value === "1";
  throw badQuery(`Invalid value '${value}' of the attribute '${name}' of <${node.name}>: it is true or false.`);
}

/**
 * A whole number of an attribute, at least 1.
 * @throws DataverseError 400
 */
export function positive(node: XmlNode, name: string): number | undefined {
  const value = node.attributes[name];
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(value.trim())) return Number(value);
  throw badQuery(`Invalid value '${value}' of the attribute '${name}' of <${node.name}>.`);
}
