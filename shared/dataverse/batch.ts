/** Many writes as one request. */
import { RequestFailed } from "../domain/failure";
import type { ApiRequest } from "./client";
import { jsonOf } from "./jsonOf";

/** Dataverse takes at most 1,000 requests in a batch. */
export const MOST_IN_BATCH = 1000;

/**
 * A `$batch` whose parts stand alone (no change set), so that one bad row does not keep the others.
 * @param writes at most {@link MOST_IN_BATCH}; paths below the Web API's root
 * @throws RangeError for more
 */
export function batchOf(writes: readonly ApiRequest[]): ApiRequest {
  const { boundary, text } = partsOf("batch", writes);
  return batch(boundary, text, { Prefer: "odata.continue-on-error" });
}

/**
 * A `$batch` with one change set: all of it is written, or nothing. What fails gives the whole request its status.
 * @param writes as for {@link batchOf}
 * @throws RangeError for more
 */
export function changeSetOf(writes: readonly ApiRequest[]): ApiRequest {
  const { boundary: inner, text } = partsOf("changeset", writes);
  const boundary = `batch_${inner}`;
  return batch(boundary, `--${boundary}\r\nContent-Type: multipart/mixed;boundary="${inner}"\r\n\r\n${text}`, {});
}

/** The JSON of the first part of a batch's answer that has any; null where none has. No line of JSON begins with the dashes of a boundary. */
export function firstBodyOf(answer: unknown): unknown {
  return jsonOf(/^(\{[^]*?)\r?\n--/m.exec(String(answer))?.[1] ?? "");
}

function batch(boundary: string, text: string, headers: Readonly<Record<string, string>>): ApiRequest {
  return {
    method: "POST",
    path: "$batch",
    headers: { "Content-Type": `multipart/mixed;boundary="${boundary}"`, ...headers },
    body: `${text}--${boundary}--\r\n`,
  };
}

/** @throws RequestFailed for a value that no header can hold, as a request of its own would: an etag is the server's word, and must not begin another line */
function headerLines(headers: ApiRequest["headers"]): string {
  try {
    return [...new Headers(headers)].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  } catch (cause) {
    throw new RequestFailed("failed", { cause });
  }
}

/** The writes between boundaries, the last one closed for a change set. In a change set Dataverse asks for a Content-ID each. */
function partsOf(kind: "batch" | "changeset", writes: readonly ApiRequest[]): { readonly boundary: string; readonly text: string } {
  if (writes.length > MOST_IN_BATCH) throw new RangeError(`A batch takes at most ${MOST_IN_BATCH} requests`);
  const boundary = `${kind}_${crypto.randomUUID()}`;
  const parts = writes.map(
    ({ method, path, headers, body }, at) =>
      `--${boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: ${at + 1}\r\n\r\n` +
      `${method} /api/data/v9.2/${path} HTTP/1.1\r\nContent-Type: application/json\r\n` +
      `${headerLines(headers)}\r\n${JSON.stringify(body)}\r\n`,
  );
  return { boundary, text: parts.join("") + (kind === "changeset" ? `--${boundary}--\r\n` : "") };
}
