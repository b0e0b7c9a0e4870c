/** Close: a conversation is finished, on the server, by its owner and nobody else. */
import { asFailure, asNotDone } from "../domain/failure";
import type { FailureKind, RequestFailed } from "../domain/failure";
import type { WonClaim } from "./claim";
import type { ActionGateway, Claim, ClaimableSession } from "./ports";

/** What it needs of the server. Of both: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface ClosingGateway extends Pick<ActionGateway, "readSession"> {
  /** Closes the session and marks its messages read, all of it or nothing, if it is still as it was read (else `stale`). */
  closeSession(sessionId: string, session: ClaimableSession): Promise<Claim>;
}

/**
 * What became of it. `won`: it is closed, by this writing, on what was there before; null: somebody else has closed it. `owner`: it is not, and whose it is now, with an
 * empty name where that is not known.
 */
export type CloseResult = { readonly won: WonClaim | null } | { readonly owner: string };

/** How often it is read again: a row can change for reasons that do not concern its end (a rename), but not for ever. */
const MOST_AGAIN = 3;
/** Asking again what became of the write would be answered the same. */
const IS_DECIDED: readonly FailureKind[] = ["denied", "signin", "throttled"];

/**
 * Closes a session: reads it, checks on what the server says that it is the viewer's, writes with If-Match. After a 412 it reads again and decides anew. A write whose
 * answer was lost is recognised; one that somebody else has closed is closed.
 * @throws RequestFailed where the server or the network leaves it undecided, `stale` where the session kept changing
 */
export async function close(gateway: ClosingGateway, sessionId: string, viewerId: string): Promise<CloseResult> {
  let lastFailure: RequestFailed | null = null;
  /** The reading that the last write stood on. */
  let before: ClaimableSession | null = null;
  for (let reads = 0; ; reads++) {
    let fresh: ClaimableSession;
    try {
      fresh = await gateway.readSession(sessionId);
    } catch (error) {
      const failure = asFailure(error);
      // After a 412 nothing was written; after a write without an answer, that write is what failed.
      throw lastFailure && lastFailure.kind !== "stale" ? lastFailure : failure;
    }
    if (!fresh.isActive) {
      // A write without an answer that was done all the same. After a 412 it was somebody else's.
      const isOurs = before && lastFailure?.kind !== "stale";
      return { won: before && isOurs ? { before, claim: { etag: fresh.etag, at: before.now } } : null };
    }
    if (fresh.status !== "accepted" || fresh.owner.id !== viewerId) return { owner: fresh.owner.name };
    // Still open: if the last write got no answer, it did not happen. Pressing again is the agent's decision.
    if (lastFailure && lastFailure.kind !== "stale") throw asNotDone(lastFailure);
    try {
      return { won: { before: fresh, claim: await gateway.closeSession(sessionId, fresh) } };
    } catch (error) {
      lastFailure = asFailure(error);
      before = fresh;
      if (reads === MOST_AGAIN || IS_DECIDED.includes(lastFailure.kind)) throw lastFailure;
    }
  }
}
