/**
 * The Dataverse Web API by same-origin requests: the app's own sign-in applies, and If-Match can be sent, which
 * `context.webAPI` and `Xrm.WebApi` do not allow. Decides by HTTP status; server messages are localised and never read.
 */
import { RequestFailed } from "../domain/failure";
import type { FailureKind } from "../domain/failure";
import { jsonOf } from "./jsonOf";
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

/** A successful answer: what was asked for, and nothing else. */
export interface ApiAnswer {
  /** The JSON object that the server sent; the text of a batch's answer; null where a write was to be answered without a body. */
  readonly body: unknown;
  readonly etag: string | null;
  /** The server's clock (ms, whole seconds), from its `Date` header; the browser's where the header is missing. */
  readonly now: number;
}

/** Sends requests. @throws RequestFailed where the server or the network fails, also where a success is not what was asked for */
export type ApiClient = (request: ApiRequest) => Promise<ApiAnswer>;

/** As the platform's global, so that a test can give its own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const ROOT = "/api/data/v9.2/";
/** Dataverse ends a request after two minutes at the latest. */
const TIME_LIMIT = 120_000;

/** What a text holds as JSON; null for anything that is not JSON. @param path what was asked */
export type Parse = (text: string, path: string) => unknown;

/** @param origin scheme and host of the environment; empty for the page's own */
export function createClient(fetch: Fetch, origin = "", parse: Parse = jsonOf): ApiClient {
  return async (request) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), TIME_LIMIT);
    const offline = (cause: unknown): never => {
      throw new RequestFailed("offline", { cause, mayBeDone: request.method !== "GET" });
    };
    try {
      const response = await fetch(origin + ROOT + request.path, initOf(request, abort.signal)).catch(offline);
      const text = await response.text().catch(offline);
      const date = Date.parse(response.headers.get("Date") ?? "");
      const now = Number.isNaN(date) ? Date.now() : date;
      // A redirect leads to a sign-in page, mostly of another origin: followed, it would look like a network that is away.
      if (response.type === "opaqueredirect") throw new RequestFailed("signin", { detail: "redirected" });
      const status = changeSetFailure(request, text) ?? response.status;
      if (status >= 400 || !response.ok) throw refusal(response, status, text, now);
      return { body: bodyOf(request, response, text, parse), etag: response.headers.get("ETag"), now };
    } finally {
      clearTimeout(timer);
    }
  };
}

function initOf({ method, headers, body }: ApiRequest, signal: AbortSignal): RequestInit {
  const isJson = body !== undefined && typeof body !== "string";
  return {
    method,
    headers: {
      Accept: "application/json",
      "OData-MaxVersion": "4.0",
      "OData-Version": "4.0",
      ...(isJson ? { "Content-Type": "application/json; charset=utf-8" } : {}),
      ...headers,
    },
    cache: "no-store",
    credentials: "same-origin",
    redirect: "manual",
    ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : body }),
    signal,
  };
}

/**
 * What a success holds. An ended session may be answered with a sign-in page and status 200: that is no answer of Dataverse's, and nothing
 * was read or written.
 * @throws RequestFailed for anything but what was asked for
 */
function bodyOf({ method, path, headers }: ApiRequest, response: Response, text: string, parse: Parse): unknown {
  if (path === "$batch") {
    if (text.startsWith("--")) return text;
  } else if (method === "GET" || headers?.["Prefer"]?.includes("return=representation")) {
    const body = parse(text, path);
    if (isRow(body)) return body;
  } else if (response.status === 204) return null;
  const isPage = /\bhtml\b/.test(response.headers.get("Content-Type") ?? "");
  throw new RequestFailed(isPage ? "signin" : "failed", {
    detail: `${method} was answered with ${response.status} and something else than asked for`,
  });
}

const KINDS: Readonly<Record<number, FailureKind>> = { 401: "signin", 403: "denied", 404: "gone", 412: "stale", 429: "throttled" };

/** A change set that failed is answered by its one error, whatever the status around it says: with that status, with 400, or as a success. */
function changeSetFailure({ path, headers }: ApiRequest, text: string): number | null {
  const [, status] = (path === "$batch" && !headers?.["Prefer"] && /^HTTP\/1\.1 ([45]\d\d)/m.exec(text)) || [];
  return status ? Number(status) : null;
}

function refusal(response: Response, status: number, text: string, now: number): RequestFailed {
  return new RequestFailed(KINDS[status] ?? "failed", {
    retryAfter: retryAfter(response, now),
    status,
    code: codeOf(jsonOf(text)),
    detail: `HTTP ${status}`,
  });
}

/** Seconds or a date, as the HTTP standard allows both. */
function retryAfter(response: Response, now: number): number | null {
  const value = response.headers.get("Retry-After");
  if (value === null) return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

/** Often empty: a decision that needs it must do without, too. */
function codeOf(body: unknown): string {
  const error = isRow(body) ? body["error"] : undefined;
  return isRow(error) ? textOf(error, "code") : "";
}
