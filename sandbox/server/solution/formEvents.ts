import type { Form } from "../../model";
import { attribute, child, children } from "../xml";
import type { XmlNode } from "../xml";
import { needAttribute } from "./partXml";

/** The names of the script web resources that a form loads. */
export function readLibraries(form: XmlNode): readonly string[] {
  return children(child(form, "formLibraries"), "Library").map((one) => needAttribute(one, "name"));
}

type Handler = Form["handlers"][number];

function isEvent(name: string): name is Handler["event"] {
  return name === "onload" || name === "onsave" || name === "onchange";
}

/** The handlers of a form's events that are switched on. Only load, save and change have a meaning here; events of tabs and others are left out. */
export function readHandlers(form: XmlNode): readonly Handler[] {
  const found: Handler[] = [];
  for (const event of children(child(form, "events"), "event")) {
    const name = needAttribute(event, "name").toLowerCase();
    if (!isEvent(name)) continue;
    for (const handler of children(child(event, "Handlers"), "Handler")) {
      if (attribute(handler, "enabled")?.toLowerCase() === "false") continue;
      const column = attribute(event, "attribute")?.toLowerCase();
      found.push({
        event: name,
        ...(column === undefined ? {} : { column }),
        library: needAttribute(handler, "libraryName"),
        functionName: needAttribute(handler, "functionName"),
        passExecutionContext: attribute(handler, "passExecutionContext")?.toLowerCase() === "true",
      });
    }
  }
  return found;
}
