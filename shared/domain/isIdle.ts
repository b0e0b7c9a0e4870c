/** When a conversation has waited too long for its owner. */

/**
 * Whether the customer has waited at least as long as the idle timeout allows.
 * A comparison, never a countdown: nothing has to run for it to become true. The clock starts at the *oldest* unread message,
 * so that a customer who keeps writing is not left waiting for ever.
 * @param since since when the owner has been waited for (server clock, ms)
 * @param now the server's clock (ms), never the browser's
 * @param idleTimeout in ms; null turns takeover off
 */
export function isIdle(since: number, now: number, idleTimeout: number | null): boolean {
  return idleTimeout !== null && now - since >= idleTimeout;
}
