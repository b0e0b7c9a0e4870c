/**
 * The Dataverse Web API by same-origin requests: the app's own sign-in applies, and If-Match can be sent, which
 * `context.webAPI` and `Xrm.WebApi` do not allow. Decides by HTTP status; server messages are localised and never read.
 */
import { RequestFailed } from "../domain/failure";
import type { FailureKind } from "../domain/failure";
import { isRow, textOf } from "./rows";

/** One request, below `/api/data/v9.2/`. */
export interface ApiRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** With its query, escaped. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
}

/** A successful answer. */
export interface ApiAnswer {
  /** The parsed body, or null where there is none. */
  readonly body: unknown;
  readonly etag: string | null;
  /** The server's clock (ms, whole seconds), from its `Date` header; the browser's where the header is missing. */
  readonly now: number;
}

/** Sends requests. Rejects with RequestFailed and nothing else. */
export type ApiClient = (request: ApiRequest) => Promise<ApiAnswer>;

/** As the platform's global, so that a test can give its own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const ROOT = "/api/data/v9.2/";
/** Dataverse ends a request after two minutes at the latest. */
const TIME_LIMIT = 120_000;

/** @param origin scheme and host of the environment; empty for the page's own */
export function createClient(fetch: Fetch, origin = ""): ApiClient {
  return async ({ method, path, headers, body }) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), TIME_LIMIT);
    const cut = (): never => {
      clearTimeout(timer);
      throw new RequestFailed("offline");
    };
    const response = await fetch(origin + ROOT + path, {
      method,
      headers: {
        Accept: "application/json",
        "OData-MaxVersion": "4.0",
        "OData-Version": "4.0",
        ...(body === undefined || typeof body === "string" ? {} : { "Content-Type": "application/json; charset=utf-8" }),
        ...headers,
      },
      cache: "no-store",
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      signal: abort.signal,
    }).catch(cut);
    const date = Date.parse(response.headers.get("Date") ?? "");
    const text = await response.text().catch(cut);
    clearTimeout(timer);
    const now = Number.isNaN(date) ? Date.now() : date;
    if (!response.ok) throw failure(response, text, now);
    return { body: parse(text), etag: response.headers.get("ETag"), now };
  };
}

const KINDS: Readonly<Record<number, FailureKind>> = { 401: "signin", 403: "denied", 404: "gone", 412: "stale", 429: "throttled" };

function failure(response: Response, text: string, now: number): RequestFailed {
  return new RequestFailed(KINDS[response.status] ?? "failed", { retryAfter: retryAfter(response, now), code: codeOf(parse(text)) });
}

/** Seconds or a date, as the HTTP standard allows both. */
function retryAfter(response: Response, now: number): number | null {
  const value = response.headers.get("Retry-After");
  if (value === null) return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

/** Null for anything that is not JSON, such as a proxy's error page. */
function parse(text: string): unknown {
  try {
    return text === "" ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

/** Often empty: a decision that needs it must do without, too. */
function codeOf(body: unknown): string {
  const error = isRow(body) ? body["error"] : undefined;
  return isRow(error) ? textOf(error, "code") : "";
}
