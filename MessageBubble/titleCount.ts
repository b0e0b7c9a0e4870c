import type { InboxSnapshot } from "../shared/inbox/snapshot";
import { countText } from "./countText";

/** The count that belongs in the title of the browser's tab; empty at zero, where no right number is known, and where the agent does not want it. */
export function titleCount(snapshot: InboxSnapshot): string {
  const isWanted = snapshot.phase === "ready" && snapshot.settings?.chosen.countInTitle;
  return isWanted && snapshot.unread ? countText(snapshot) : "";
}
