/** A contact number that nobody is to be notified of: since when, why, and until when. */

/** How a contact number is blocked. Instants are ms since 1970 UTC, by the server's clock. */
export interface NumberBlock {
  /** When it was blocked; null where nobody has noted it. */
  readonly on: number | null;
  /** Id of the user who blocked it; empty where nobody has noted it. */
  readonly by: string;
  /** In the agent's own words; often empty. */
  readonly reason: string;
  /** When it ends by itself; null: not at all. */
  readonly until: number | null;
}

/** What the agent says when they block. */
export interface BlockTerms {
  /** Why; may be empty. */
  readonly reason: string;
  /** For how long (ms); null: until somebody unblocks the number. */
  readonly length: number | null;
}

/** Of an agent who says nothing. */
export const NO_TERMS: BlockTerms = { reason: "", length: null };

/**
 * Whether a block is in force.
 * A comparison, never a job: nothing has to run for a block to end.
 * @param until when it ends (server's clock, ms); null: not by itself
 * @param now the server's clock (ms), never the browser's
 */
export function isInForce(until: number | null, now: number): boolean {
  return until === null || now < until;
}
