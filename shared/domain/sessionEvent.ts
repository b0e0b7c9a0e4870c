/** What happened to a conversation besides its texts. */

/**
 * What happened: somebody accepted it, took it over, gave it back, gave it to somebody else, took that back, closed it, or took the closing back; the customer wants no more
 * texts.
 */
export type EventKind = "accepted" | "takenOver" | "givenBack" | "given" | "takenBack" | "closed" | "reopened" | "optedOut";

/** One thing that happened. */
export interface SessionEvent {
  readonly id: string;
  readonly kind: EventKind;
  /** When (server's clock, ms). */
  readonly at: number;
  /** Who did it; empty where the server did not give a name, and where the customer did. */
  readonly byName: string;
  /** Whose it was before, where it was taken over; else empty. */
  readonly fromName: string;
  /** To whom it was given, a person or a team, and what they were told; empty where it was not, or nothing was said. */
  readonly toName: string;
  readonly note: string;
  /** How long the customer had waited then (whole minutes); null where nobody has noted it. */
  readonly waitedMinutes: number | null;
}
