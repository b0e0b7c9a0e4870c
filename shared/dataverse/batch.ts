/** Many writes as one request: a `$batch` whose parts stand alone (no change set), so that one bad row does not keep the others. */
import type { ApiRequest } from "./client";

/** Dataverse takes at most 1,000 requests in a batch. */
export const MOST_IN_BATCH = 1000;

/**
 * @param writes at most {@link MOST_IN_BATCH}; paths below the Web API's root
 * @throws RangeError for more
 */
export function batchOf(writes: readonly ApiRequest[]): ApiRequest {
  if (writes.length > MOST_IN_BATCH) throw new RangeError(`A batch takes at most ${MOST_IN_BATCH} requests`);
  const boundary = `batch_${crypto.randomUUID()}`;
  const parts = writes.map(
    ({ method, path, headers, body }) =>
      `--${boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n` +
      `${method} /api/data/v9.2/${path} HTTP/1.1\r\nContent-Type: application/json\r\n` +
      Object.entries(headers ?? {})
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join("") +
      `\r\n${JSON.stringify(body)}\r\n`,
  );
  return {
    method: "POST",
    path: "$batch",
    headers: { "Content-Type": `multipart/mixed;boundary="${boundary}"`, Prefer: "odata.continue-on-error" },
    body: `${parts.join("")}--${boundary}--\r\n`,
  };
}
