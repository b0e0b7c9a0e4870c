import type { FormControl } from "../../model";
import { attribute, child, children, ownText } from "../xml";
import type { XmlNode } from "../xml";
import { guid, needAttribute } from "./partXml";

/** Code components of a form by the uniqueid of the control that they replace. */
export type Replacements = ReadonlyMap<string, NonNullable<FormControl["customControl"]>>;

type Properties = Record<string, { column?: string; value?: string }>;

/** A property is bound to a column by its name, or static: `<title static="true" type="SingleLine.Text">Hi</title>`. */
function readProperties(parameters: XmlNode | undefined): Properties {
  const properties: Properties = {};
  for (const node of parameters?.children ?? []) {
    const isConstant = attribute(node, "static")?.toLowerCase() === "true" || attribute(node, "type") !== undefined;
    properties[node.name] = isConstant ? { value: ownText(node) } : { column: ownText(node).toLowerCase() };
  }
  return properties;
}

/** Reads `<controlDescriptions>`: which control of the form a code component takes the place of. Form factor 0 (web) wins. */
export function readReplacements(form: XmlNode): Replacements {
  const found = new Map<string, NonNullable<FormControl["customControl"]>>();
  for (const description of children(child(form, "controlDescriptions"), "controlDescription")) {
    const named = children(description, "customControl").filter((one) => attribute(one, "name") !== undefined);
    const chosen = named.find((one) => attribute(one, "formFactor") === "0") ?? named[0];
    const uniqueId = guid(attribute(description, "forControl"));
    if (!chosen || uniqueId === undefined) continue;
    found.set(uniqueId, { name: needAttribute(chosen, "name"), properties: readProperties(child(chosen, "parameters")) });
  }
  return found;
}

/** Reads a `<control>` of a cell. */
export function readControl(node: XmlNode, replacements: Replacements): FormControl {
  const column = attribute(node, "datafieldname")?.toLowerCase();
  const uniqueId = guid(attribute(node, "uniqueid"));
  const customControl = uniqueId === undefined ? undefined : replacements.get(uniqueId);
  const parameters: Record<string, string> = {};
  for (const one of child(node, "parameters")?.children ?? []) parameters[one.name] = ownText(one);
  return {
    id: needAttribute(node, "id"),
    classId: guid(attribute(node, "classid")) ?? "",
    ...(column === undefined ? {} : { column }),
    disabled: attribute(node, "disabled")?.toLowerCase() === "true",
    visible: attribute(node, "visible")?.toLowerCase() !== "false",
    parameters,
    ...(customControl ? { customControl } : {}),
  };
}
