/** What is said of a row that has gone. */
import type { Fate } from "../shared/inbox/panelPorts";
import type { CardAction } from "./cardActionsOf";
import type { GoneReason } from "./NotificationLine";
import type { PanelStrings } from "./panelStrings";

/** What became of sessions that left the list, by their ids. */
export type Fates = ReadonlyMap<string, Fate>;

/**
 * @param own what the agent has done here
 * @param fate what the server says; undefined while that is not known
 */
export function goneReason(own: CardAction | undefined, fate: Fate | undefined, strings: PanelStrings): GoneReason {
  if (own) return { text: strings[`Gone_${own}` as const], by: "", isOwn: true };
  const isOwn = false;
  switch (fate?.kind) {
    case "blocked":
      return { text: strings.GoneBlocked, by: fate.by || strings.SomeoneElse, isOwn };
    case "owned":
      return { text: strings.GoneOwned, by: fate.by || strings.SomeoneElse, isOwn };
    default:
      return { text: strings.GoneAnyhow, by: "", isOwn };
  }
}
