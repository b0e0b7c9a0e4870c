/** Sends requests to Dataverse, again where that may help. */
import { setTimeout as sleep } from "node:timers/promises";
import { backOffMs } from "./backOff";
import type { Connection } from "./connection";

export type { Connection } from "./connection";

/** The Web API said no, or nothing, and trying again did not help. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  /** The last HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** How long the server asked to wait, in milliseconds; undefined where it did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(status: number, message: string, retryAfterMs?: number) {
    super(message);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** An answer with its text already read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The last answer to a request that may have been sent several times. */
export interface LastAnswer extends Answer {
  /** How often it was sent. From the second time on an earlier one may have been carried out, and its answer lost. */
  readonly tries: number;
}

/** A request of the gateway. Everything that it sends may be sent twice: its writes are create only, or say the same again. */
export interface Ask {
  readonly method: "GET" | "POST" | "PATCH";
  /** Relative to the root. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What the answer comes to: for a `$batch`, the answer to the operation that failed. @throws Error when it cannot be read */
  readonly outcome?: (answer: Answer) => Answer;
}

const firstWaitMs = 100;
const defaultTimeoutMs = 30_000;

/** Answers that may be different the next time. 501 is a refusal for good. */
function isTemporary(status: number): boolean {
  return status === 0 || status === 429 || (status >= 500 && status !== 501);
}

/**
 * Sends a request, and sends it again (a bounded number of times) after 429, a 5xx or a cut connection, waiting as long as
 * Retry-After says, else twice as long each time. Any other answer is the caller's.
 *
 * @param deadline when to give up at the latest, as `Date.now()` counts
 * @throws GatewayError when the last try failed as well, there is no time left for another, or the connection's signal is aborted
 */
export async function send(connection: Connection, ask: Ask, deadline = Infinity): Promise<LastAnswer> {
  const maxAttempts = connection.maxAttempts ?? 6;
  const maxWaitMs = connection.maxWaitMs ?? 60_000;
  // Without the query: numbers do not belong into logs.
  const what = `${ask.method} ${ask.path.replace(/\?.*$/, "")}`;
  for (let attempt = 1; ; attempt++) {
    if (connection.signal?.aborted) throw new GatewayError(0, `${what}: nothing is sent any more.`);
    const answer = await tryWithToken(connection, ask, deadline);
    const status = answer instanceof Error ? 0 : answer.status;
    if (!(answer instanceof Error) && !isTemporary(status) && status !== 501) return { ...answer, tries: attempt };
    const problem = answer instanceof Error ? `no answer (${answer.message})` : `${status} ${answer.text.slice(0, 300)}`;
    const asked = answer instanceof Error ? undefined : retryAfterMs(answer.headers);
    if (attempt >= maxAttempts || status === 501) {
      throw new GatewayError(status, `${what} failed after ${attempt} attempt(s): ${problem}`, asked);
    }
    const wait = asked ?? backOffMs(attempt, firstWaitMs);
    if (wait > maxWaitMs || Date.now() + wait >= deadline) {
      throw new GatewayError(status, `${what}: no time to wait ${wait / 1000} s. Deliver again later. ${problem}`, asked);
    }
    await sleep(wait, undefined, connection.signal ? { signal: connection.signal } : {}).catch(() => undefined);
  }
}

/** One try; one more with a new token where the old one has run out. */
async function tryWithToken(connection: Connection, ask: Ask, deadline: number): Promise<Answer | Error> {
  const answer = await tryOnce(connection, ask, deadline, false);
  if (answer instanceof Error || answer.status !== 401 || typeof connection.token === "string") return answer;
  return tryOnce(connection, ask, deadline, true);
}

async function tryOnce(connection: Connection, ask: Ask, deadline: number, renew: boolean): Promise<Answer | Error> {
  try {
    const token = typeof connection.token === "string" ? connection.token : await connection.token(renew);
    const timeoutMs = Math.max(1, Math.min(connection.timeoutMs ?? defaultTimeoutMs, deadline - Date.now()));
    const response = await (connection.fetch ?? fetch)(connection.root + ask.path, {
      method: ask.method,
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: "application/json",
        "OData-Version": "4.0",
        "OData-MaxVersion": "4.0",
        ...ask.headers,
      },
      ...(ask.body === undefined ? {} : { body: ask.body }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    return ask.outcome ? ask.outcome(answer) : answer;
  } catch (error) {
    // The token provider knows that asking again will not help.
    if (error instanceof GatewayError && !isTemporary(error.status)) throw error;
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Retry-After in milliseconds: Dataverse sends seconds; HTTP also allows a date, read against the answer's own Date. */
function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get("retry-after");
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value) - Date.parse(headers.get("date") ?? "");
  return Number.isFinite(until) ? Math.max(0, until) : undefined;
}
