/** Blocking a contact number and taking that back, as one of several who may. */
import { asFailure, asNotDone, nullOnFailure, RequestFailed } from "../domain/failure";
import { isInForce } from "../domain/numberBlock";
import type { BlockTerms, NumberBlock } from "../domain/numberBlock";
import type { ActionGateway } from "./ports";

/** A number that this viewer has blocked. */
export interface Blocked {
  /** Of the row as it is now. */
  readonly etag: string;
  /** What was noted in the row before: null, or a block that had ended by itself. */
  readonly before: NumberBlock | null;
}

/** A number's row can change for other reasons meanwhile, but not for ever. */
const MOST_READS = 4;

/**
 * Blocks a number: reads it, writes with If-Match, reads again when it changed meanwhile or when the write got no answer. When the block began and ends is by the
 * server's clock.
 * Returns null where somebody else has blocked it, so that it is not this viewer's to undo.
 * @throws RequestFailed
 */
export async function block(
  gateway: Pick<ActionGateway, "readContactNumber" | "setBlocked">,
  contactNumberId: string,
  viewerId: string,
  { reason, length }: BlockTerms,
): Promise<Blocked | null> {
  let failure: RequestFailed | null = null;
  let before: NumberBlock | null = null;
  for (let reads = 0; reads < MOST_READS; reads++) {
    const {
      block: noted,
      etag,
      now,
    } = await gateway.readContactNumber(contactNumberId).catch((error: unknown) => {
      // Nobody knows what became of a write that got no answer, if it cannot be looked up either.
      throw failure?.mayBeDone ? failure : error;
    });
    if (noted && isInForce(noted.until, now)) return noted.by === viewerId && failure ? { etag, before } : null;
    if (failure && failure.kind !== "stale") throw asNotDone(failure);
    before = noted;
    try {
      const until = length === null ? null : now + length;
      return { etag: await gateway.setBlocked(contactNumberId, { on: now, by: viewerId, reason, until }, etag), before };
    } catch (error) {
      failure = asFailure(error);
      // Only a write that may have happened, or one on an old reading, is looked into.
      if (failure.kind !== "stale" && failure.kind !== "offline" && failure.kind !== "failed") throw failure;
    }
  }
  throw failure ?? new RequestFailed("stale");
}

/**
 * Restores what was before a block, if the number is still as this agent blocked it. A write without an answer is looked into.
 * Returns the new etag.
 * @throws RequestFailed
 */
export async function unblock(
  gateway: Pick<ActionGateway, "readContactNumber" | "setBlocked">,
  contactNumberId: string,
  { before, etag }: Blocked,
): Promise<string> {
  // Perhaps only the answer was lost, or a colleague has unblocked it: it is as it was wanted.
  return writeAndLook(gateway, contactNumberId, { written: before, etag, wanted: null });
}

/**
 * Blocks a number again in the very way in which it was blocked, if it is still as it was left. A write without an answer is looked into.
 * Returns the new etag.
 * @throws RequestFailed
 */
export async function blockAgain(
  gateway: Pick<ActionGateway, "readContactNumber" | "setBlocked">,
  contactNumberId: string,
  block: NumberBlock,
  etag: string,
): Promise<string> {
  return writeAndLook(gateway, contactNumberId, { written: block, etag, wanted: block });
}

/** Writes a block; where that fails, looks whether the number is as it is `wanted`: blocked in this very way, or (null) not blocked. */
async function writeAndLook(
  gateway: Pick<ActionGateway, "readContactNumber" | "setBlocked">,
  contactNumberId: string,
  { written, etag, wanted }: { readonly written: NumberBlock | null; readonly etag: string; readonly wanted: NumberBlock | null },
): Promise<string> {
  try {
    return await gateway.setBlocked(contactNumberId, written, etag);
  } catch (error) {
    const failure = asFailure(error);
    const number = await gateway.readContactNumber(contactNumberId).catch(nullOnFailure);
    if (!number) throw failure;
    const found = number.block && isInForce(number.block.until, number.now) ? number.block : null;
    if (found?.by === wanted?.by && found?.on === wanted?.on) return number.etag;
    // Blocked, but by somebody else.
    throw found && wanted ? new RequestFailed("stale", { cause: failure }) : asNotDone(failure);
  }
}
