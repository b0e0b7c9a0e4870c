/** The body of a request. */
import type { IncomingMessage } from "node:http";

/** The sender went away, or was cut off for taking too long, before the whole request was here. Nobody is left to be answered. */
export class SenderGone extends Error {
  override readonly name = "SenderGone";
}

/**
 * The body as text; undefined when it is longer than `maxBytes`.
 *
 * @throws SenderGone
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) return undefined;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new SenderGone("The sender went away, or took too long.", { cause: error });
  }
  return Buffer.concat(chunks).toString("utf8");
}
