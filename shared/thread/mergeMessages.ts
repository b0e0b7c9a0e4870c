import type { ThreadMessage } from "../domain/message";
import { share } from "../domain/sharing";

/**
 * Known texts with others added, or in the place of those of the same id; the oldest first. What did not change stays the same object, and so does the whole list.
 * @param known in their order
 */
export function mergeMessages(known: readonly ThreadMessage[], others: readonly ThreadMessage[]): readonly ThreadMessage[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  let isChanged = false;
  for (const other of others) {
    const before = byId.get(other.id);
    const after = share(before, other);
    if (after === before) continue;
    byId.set(other.id, after);
    isChanged = true;
  }
  return isChanged ? [...byId.values()].sort(compareMessages) : known;
}

/** By their time; of one moment by their sequence, which is a number as text, and last those of which the server has no row. */
function compareMessages(one: ThreadMessage, other: ThreadMessage): number {
  return one.at - other.at || lengthOf(one) - lengthOf(other) || compareTexts(one.sequence, other.sequence);
}

/** Longer than any that a server gives, where it has given none. */
const lengthOf = ({ sequence }: ThreadMessage) => sequence.length || 1_000;

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
