/** Taking a session, as one of several who may press at the same moment: exactly one wins, on the server. */
import { offers } from "../domain/offers";
import type { Circumstances } from "../domain/offers";
import type { InboxSession } from "../domain/session";
import { asFailure, asNotDone } from "../domain/failure";
import type { FailureKind, RequestFailed } from "../domain/failure";
import type { Claim, ClaimableSession, ActionGateway } from "./ports";
import type { NoticeKind } from "./snapshot";

/** What became of it: it is the viewer's, or why not. `won`: by this claim, on what was there before; null: it was the viewer's already. */
export type ClaimResult =
  { readonly done: true; readonly won: WonClaim | null } | { readonly done: false; readonly why: NoticeKind; readonly by: string };

/** A claim, or a closing, that was written, and the session as it was before. */
export interface WonClaim {
  readonly before: ClaimableSession;
  readonly claim: Claim;
}

/** A row can change for reasons that do not concern the claim (a rename, a conversation that is opened again), but not for ever. */
const MOST_READS = 4;

/** Asking again what became of the write would be answered the same. */
const IS_DECIDED: readonly FailureKind[] = ["denied", "signin", "throttled"];

const refused = (why: NoticeKind, by = ""): ClaimResult => ({ done: false, why, by });

/**
 * Claims a session for the viewer: reads it, checks the rule again on what the server says, writes owner and status with If-Match.
 * After a 412 it reads again and decides anew; it never writes on an old reading. A write whose answer was lost is recognised.
 * @param shown the session as the agent saw it
 * @param rules viewer and idle timeout; the time is the server's own, of each reading
 * @throws RequestFailed where the server or the network leaves it undecided
 */
export async function claim(
  gateway: ActionGateway,
  action: "accept" | "assign",
  shown: InboxSession,
  rules: Omit<Circumstances, "now">,
): Promise<ClaimResult> {
  let lastFailure: RequestFailed | null = null;
  /** The reading that the last write stood on. */
  let before: ClaimableSession | null = null;
  for (let reads = 0; reads < MOST_READS; reads++) {
    let fresh: ClaimableSession;
    try {
      fresh = await gateway.readSession(shown.id);
    } catch (error) {
      const failure = asFailure(error);
      // After a 412 nothing was written; after a write without an answer, that write is what failed.
      throw lastFailure && lastFailure.kind !== "stale" ? lastFailure : failure;
    }
    const verdict = judge(fresh, action, shown, rules);
    if (verdict === "mine") {
      // A write without an answer that was done all the same. After a 412 the viewer's claim was another tab's.
      const isOurs = lastFailure?.kind !== "stale";
      return { done: true, won: before && isOurs ? { before, claim: { etag: fresh.etag, at: fresh.acceptedOn ?? fresh.now } } : null };
    }
    if (verdict) return verdict;
    // Not ours, still to be had: if the last write got no answer, it did not happen. Pressing again is the agent's decision.
    if (lastFailure && lastFailure.kind !== "stale") throw asNotDone(lastFailure);
    try {
      return { done: true, won: { before: fresh, claim: await gateway.claim(shown.id, fresh) } };
    } catch (error) {
      lastFailure = asFailure(error);
      before = fresh;
      if (IS_DECIDED.includes(lastFailure.kind)) throw lastFailure;
    }
  }
  return refused("changed");
}

/** What the fresh reading says: it is the viewer's, it is refused, or (null) that the claim may be written. */
function judge(
  fresh: ClaimableSession,
  action: "accept" | "assign",
  shown: InboxSession,
  rules: Omit<Circumstances, "now">,
): ClaimResult | "mine" | null {
  const { status, owner, now } = fresh;
  const isAccepted = status === "accepted" && owner.kind === "user";
  if (isAccepted && owner.id === rules.viewer.userId) return "mine";
  if (fresh.blocked) return refused("changed");
  // To take a session over is to take it from the owner whom the agent was shown, and asked about: a colleague who was quicker has just begun.
  if (isAccepted && (action === "accept" || owner.id !== shown.owner.id)) return refused("taken", owner.name);
  const session: InboxSession = { ...shown, ...fresh, dismissal: null };
  return offers(session, { ...rules, now }).includes(action) ? null : refused("changed");
}
