import { plainName } from "../shared/domain/plainName";
import type { SessionEvent } from "../shared/domain/sessionEvent";
import { waitedFor } from "../shared/ui/waitedFor";
import type { ThreadStrings } from "./threadStrings";

const MINUTE = 60_000;

/** What happened to a conversation: the text of its line, and what goes into its places. @param customer what to call the customer */
export function eventText(
  event: SessionEvent,
  customer: string,
  strings: ThreadStrings,
): { readonly text: string; readonly values: readonly string[] } {
  const { kind, byName, fromName, toName, note, waitedMinutes } = event;
  const by = plainName(byName) || strings.SomeoneElse;
  if (kind === "optedOut") return { text: strings.Event_optedOut, values: [customer] };
  if (kind === "given") {
    const to = plainName(toName) || strings.SomeoneElse;
    return note ? { text: strings.Event_givenNote, values: [by, to, note] } : { text: strings.Event_given, values: [by, to] };
  }
  if (kind !== "takenOver") return { text: strings[`Event_${kind}` as const], values: [by] };
  const values = [by, plainName(fromName) || strings.SomeoneElse];
  if (waitedMinutes === null || waitedMinutes === 0) return { text: strings.Event_takenOver, values };
  return { text: strings.Event_takenOverAfter, values: [...values, waitedFor(waitedMinutes * MINUTE, strings.Culture)] };
}
