import type { InboxSnapshot } from "../shared/inbox/snapshot";
import { countText } from "./countText";

/**
 * The count that belongs in the title of the browser's tab: "3"; "3?" where it is older than it should be; empty at zero, where no right number is known,
 * and where the agent does not want it.
 */
export function titleCount(snapshot: InboxSnapshot): string {
  const { phase, unread, problem, staleAsOf, settings } = snapshot;
  if (phase !== "ready" || !unread || !settings?.chosen.countInTitle) return "";
  return countText(snapshot) + (problem?.kind === "offline" || staleAsOf !== null ? "?" : "");
}
