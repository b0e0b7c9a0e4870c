import type { WebResource } from "../../model";
import { child, children, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { SolutionImportError } from "./solutionImportError";
import { guid, integer, needText } from "./partXml";

/**
 * The web resources of the solution. A resource's part in the zip is the one that its `FileName` names.
 * @throws SolutionImportError
 */
export function readWebResources(root: XmlNode, part: (path: string) => Uint8Array | undefined): readonly WebResource[] {
  const found = new Map<string, WebResource>();
  for (const node of children(child(root, "WebResources"), "WebResource")) {
    const name = needText(node, "Name");
    const file = (textOf(node, "FileName") ?? `WebResources/${name}`).replace(/^\/+/, "");
    if (!part(file)) {
      throw new SolutionImportError(
        `The file of the web resource ${name} is not in the zip: ${file}`,
        node.place,
        "Build what the solution packs, then pack it again.",
      );
    }
    const id = guid(textOf(node, "WebResourceId"));
    if (id === undefined)
      throw new SolutionImportError(`The web resource ${name} has no id that is a GUID`, node.place, "Correct its WebResourceId.");
    if (found.has(name)) throw new SolutionImportError(`The web resource ${name} is there twice`, node.place, "Keep one of them.");
    found.set(name, { id, name, type: integer(needText(node, "WebResourceType"), node) ?? 0, part: file });
  }
  return [...found.values()];
}
