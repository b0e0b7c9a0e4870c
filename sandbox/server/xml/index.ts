/** The sandbox's one reader of XML on the server's side: the parts of a solution's zip, and FetchXML. */
export { attribute, child, children, ownText, path, textOf, toXml } from "./elements";
export type { XmlNode } from "./parseXml";
export { parseXml, XmlError } from "./parseXml";
