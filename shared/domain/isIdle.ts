/** When a conversation has waited too long for its owner. */
import type { Circumstances } from "./offers";
import type { InboxSession } from "./session";

/**
 * Whether the customer has waited at least as long as the idle timeout allows: the business number's own, or the configuration's.
 * A comparison, never a countdown: nothing has to run for it to become true. The clock starts at the *oldest* unread message,
 * so that a customer who keeps writing is not left waiting for ever.
 */
export function isIdle(
  { oldestUnreadAt, idleTimeout: own }: Pick<InboxSession, "oldestUnreadAt" | "idleTimeout">,
  { now, idleTimeout }: Pick<Circumstances, "now" | "idleTimeout">,
): boolean {
  const timeout = own === "configured" ? idleTimeout : own;
  return timeout !== null && now - oldestUnreadAt >= timeout;
}
