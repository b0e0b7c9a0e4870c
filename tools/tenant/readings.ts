/** How this environment does what nobody outside Microsoft knows for certain. The product works under each reading: none of them is a difference. */
import type { ColdStart } from "./coldStarts";
import type { Note } from "./notes";

/** One doubt, and what was seen of it. */
export interface Reading {
  readonly doubt: string;
  readonly seen: string;
}

/** The form that the launcher asks for. */
const HOST_FORM = "5b0a7c1e-3f64-4d0e-9a51-6d1f0c2e8a01";
const NOT_SEEN = "not seen in this run";

/**
 * What the cold starts say of each doubt.
 * @param more what was noted in tabs that were open for longer
 */
export function readingsOf(starts: readonly ColdStart[], more: readonly Note[]): readonly Reading[] {
  const notes = [...starts.flatMap((start) => start.notes), ...more];
  const forms = notes.filter(({ what }) => what === "host form");
  const later = notes.filter(({ what }) => what === "host form, later");
  const ruled = starts.filter((start) => start.notes.some(({ what }) => what === "global rule")).map(({ kind }) => kind);
  return [
    { doubt: "Where the rule of the global command bar is asked", seen: ruled.join(", ") || "nowhere" },
    {
      doubt: "The pane's form loads although nobody has opened the pane",
      seen: told(forms, ({ isPaneSelected }) => isPaneSelected, "no: only when the pane was selected", "yes"),
    },
    {
      doubt: "The pane shows the form that formId asks for",
      seen: told(
        forms,
        ({ formId }) => (formId === undefined ? undefined : formId.replace(/[{}]/g, "").toLowerCase() === HOST_FORM),
        "yes (it is the table's only main form)",
        "no: it shows another form of the table",
      ),
    },
    { doubt: "The form has a headerSection", seen: told(forms, ({ hasHeaderSection }) => hasHeaderSection, "yes", "no") },
    {
      doubt: "Submit mode “never” disables a column's control",
      seen: told(later, ({ isControlDisabled }) => isControlDisabled, "yes", "no"),
    },
  ];
}

/** What was seen of a doubt; both, where it was not always the same. */
function told(notes: readonly Note[], is: (note: Note) => boolean | undefined, yes: string, no: string): string {
  const seen = new Set(notes.map(is).flatMap((one) => (one === undefined ? [] : [one ? yes : no])));
  return [...seen].join("; at other times: ") || NOT_SEEN;
}
