import type { WebResource } from "../../model";
import { child, children, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { SolutionImportError } from "./errors";
import { guid, integer, needText } from "./partXml";

/** Dataverse names it without a folder for the file system's sake; the part is what `FileName` says. */
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
