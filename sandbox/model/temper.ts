/**
 * How the app shell behaves where nobody outside Microsoft knows for certain how the platform does. Each key is one doubt; the first of its
 * values is the friendly reading, the others are those that public documents or reports give. docs/sandbox.md describes each with its source.
 */
export const temperValues = {
  /** How often the rules of the global command bar are asked. */
  globalRule: ["friendly", "never", "twice"],
  /** What a side pane that nobody has selected yet does with its page. */
  unselectedPane: ["friendly", "unmounted"],
  /** What becomes of a `formId`. */
  formId: ["friendly", "ignored"],
  /** What submit mode "never" does besides keeping a column out of saves. */
  submitModeNever: ["friendly", "disables"],
  /** What `Xrm.Utility.getPageContext()` answers. */
  pageContext: ["friendly", "throws", "empty", "pane"],
  /** `formContext.ui.headerSection` and `footerSection`. */
  headerSection: ["friendly", "missing"],
  /** Where a form opens that a code component in a side pane asks for. */
  openFormFromPane: ["friendly", "pane"],
  /** What becomes of a library that a code component loads on demand. */
  loadDependency: ["friendly", "missing", "eager"],
  /** Side panes of other products. */
  otherPane: ["friendly", "expands"],
  /** Where a code component on a form finds which row the form shows. */
  contextInfo: ["friendly", "missing", "nowhere"],
  /** What the Web API answers to a browser whose session has ended. */
  signedOut: ["401", "redirect", "html"],
} as const;

/** One doubt. */
export type TemperKey = keyof typeof temperValues;

/** A reading for each doubt. */
export type Temper = { readonly [Key in TemperKey]: (typeof temperValues)[Key][number] };

/** Every doubt. */
export const temperKeys = Object.keys(temperValues) as readonly TemperKey[];

/** The friendly reading everywhere. */
export const friendlyTemper = Object.fromEntries(temperKeys.map((key) => [key, temperValues[key][0]])) as Temper;
