import type { IncomingMessage, ServerResponse } from "node:http";
import { BadRequest } from "./badRequest";

/** One request and its answer, with what every route needs to know about it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** Path as sent, not decoded, without the query. */
  readonly path: string;
  /** As sent, with its `?`; or empty. */
  readonly search: string;
  readonly query: URLSearchParams;
  /** `http://kim.localhost:3000` */
  readonly origin: string;
  /** `kim` of `kim.localhost`; empty on plain `localhost`, `127.0.0.1`, `[::1]`. */
  readonly subdomain: string;
}

/** Sends an answer at once. @returns the number of bytes of its body */
export function answer(
  exchange: Exchange,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array = "",
): number {
  const bytes = typeof body === "string" ? Buffer.from(body, "utf8") : body;
  const { response } = exchange;
  if (response.destroyed || response.headersSent) return 0;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (status !== 204 && status !== 304) response.setHeader("Content-Length", bytes.byteLength);
  response.writeHead(status);
  response.end(bytes);
  return bytes.byteLength;
}

/** Sends a value as JSON. */
export function answerJson(exchange: Exchange, status: number, value: unknown): void {
  answer(exchange, status, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" }, JSON.stringify(value));
}

/** Refuses every method but those. @throws BadRequest 405 */
export function allow(exchange: Exchange, ...methods: readonly string[]): void {
  if (methods.includes(exchange.method) || (exchange.method === "HEAD" && methods.includes("GET"))) return;
  exchange.response.setHeader("Allow", methods.join(", "));
  throw new BadRequest(405, `${exchange.path} answers ${methods.join(", ")}, not ${exchange.method}.`);
}

/**
 * The body as text.
 *
 * @param limit in bytes
 * @throws BadRequest 413 when it is larger. The rest is read all the same (and forgotten): a client that is still sending would not see the answer.
 */
export function readBody(exchange: Exchange, limit: number): Promise<string> {
  const { request } = exchange;
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length > limit) chunks = [];
      else chunks.push(chunk);
    });
    request.on("error", reject);
    request.on("end", () => {
      if (length <= limit) resolve(Buffer.concat(chunks).toString("utf8"));
      else reject(new BadRequest(413, `The body has ${length} bytes; at most ${limit} are read here. Send less.`));
    });
  });
}

/** The body as a JSON object. @param example shown when it is none @param limit in bytes @throws BadRequest 400, 413 */
export async function readJson(exchange: Exchange, example: unknown, limit = 256 * 1024): Promise<Readonly<Record<string, unknown>>> {
  const text = await readBody(exchange, limit);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadRequest(400, `The body is not JSON (${error instanceof Error ? error.message : String(error)}).`, example);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new BadRequest(400, "The body must be a JSON object.", example);
  }
  return value as Record<string, unknown>;
}
