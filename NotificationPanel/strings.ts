/** The words of the panel: which there are. Their texts come from the control's resx files. */

/** Keys of the resx files that the panel uses. */
export const PANEL_STRING_KEYS = [
  "PanelTitle",
  "Close",
  "Loading",
  "EmptyTitle",
  "EmptyText",
  "CardUnread",
  "OwnedBy",
  "WrittenTo",
  "NoText",
  "Accept",
  "Dismiss",
  "Block",
  "ViewMessage",
  "AssignToMe",
  "ActionFor",
  "BlockTitle",
  "BlockText",
  "Cancel",
  "ChangeOwnershipTitle",
  "ChangeOwnershipText",
  "Yes",
  "No",
  "SomeoneElse",
  "Undo",
  "NoticeDismissed",
  "NoticeBlocked",
  "NoticeTaken",
  "NoticeGone",
  "NoticeChanged",
  "NoticeDenied",
  "NoticeFailed",
  "ProblemOffline",
  "ProblemSignin",
  "ProblemThrottled",
  "ProblemFailed",
  "ProblemAsOf",
  "Retry",
] as const;

/** A text for every key, in the agent's language; some have places `{0}`, `{1}` to fill. */
export type PanelStrings = Readonly<Record<(typeof PANEL_STRING_KEYS)[number], string>>;

const PLACE = /\{(\d)\}/;

/** Fills the places of a text with plain text, for accessible names and titles. A place without a value stays empty. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return splitAtPlaces(template)
    .map((part, at) => (at % 2 === 0 ? part : String(values[Number(part)] ?? "")))
    .join("");
}

/** Texts and numbers of places in turn, texts first: `"a {1} b"` gives `["a ", "1", " b"]`. */
export function splitAtPlaces(template: string): string[] {
  return template.split(PLACE);
}
