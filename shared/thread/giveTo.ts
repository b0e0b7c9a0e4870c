/** Giving a conversation to a colleague or a team, as one of several who may act on it at the same moment. */
import { asFailure, asNotDone, nullOnFailure } from "../domain/failure";
import type { FailureKind, RequestFailed } from "../domain/failure";
import type { InboxSession } from "../domain/session";
import { giveBack } from "../inbox/giveBack";
import type { GiveBackResult } from "../inbox/giveBack";
import type { ClaimableSession } from "../inbox/ports";
import type { Gift, GiveGateway, Receiver } from "./givePorts";

/**
 * What became of it. `given`: `etag` is the session's since then; null where it is not known: it cannot be taken back. `taken`: it is not whose it was shown to be, but
 * `by`'s. `unsent`: an answer still waits for the gateway. `refused`: the receiver's roles do not let them have it. Of the last two nothing was written.
 */
export type GiveResult =
  | { readonly kind: "given"; readonly gift: Gift; readonly etag: string | null }
  | { readonly kind: "taken"; readonly by: string }
  | { readonly kind: "unsent" | "refused" };

/** A row can change for reasons that do not concern whose it is (a rename), but not for ever. */
const MOST_AGAIN = 3;
/** Asking again what became of the write would be answered the same. */
const IS_DECIDED: readonly FailureKind[] = ["denied", "signin", "throttled"];

/**
 * Gives a session away: reads it, checks on what the server says that it is still whose it was shown to be, writes with If-Match. After a 412 it reads again and decides
 * anew. A write whose answer was lost is recognised.
 * @param shown the session as the giver saw it, who is its owner or an administrator
 * @throws RequestFailed where the server or the network leaves it undecided, `stale` where the session kept changing, `denied` where the giver's own roles do not let them
 */
export async function giveTo(
  gateway: GiveGateway,
  shown: Pick<InboxSession, "id" | "status" | "owner">,
  to: Receiver,
  note: string,
): Promise<GiveResult> {
  let lastFailure: RequestFailed | null = null;
  /** What the last write was. */
  let gift: Gift | null = null;
  for (let reads = 0; ; reads++) {
    let fresh: ClaimableSession;
    try {
      fresh = await gateway.readSession(shown.id);
    } catch (error) {
      const failure = asFailure(error);
      // After a 412 nothing was written; after a write without an answer, that write is what failed.
      throw lastFailure && lastFailure.kind !== "stale" ? lastFailure : failure;
    }
    if (gift && lastFailure?.kind !== "stale" && fresh.owner.id === to.id && fresh.etag !== gift.before.etag)
      return { kind: "given", gift, etag: fresh.etag };
    if (fresh.owner.id !== shown.owner.id || fresh.status !== shown.status) return { kind: "taken", by: fresh.owner.name };
    // As it was: if the last write got no answer, it did not happen. Pressing again is the agent's decision.
    if (lastFailure && lastFailure.kind !== "stale") throw asNotDone(lastFailure);
    if (await gateway.hasUnsentAnswer(shown.id)) return { kind: "unsent" };
    gift = { before: fresh, to, note, unreadAgain: await unreadAgain(gateway, shown.id, fresh) };
    try {
      await gateway.give(shown.id, gift);
      return { kind: "given", gift, etag: await etagSince(gateway, shown.id, gift) };
    } catch (error) {
      lastFailure = asFailure(error);
      // The server's no has no reader: whose it is, the giver's own roles tell.
      if (lastFailure.kind === "denied" && (await gateway.mayGive(gift))) return { kind: "refused" };
      if (reads === MOST_AGAIN || IS_DECIDED.includes(lastFailure.kind)) throw lastFailure;
    }
  }
}

/**
 * Takes it back, if nobody has changed the session since. A write without an answer is looked into.
 * @param giverId what the giver has changed themselves is nobody else's change
 * @throws RequestFailed where the session is as giving left it, or the server does not say how it is: it can be tried again
 */
export function takeBackGift(gateway: GiveGateway, sessionId: string, gift: Gift, etag: string, giverId: string): Promise<GiveBackResult> {
  const asClaimed = { readSession: gateway.readSession, giveBack: () => gateway.takeBack(sessionId, gift, etag) };
  return giveBack(asClaimed, sessionId, { before: gift.before, claim: { etag, at: gift.before.now } }, giverId);
}

/** Nobody is notified of a conversation in which everything is read: its newest text is to be unread again. */
async function unreadAgain(
  gateway: GiveGateway,
  sessionId: string,
  { oldestUnreadAt, now }: ClaimableSession,
): Promise<Gift["unreadAgain"]> {
  if (oldestUnreadAt < now) return null;
  const newest = await gateway.readNewestText(sessionId);
  return newest && newest.readOn !== null ? newest : null;
}

/** Whoever has given it away may not read it any more; and somebody may have been quick to change it. */
async function etagSince(gateway: GiveGateway, sessionId: string, { to }: Gift): Promise<string | null> {
  const fresh = await gateway.readSession(sessionId).catch(nullOnFailure);
  return fresh?.owner.id === to.id ? fresh.etag : null;
}
