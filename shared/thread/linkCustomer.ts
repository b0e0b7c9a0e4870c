/** Saying whose a number is, as one of several who may. */
import { asFailure, asNotDone, nullOnFailure, RequestFailed } from "../domain/failure";
import type { LinkGateway, NewLink, NumberLink } from "./linkPorts";
import type { CustomerRecord } from "./threadPorts";

/** A link that this agent has made, or taken away. */
export interface MadeLink {
  /** Of the number's row as it is now. */
  readonly etag: string;
  readonly before: NewLink;
  readonly now: NewLink;
}

/** What became of it. `overtaken`: somebody else has linked the number meanwhile; this is how it is now. */
export type LinkResult = { readonly kind: "made"; readonly made: MadeLink } | { readonly kind: "overtaken"; readonly found: NumberLink };

/** A number's row can change for other reasons meanwhile (a block, an opt-out), but not for ever. */
const MOST_READS = 4;

/** Whether two are the same record, or both nobody. */
export function isSameCustomer(one: CustomerRecord | null, other: CustomerRecord | null): boolean {
  return one?.table === other?.table && one?.id === other?.id;
}

/**
 * Links a number to a customer, or takes the link away, if it is still linked as the agent has seen it. A write without an answer is looked into.
 * @param seen whose it was when the agent chose
 * @throws RequestFailed
 */
export async function linkCustomer(
  gateway: LinkGateway,
  contactNumberId: string,
  seen: CustomerRecord | null,
  wanted: NewLink,
): Promise<LinkResult> {
  let failure: RequestFailed | null = null;
  /** What the last write stood on. */
  let before: NewLink | null = null;
  for (let reads = 0; reads < MOST_READS; reads++) {
    const found = await gateway.readLink(contactNumberId).catch((error: unknown) => {
      throw failure?.mayBeDone ? failure : error;
    });
    if (before && failure && failure.kind !== "stale") {
      if (isAs(found, wanted)) return { kind: "made", made: { etag: found.etag, before, now: wanted } };
      throw asNotDone(failure);
    }
    if (!isSameCustomer(found.customer, seen)) return { kind: "overtaken", found };
    before = { customer: found.customer, customerName: found.customerName, isLeftWithout: found.isLeftWithout };
    try {
      return { kind: "made", made: { etag: await gateway.writeLink(contactNumberId, wanted, found.etag), before, now: wanted } };
    } catch (error) {
      failure = asFailure(error);
      if (failure.kind !== "stale" && failure.kind !== "offline" && failure.kind !== "failed") throw failure;
    }
  }
  throw failure ?? new RequestFailed("stale");
}

/**
 * Takes back what was made, if the number is still linked so. Returns how it is linked now where somebody else has changed that since; else null.
 * @throws RequestFailed
 */
export async function unlinkAgain(
  gateway: LinkGateway,
  contactNumberId: string,
  { etag, before, now }: MadeLink,
): Promise<NumberLink | null> {
  try {
    await gateway.writeLink(contactNumberId, before, etag);
    return null;
  } catch (error) {
    const failure = asFailure(error);
    const found = await gateway.readLink(contactNumberId).catch(nullOnFailure);
    if (!found) throw failure;
    if (isAs(found, before)) return null;
    if (!isAs(found, now)) return found;
    if (failure.kind !== "stale") throw asNotDone(failure);
    // Something else of the row has changed.
    await gateway.writeLink(contactNumberId, before, found.etag);
    return null;
  }
}

function isAs(found: NumberLink, wanted: NewLink): boolean {
  return isSameCustomer(found.customer, wanted.customer) && found.isLeftWithout === wanted.isLeftWithout;
}
