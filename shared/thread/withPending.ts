import type { ThreadMessage } from "../domain/message";

/** The server's texts, and after them those of the agent's that it does not have yet. The same list where there is none of these. */
export function withPending(messages: readonly ThreadMessage[], pending: readonly ThreadMessage[]): readonly ThreadMessage[] {
  if (pending.length === 0) return messages;
  const ids = new Set(messages.map(({ id }) => id));
  const left = pending.filter(({ id }) => !ids.has(id));
  return left.length === 0 ? messages : [...messages, ...left];
}
