/** The words that both dialogs of this bundle say: which there are. Their texts come from the control's resx files. */

/** Keys of the resx files that linking and giving use alike: about a search, why something was not done, buttons. */
export const sharedStringKeys = [
  "CustomerSearching",
  "CustomerFound",
  "CustomerMore",
  "CustomerFailed",
  "NotDone_offline",
  "NotDone_unreachable",
  "NotDone_signin",
  "NotDone_throttled",
  "NotDone_denied",
  "NotDone_gone",
  "NotDone_failed",
  "SomeoneElse",
  "Undo",
  "Close",
  "Retry",
] as const;
