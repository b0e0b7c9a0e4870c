/** When a conversation has waited too long for its owner. */
import type { InboxSession } from "./session";

/**
 * Whether the customer has waited at least as long as the idle timeout allows: the business number's own, or the configuration's.
 * A comparison, never a countdown: nothing has to run for it to become true. The clock starts at the *oldest* unread message,
 * so that a customer who keeps writing is not left waiting for ever.
 * @param since since when the owner has been waited for (server clock, ms)
 * @param own the business number's own timeout (ms), null: it turns takeover off; `configured`: it has none
 * @param now the server's clock (ms), never the browser's; `idleTimeout`: the configuration's (ms), null: takeover is off
 */
export function isIdle(
  since: number,
  own: InboxSession["idleTimeout"],
  { now, idleTimeout }: { readonly now: number; readonly idleTimeout: number | null },
): boolean {
  const timeout = own === "configured" ? idleTimeout : own;
  return timeout !== null && now - since >= timeout;
}
