import type { Form, Table } from "../../model";
import { child, children, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { checkForm } from "./check";
import type { Known } from "./check";
import { readForms } from "./forms";
import type { Placed } from "./forms";
import { SolutionImportError } from "./solutionImportError";

/**
 * The forms that the zip brings for tables of the platform, such as a contact form with a script of one's own. A form that uses more of its
 * table than the sandbox has is left out: the platform has that, and the zip is right.
 */
export function readPlatformForms(
  root: XmlNode,
  platform: ReadonlyMap<string, Table>,
  known: Known,
  skip: (what: string) => void,
): readonly Placed<Form>[] {
  const found = children(child(root, "Entities"), "Entity").flatMap((node) => {
    const table = platform.get((textOf(node, "Name") ?? "").toLowerCase());
    return table === undefined ? [] : readForms({ table, node }, skip);
  });
  return found.filter((form) => {
    try {
      checkForm(form, known);
      return true;
    } catch (error) {
      if (!(error instanceof SolutionImportError)) throw error;
      skip(`form of ${form.item.table}: ${error.message}`);
      return false;
    }
  });
}
