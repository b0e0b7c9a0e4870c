/** What others call: a provider, or Dataverse. */
import type { IncomingHttpHeaders } from "node:http";
import type { Reply } from "./reply";

/** A call of a webhook, its body read. */
export interface WebhookCall {
  /** Path and query as they were asked for. */
  readonly url: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One webhook of the service. */
export interface Webhook {
  readonly path: string;
  /** What it is, for those who call it in another way: `Twilio's webhook of incoming texts`. */
  readonly what: string;
  /** What its body is. */
  readonly content: "form" | "json";
  /** The longest body, in bytes, where that is not the usual limit. */
  readonly maxBytes?: number;
  /** Whether the call is from whom it should be. Others are answered with 403, and `refusal` is logged. */
  isGenuine(call: WebhookCall): boolean;
  readonly refusal: string;
  /** Answers a genuine call: 200 when it is done, 5xx when it may be sent again, 4xx when it must not. */
  take(call: WebhookCall): Promise<Reply>;
}
