import type { Form, LeftOut, Table, View } from "../../model";
import { child, children, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { checkForm, checkView } from "./check";
import type { Known } from "./check";
import { readForms } from "./forms";
import type { Placed } from "./forms";
import { englishLabel } from "./labels";
import { SolutionImportError } from "./solutionImportError";
import { checkFetch } from "./viewQueries";
import { readViews } from "./views";

/** Forms and views that a zip brings for tables of the platform, such as a contact form with a script of one's own. */
export interface PlatformParts {
  readonly forms: readonly Placed<Form>[];
  readonly views: readonly Placed<View>[];
}

/** Those of these that use no more of the platform than the sandbox has. The platform has the rest, and the zip is right. */
function usable<Item extends Form | View>(
  kind: string,
  items: readonly Placed<Item>[],
  check: (one: Placed<Item>) => void,
  skip: (what: LeftOut) => void,
): readonly Placed<Item>[] {
  return items.filter((one) => {
    try {
      check(one);
      return true;
    } catch (error) {
      if (!(error instanceof SolutionImportError)) throw error;
      skip({ kind, name: `${englishLabel(one.item.labels, "unnamed")} of ${one.item.table}: ${error.problem}` });
      return false;
    }
  });
}

/** Reads them. A form or a view that uses more of its table than the sandbox has is left out. */
export function readPlatformParts(
  root: XmlNode,
  platform: ReadonlyMap<string, Table>,
  known: Known,
  skip: (what: LeftOut) => void,
): PlatformParts {
  const nodes = children(child(root, "Entities"), "Entity").flatMap((node) => {
    const table = platform.get((textOf(node, "Name") ?? "").toLowerCase());
    return table === undefined ? [] : [{ table, node }];
  });
  const forms = nodes.flatMap((one) => readForms(one, skip));
  const views = nodes.flatMap((one) => readViews(one));
  const checkBoth = (view: Placed<View>): void => {
    checkView(view, known);
    checkFetch(view, known);
  };
  return {
    forms: usable("form", forms, (form) => checkForm(form, known), skip),
    views: usable("view", views, checkBoth, skip),
  };
}
