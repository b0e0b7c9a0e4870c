/** Which customers have waited too long, whoever is to answer them. */
import { isIdle } from "./isIdle";
import type { Circumstances } from "./offers";
import type { Action, InboxSession } from "./session";

/**
 * Whether a customer waits too long: as long as the idle timeout at least, in a new conversation and in the viewer's own, too; or
 * the viewer may take the conversation over, which also is so where no person answers. Where takeover is off, only the latter counts.
 * @param actions what the notification offers this viewer
 */
export function isWaiting(session: InboxSession, actions: readonly Action[], circumstances: Circumstances): boolean {
  return actions.includes("assign") || isIdle(session, circumstances);
}
