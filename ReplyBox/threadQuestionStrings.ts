/** The words of what a conversation asks before it is done: which there are. Their texts come from the control's resx files. */

/** Keys of the resx files that the questions use. */
export const QUESTION_STRING_KEYS = [
  "LinkTitle",
  "LinkText",
  "LinkOpen",
  "BlockTitle",
  "BlockText",
  "BlockTextNamed",
  "BlockReason",
  "BlockFor",
  "BlockFor_ever",
  "BlockFor_hour",
  "BlockFor_day",
  "BlockFor_week",
  "Action_block",
  "Action_close",
  "CloseDraft",
  "CloseUnread",
  "Cancel",
  "ChangeOwnershipTitle",
  "ChangeOwnershipText",
  "SomeoneElse",
  "Yes",
  "No",
] as const;

/** A text for every key, in the agent's language; some have places `{0}`, `{1}` to fill. */
export type ThreadQuestionStrings = Readonly<Record<(typeof QUESTION_STRING_KEYS)[number], string>>;
