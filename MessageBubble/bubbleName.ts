import type { InboxSnapshot } from "../shared/inbox/snapshot";
import { counted, fill } from "../shared/ui/fill";
import type { Times } from "../shared/ui/times";
import { countText } from "./countText";
import { quietUntil } from "./quietUntil";
import type { BubbleStrings } from "./bubbleStrings";

/** The bubble's accessible name: the number of unread messages, how far it can be trusted, and until when the agent is not disturbed. */
export function bubbleName(snapshot: InboxSnapshot, strings: BubbleStrings, times: Pick<Times, "clock">): string {
  const { problem, staleAsOf, now } = snapshot;
  let name = numberName(snapshot, strings);
  if (problem?.kind === "offline") name = fill(strings.BubbleOffline, name);
  if (staleAsOf !== null) name = fill(strings.BubbleAsOf, name, times.clock(staleAsOf, now));
  const quiet = quietUntil(snapshot);
  return quiet === null ? name : fill(strings.BubbleQuiet, name, times.clock(quiet, now));
}

function numberName(snapshot: InboxSnapshot, strings: BubbleStrings): string {
  const { unread } = snapshot;
  if (unread === null) return strings.BubbleUnknown;
  return unread === 0 ? strings.BubbleNone : counted(strings, "BubbleUnread", unread, countText(snapshot));
}
