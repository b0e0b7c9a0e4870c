/** The words of saying whose a number is: which there are. Their texts come from the control's resx files. */
import { sharedStringKeys } from "./sharedStringKeys";

/** Keys of the resx files that the search for a customer and what came of it use. */
export const LINK_STRING_KEYS = [
  "CustomerTitle",
  "CustomerSearch",
  "CustomerNoHolder",
  "CountHolders_zero",
  "CountHolders_one",
  "CountHolders_two",
  "CountHolders_few",
  "CountHolders_many",
  "CountHolders_other",
  "CustomerNotFound",
  "CustomerTooMany",
  "CustomerLinkedNow",
  "CustomerTable_contact",
  "CustomerTable_account",
  "CustomerCreate",
  "CustomerUnlink",
  "CustomerResult_linked",
  "CustomerResult_unlinked",
  "CustomerResult_undone",
  "CustomerResult_overtaken",
  "CustomerResult_overtakenUnlinked",
  "CustomerResult_failed",
  "Culture",
  ...sharedStringKeys,
] as const;

/** A text for every key, in the agent's language; some have places `{0}`, `{1}` to fill. */
export type LinkStrings = Readonly<Record<(typeof LINK_STRING_KEYS)[number], string>>;
