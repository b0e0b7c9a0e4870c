import type { XmlNode } from "./parseXml";

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

/** An element's own text without the blanks around it. */
export function ownText(node: XmlNode): string {
  return node.text.trim();
}

/** A child's text, or undefined where the child is missing or empty. */
export function textOf(node: XmlNode | undefined, name: string): string | undefined {
  const found = child(node, name);
  return found && (ownText(found) || undefined);
}

/** An attribute's value, or undefined where it is missing or empty. */
export function attribute(node: XmlNode, name: string): string | undefined {
  return node.attributes[name]?.trim() || undefined;
}

/** XML text of an element, for a reader that parses it again (FetchXML). */
export function toXml(node: XmlNode): string {
  const escape = (value: string): string =>
    value.replace(/[&<>"]/g, (found) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[found] ?? found);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const inner = escape(ownText(node)) + node.children.map(toXml).join("");
  return inner ? `<${node.name}${attributes.join("")}>${inner}</${node.name}>` : `<${node.name}${attributes.join("")}/>`;
}
