/** When a conversation has waited too long for its owner. */
import type { InboxSession } from "./session";

/** What says how long a customer has waited, and may wait. */
type Waiting = Pick<InboxSession, "oldestUnreadAt" | "given" | "idleTimeout">;

/**
 * From when on the customer has waited as long as the idle timeout allows (server's clock, ms); infinity: takeover is off. The wait begins with the *oldest* unread message,
 * so that a customer who keeps writing is not left waiting for ever; of a conversation that was given to its owner after it, with that: who has just been given it is not idle yet.
 * @param idleTimeout the configuration's (ms), null: takeover is off; the business number's own goes before it
 */
export function idleFrom({ oldestUnreadAt, given, idleTimeout: own }: Waiting, idleTimeout: number | null): number {
  const timeout = own === "configured" ? idleTimeout : own;
  return timeout === null ? Infinity : Math.max(oldestUnreadAt, given?.at ?? oldestUnreadAt) + timeout;
}

/**
 * Whether that time has come. A comparison, never a countdown: nothing has to run for it to become true.
 * @param now the server's clock (ms), never the browser's; `idleTimeout`: as of {@link idleFrom}
 */
export function isIdle(session: Waiting, { now, idleTimeout }: { readonly now: number; readonly idleTimeout: number | null }): boolean {
  return now >= idleFrom(session, idleTimeout);
}
