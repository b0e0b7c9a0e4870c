import { ACTIVE } from "../shared/dataverse/names";
import { profileOf } from "../shared/dataverse/profile";
import { known } from "./personFacts";
import type { PersonFacts } from "./personFacts";
import { fine, worthKnowing } from "./finding";
import type { Finding } from "./finding";

/**
 * The person's own row of settings, and rows of others in its place.
 * @param writeTime an instant (ms) in the reader's language
 */
export function settingsFindings({ person, settings, inbox }: PersonFacts, writeTime: (ms: number) => string): readonly Finding[] {
  const found = known(settings);
  if (!found) return [];
  const { own, strangers } = found;
  const [row] = own;
  const now = known(inbox)?.now ?? Date.now();
  const { quietUntil } = profileOf(person.id, new Set(), undefined, row).settings;
  return [
    ...(row ? [row["statecode"] === ACTIVE.statecode ? fine("ownRow") : worthKnowing("inactiveOwnRow")] : [worthKnowing("noOwnRow")]),
    ...(own.length > 1 ? [worthKnowing("severalOwnRows", String(own.length))] : []),
    ...(strangers.length > 0 ? [worthKnowing("strangersRow", strangers.join(", "))] : []),
    ...(quietUntil !== null && quietUntil > now ? [worthKnowing("quiet", writeTime(quietUntil))] : []),
  ];
}
