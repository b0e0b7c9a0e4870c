/** The words of giving a conversation away: which there are. Their texts come from the control's resx files. */
import { sharedStringKeys } from "./sharedStringKeys";

/** Keys of the resx files that the dialog and what came of it use. */
export const GIVE_STRING_KEYS = [
  "GiveTitle",
  "GiveText",
  "GiveSearch",
  "GiveNobody",
  "GiveWithoutTeams",
  "GiveSilent",
  "GiveTeam",
  "GiveNote",
  "GiveCount",
  "GiveChosen",
  "GiveUnsent",
  "GiveRefused",
  "GiveFailed",
  "GiveResult_given",
  "GiveResult_undone",
  "GiveResult_taken",
  "GiveResult_overtaken",
  "GiveResult_failed",
  "Give",
  "Cancel",
  ...sharedStringKeys,
] as const;

/** A text for every key, in the agent's language; some have places `{0}`, `{1}` to fill. */
export type GiveStrings = Readonly<Record<(typeof GIVE_STRING_KEYS)[number], string>>;
