/** One text of a conversation, and what becomes of it on its way out. */

/**
 * What became of a text of ours. `queued`: it waits for the gateway; `sending`: the gateway has it; `sent`: the provider has it; `delivered`: it is on the
 * customer's phone; `failed`: it did not go out, or did not arrive; `unconfirmed`: nobody can find out whether it went out.
 */
export type DeliveryState = "queued" | "sending" | "sent" | "delivered" | "failed" | "unconfirmed";

/** One text of a conversation, as its thread shows it. Instants are ms since 1970 UTC, by the server's clock. */
export interface ThreadMessage {
  readonly id: string;
  /** Of the row as it was read; empty while the server has no row of it. */
  readonly etag: string;
  /** `in`: written by the customer; `out`: by the business. */
  readonly direction: "in" | "out";
  /** As data: never markup. Up to 10,000 characters. */
  readonly text: string;
  /** What the gateway notes of its pictures and other files (mediaFile.ts reads it); empty: there are none. */
  readonly media: string;
  /** When it arrived or, of ours, when it was written. */
  readonly at: number;
  /** Which of two texts of one moment came first: the longer, then the greater one is later. Empty while the server has no row of it: later than all others. */
  readonly sequence: string;
  /** A text of the customer's that its owner has not read. */
  readonly isUnread: boolean;
  /** Null for a text of the customer's, and for one of ours of which nobody has noted it. */
  readonly delivery: DeliveryState | null;
  /** Why it failed: a code of the product's (`optedOut`, `blocked` …), or the provider's own words; empty where nothing failed. */
  readonly error: string;
  /** Who wrote it, of a text of ours; empty where the server did not give a name. */
  readonly authorName: string;
  /** As how many SMS it goes out; null where nobody has counted. */
  readonly segments: number | null;
}

/**
 * Why nobody can answer here, or not this viewer: the customer has opted out, their number is blocked, the conversation is closed, nobody has accepted it yet, or it is
 * somebody else's.
 */
export type ClosedBecause = "optedOut" | "blocked" | "closed" | "notAccepted" | "notMine";
