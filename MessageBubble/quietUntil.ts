import { isQuiet } from "../shared/domain/alerts";
import type { InboxSnapshot } from "../shared/inbox/snapshot";

/** Until when the agent does not want to be disturbed (server clock, ms); null: they may be. As of the snapshot's clock, which ticks once a minute. */
export function quietUntil({ settings, now }: Pick<InboxSnapshot, "settings" | "now">): number | null {
  return settings && isQuiet(settings.chosen, now) ? settings.chosen.quietUntil : null;
}
