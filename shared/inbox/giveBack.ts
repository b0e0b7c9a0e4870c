/** Give Back, and Undo of Close: a claim or a closing is undone, on the server, if nobody has changed the session since. */
import { asFailure, asNotDone, nullOnFailure } from "../domain/failure";
import type { FailureKind } from "../domain/failure";
import type { WonClaim } from "./claim";
import type { ActionGateway } from "./ports";

/** What became of it: null where all is as it was before; otherwise who has changed the session since, with an empty name where that is not known. */
export type GiveBackResult = null | { readonly by: string };

/** The server has read the request and said no. What it says is as true when it is asked again. */
const IS_DECIDED: readonly FailureKind[] = ["denied", "signin", "throttled", "gone"];

/**
 * Gives a session back to whom it belonged. A write without an answer is looked into: what is there as it was before has been given back.
 * @param viewerId what the viewer has changed themselves is nobody else's change
 * @param as what it is noted as
 * @throws RequestFailed where the session is as the claim left it, or the server does not say how it is: it can be tried again
 */
export async function giveBack(
  gateway: Pick<ActionGateway, "readSession" | "giveBack">,
  sessionId: string,
  { before, claim }: WonClaim,
  viewerId: string,
  as: "givenBack" | "reopened" = "givenBack",
): Promise<GiveBackResult> {
  try {
    await gateway.giveBack(sessionId, before, claim, as);
    return null;
  } catch (error) {
    const failure = asFailure(error);
    if (IS_DECIDED.includes(failure.kind)) throw failure;
    const fresh = await gateway.readSession(sessionId).catch(nullOnFailure);
    if (!fresh) throw failure;
    if (fresh.owner.id === before.owner.id && fresh.status === before.status && fresh.isActive === before.isActive) return null;
    if (fresh.etag === claim.etag) throw asNotDone(failure);
    return { by: fresh.changedBy.id === viewerId ? "" : fresh.changedBy.name };
  }
}
