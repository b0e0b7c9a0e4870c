import type { NumberBlock } from "../domain/numberBlock";
import type { ApiClient } from "./client";
import { ACTIVE, bound, INACTIVE } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";
import { contactNumberPath } from "./queries";
import { etagOf, rowOf } from "./rows";
import { dateTimeOrNull, fitting, guid } from "./values";

/** What a number that is not blocked notes of a block. */
const NO_BLOCK: NumberBlock = { on: null, by: "", reason: "", until: null };
/** How many characters the column of the reason takes. */
const MOST_REASON = 200;

/**
 * Blocks a number in this way, or (null) unblocks it, if its row is still what `etag` says. Returns the new etag.
 * @throws RequestFailed
 */
export async function writeBlock(client: ApiClient, contactNumberId: string, block: NumberBlock | null, etag: string): Promise<string> {
  const { on, by, reason, until } = block ?? NO_BLOCK;
  const answer = await client({
    method: "PATCH",
    path: `${contactNumberPath(contactNumberId)}?$select=statecode`,
    headers: { "If-Match": etag, Prefer: "return=representation" },
    body: {
      ...(block ? INACTIVE : ACTIVE),
      [CONTACT_NUMBER.blockedOn]: dateTimeOrNull(on),
      [bound(CONTACT_NUMBER.blockedBy)]: by ? `/systemusers(${guid(by)})` : null,
      [CONTACT_NUMBER.blockReason]: fitting(reason, MOST_REASON) || null,
      [CONTACT_NUMBER.blockedUntil]: dateTimeOrNull(until),
    },
  });
  rowOf(answer.body, CONTACT_NUMBER.id, guid(contactNumberId));
  return etagOf(answer);
}
