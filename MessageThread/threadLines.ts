/** What stands in a thread, line by line. */
import type { ThreadMessage } from "../shared/domain/message";
import type { SessionEvent } from "../shared/domain/sessionEvent";
import type { Days } from "../shared/ui/days";

/** One line of a thread: a text, something that happened, the beginning of a day, or of what is unread. */
export type ThreadLine =
  | { readonly kind: "message"; readonly id: string; readonly message: ThreadMessage }
  | { readonly kind: "event"; readonly id: string; readonly event: SessionEvent }
  | { readonly kind: "day"; readonly id: string; readonly at: number }
  | { readonly kind: "unread"; readonly id: string };

/** The id of the line below which nobody had read. */
export const UNREAD_LINE = "unread";

/**
 * Texts and events by their time, with a line where a day begins and one where the unread texts do.
 * @param messages in their order
 * @param events in their order
 * @param unreadFrom the first text below the line; empty: there is no such line
 */
export function threadLines(
  messages: readonly ThreadMessage[],
  events: readonly SessionEvent[],
  unreadFrom: string,
  days: Pick<Days, "dayOf">,
): readonly ThreadLine[] {
  const lines: ThreadLine[] = [];
  let day: number | null = null;
  let next = 0;
  const beginDay = (at: number) => {
    const its = days.dayOf(at);
    if (its !== day) lines.push({ kind: "day", id: `day-${its}`, at });
    day = its;
  };
  const addEvents = (before: number) => {
    for (let event = events[next]; event && event.at < before; event = events[++next]) {
      beginDay(event.at);
      lines.push({ kind: "event", id: event.id, event });
    }
  };
  for (const message of messages) {
    addEvents(message.at);
    beginDay(message.at);
    if (message.id === unreadFrom) lines.push({ kind: "unread", id: UNREAD_LINE });
    lines.push({ kind: "message", id: message.id, message });
  }
  addEvents(Infinity);
  return lines;
}
