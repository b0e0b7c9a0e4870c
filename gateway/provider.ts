/** What a provider of text messages is to the gateway: it sends, says what became of a text, and can be asked. */
import type { MediaHosts } from "./media/mediaHosts";

/** A text that goes out. */
export interface OutboundSms {
  /** The row id of the message. A provider that can take a mark with a text gets it, and brings it back in its reports. */
  readonly id: string;
  /** When it was claimed, in whole seconds since 1970, UTC: it tells one try to send a message from the next. */
  readonly claimedAt: number;
  /** The business number, E.164. */
  readonly from: string;
  /** The customer's number, E.164. */
  readonly to: string;
  readonly body: string;
}

/**
 * What a provider answered.
 *
 * - `accepted`: it has the text, under its own id. `segments`: how many SMS it is made of, where the provider says so.
 * - `refused`: it will never take this text; `reason` is its code and words, for the agent. `optedOut`: because the customer wants no more messages.
 * - `busy`: it has certainly not taken the text, and may take it later. `retryAfterMs`: when, where it says so.
 * - `unknown`: nobody knows whether it has taken the text: no answer, or one that says nothing.
 *
 * The reasons of `busy` and `unknown` go into the log: they hold no number and no text.
 */
export type SendOutcome =
  | { readonly kind: "accepted"; readonly providerId: string; readonly segments?: number }
  | { readonly kind: "refused"; readonly reason: string; readonly optedOut?: boolean }
  | { readonly kind: "busy"; readonly reason: string; readonly retryAfterMs?: number }
  | { readonly kind: "unknown"; readonly reason: string };

/** What a provider says of a text that it has: it is on its way, it has arrived, it never will. */
export type ReportedState = "sent" | "delivered" | "failed";

/** A text that a provider has. */
export interface HandedOver {
  readonly providerId: string;
  readonly state: ReportedState;
  /** Why it failed: the provider's code and words. */
  readonly error?: string;
  readonly segments?: number;
}

/** What became of a text, as a provider tells it by itself. */
export interface DeliveryReport extends HandedOver {
  /** `OutboundSms.id`, where the provider brings it back: the report is understood also where its id was never written down. */
  readonly messageId?: string;
  /** `OutboundSms.claimedAt`, likewise. */
  readonly claimedAt?: number;
}

/** A provider of text messages. */
export interface Provider {
  /** For logs: `twilio`. */
  readonly name: string;
  /** Where it keeps pictures and other files of incoming texts; undefined: it brings none. */
  readonly media?: MediaHosts;
  /** Hands over a text, once: what comes of it if nobody answers is for the gateway to find out. Never rejects. */
  send(sms: OutboundSms): Promise<SendOutcome>;
  /**
   * All texts that the provider has and that may be this one: same numbers, same words, handed over at that time or later. A provider
   * that keeps no list that can be asked has none to tell.
   *
   * @param since in milliseconds since 1970, UTC
   * @throws Error when the provider cannot be asked now
   */
  find(sms: OutboundSms, since: number): Promise<readonly HandedOver[]>;
}
