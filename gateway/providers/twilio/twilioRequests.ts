/** How the Twilio SDK sends its requests. */
import RequestClient from "twilio/lib/base/RequestClient";
import type Response from "twilio/lib/http/response";

/** Twilio asks to come back later. */
export class TwilioBusy extends Error {
  override readonly name = "TwilioBusy";
  /** In milliseconds; undefined where it does not say. */
  readonly retryAfterMs: number | undefined;

  constructor(retryAfterMs: number | undefined) {
    super("429");
    this.retryAfterMs = retryAfterMs;
  }
}

/** The SDK's own client for HTTP, with a time limit, another address for a test double, and an ear for Retry-After, which the SDK's errors leave out. */
export class TwilioRequests extends RequestClient {
  private readonly apiUrl: string | undefined;

  /** @param apiUrl instead of Twilio's */
  constructor(timeoutMs: number, apiUrl: string | undefined) {
    super({ timeout: timeoutMs, autoRetry: false });
    this.apiUrl = apiUrl?.replace(/\/$/, "");
  }

  override async request<Data>(options: RequestClient.RequestOptions<Data>): Promise<Response<Data>> {
    const uri = this.apiUrl === undefined ? options.uri : options.uri.replace(/^https:\/\/[^/]+/, this.apiUrl);
    const response = await super.request({ ...options, uri });
    if (response.statusCode !== 429) return response;
    const seconds = Number((response.headers as Readonly<Record<string, unknown>>)["retry-after"]);
    throw new TwilioBusy(Number.isFinite(seconds) ? seconds * 1000 : undefined);
  }
}
