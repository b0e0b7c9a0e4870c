/** When an agent is to be told of a message besides the count. */
import type { InboxSession } from "./session";
import { isBeyond, markOf } from "./unread";

/** What the configuration record allows and the agent wants. */
export interface AlertSettings {
  readonly sound: boolean;
  readonly desktop: boolean;
  /** Do not disturb until then (server clock, ms); null: may be disturbed. */
  readonly quietUntil: number | null;
}

/** Nobody has asked for alerts. */
export const NO_ALERTS: AlertSettings = { sound: false, desktop: false, quietUntil: null };

/** The sessions of the later list that have a message which the earlier one had not, or that were not on it. */
export function newsBetween(earlier: readonly InboxSession[], later: readonly InboxSession[]): readonly InboxSession[] {
  const known = new Map(earlier.map((session) => [session.id, session]));
  return later.filter((session) => {
    const before = known.get(session.id);
    return !before || isBeyond(session, markOf(before));
  });
}

/** Whether the agent may be disturbed now. */
export function isQuiet(settings: AlertSettings, now: number): boolean {
  return settings.quietUntil !== null && now < settings.quietUntil;
}
