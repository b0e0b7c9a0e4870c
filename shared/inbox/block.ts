/** Making a contact number inactive and active again, as one of several who may. */
import { asFailure, asNotDone, nullOnFailure, RequestFailed } from "../domain/failure";
import type { InboxGateway } from "./ports";

/** A number's row can change for other reasons meanwhile, but not for ever. */
const MOST_READS = 4;

/**
 * Blocks a number: reads it, writes with If-Match, reads again when it changed meanwhile or when the write got no answer.
 * Returns the etag of the blocked row; null where somebody else has blocked it, so that it is not this viewer's to undo.
 * @throws RequestFailed
 */
export async function block(gateway: InboxGateway, contactNumberId: string, viewerId: string): Promise<string | null> {
  let failure: RequestFailed | null = null;
  for (let reads = 0; reads < MOST_READS; reads++) {
    const { active, etag, blockedBy } = await gateway.readContactNumber(contactNumberId).catch((error: unknown) => {
      // Nobody knows what became of a write that got no answer, if it cannot be looked up either.
      throw failure?.mayBeDone ? failure : error;
    });
    if (!active) return blockedBy === viewerId && failure ? etag : null;
    if (failure && failure.kind !== "stale") throw asNotDone(failure);
    try {
      return await gateway.setBlocked(contactNumberId, true, etag);
    } catch (error) {
      failure = asFailure(error);
      // Only a write that may have happened, or one on an old reading, is looked into.
      if (failure.kind !== "stale" && failure.kind !== "offline" && failure.kind !== "failed") throw failure;
    }
  }
  throw failure ?? new RequestFailed("stale");
}

/**
 * Takes a block back. A write without an answer is looked into.
 * @param etag the number as this agent blocked it
 * @throws RequestFailed
 */
export async function unblock(gateway: InboxGateway, contactNumberId: string, etag: string): Promise<void> {
  try {
    await gateway.setBlocked(contactNumberId, false, etag);
  } catch (error) {
    const failure = asFailure(error);
    // Perhaps only the answer was lost, or a colleague has unblocked it: it is as it was wanted.
    const number = await gateway.readContactNumber(contactNumberId).catch(nullOnFailure);
    if (!number?.active) throw number ? asNotDone(failure) : failure;
  }
}
