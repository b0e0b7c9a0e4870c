import { notSupported } from "../errors";
import { FIRST_ROW } from "../query/model";
import type { Source } from "../query/model";
import type { XmlNode } from "../../xml";

/**
 * How a link-entity joins.
 * @throws DataverseError 501 for the link types that the sandbox does not bring
 */
export function linkType(node: XmlNode, isAggregate: boolean): NonNullable<Source["join"]>["kind"] {
  const kind = (node.attributes["link-type"] ?? "inner").toLowerCase();
  if (kind === "inner" || kind === "outer") return kind;
  if (kind === FIRST_ROW && !isAggregate) return kind;
  throw notSupported(`the link-type '${kind}' in ${isAggregate ? "an aggregate" : "FetchXML"}`);
}
