import { setTimeout as sleep } from "node:timers/promises";

/** What the gateway needs to reach a Dataverse environment. */
export interface Connection {
  /** The Web API's root with a slash at its end: `https://org.crm.dynamics.com/api/data/v9.2/`. */
  readonly root: string;
  /** The access token of the application user. */
  readonly token: string;
  /** How often one request is tried at most. */
  readonly maxAttempts?: number;
  /** The longest wait between two tries, in milliseconds: a longer Retry-After ends the delivery with an error. */
  readonly maxWaitMs?: number;
}

/** The Web API said no, or nothing, and trying again did not help. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  /** @param status the last HTTP status; 0 when there was no answer. */
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** An answer with its text already read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A request of the gateway. Everything that it sends may be sent twice: all its writes are idempotent. */
export interface Ask {
  readonly method: "GET" | "POST" | "PATCH";
  /** Relative to the root. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const firstWaitMs = 100;
const timeoutMs = 30_000;

/**
 * Sends a request, and sends it again (a bounded number of times) after 429, a 5xx or a cut connection, waiting as long as
 * Retry-After says, else twice as long each time. Any other answer is the caller's.
 *
 * @throws GatewayError when the last try failed as well, or Retry-After asks for a longer wait than allowed.
 */
export async function send(connection: Connection, ask: Ask): Promise<Answer> {
  const maxAttempts = connection.maxAttempts ?? 6;
  const maxWaitMs = connection.maxWaitMs ?? 60_000;
  for (let attempt = 1; ; attempt++) {
    const answer = await tryOnce(connection, ask);
    const failed = answer instanceof Error || answer.status === 429 || answer.status >= 500;
    if (!failed) return answer;
    const problem = answer instanceof Error ? `no answer (${answer.message})` : `${answer.status} ${answer.text.slice(0, 300)}`;
    const status = answer instanceof Error ? 0 : answer.status;
    // 501 is a refusal for good: the same request will be refused again.
    if (attempt >= maxAttempts || status === 501) {
      throw new GatewayError(status, `${ask.method} ${ask.path} failed after ${attempt} attempt(s): ${problem}`);
    }
    const wait = (answer instanceof Error ? undefined : retryAfterMs(answer.headers)) ?? firstWaitMs * 2 ** (attempt - 1);
    if (wait > maxWaitMs) throw new GatewayError(status, `${ask.method} ${ask.path}: told to wait ${wait / 1000} s. Deliver again later.`);
    await sleep(wait);
  }
}

async function tryOnce(connection: Connection, ask: Ask): Promise<Answer | Error> {
  try {
    const response = await fetch(connection.root + ask.path, {
      method: ask.method,
      headers: {
        Authorization: `Bearer ${connection.token}`,
        Accept: "application/json",
        "OData-Version": "4.0",
        "OData-MaxVersion": "4.0",
        ...ask.headers,
      },
      ...(ask.body === undefined ? {} : { body: ask.body }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
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
