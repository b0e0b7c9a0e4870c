/** Writes `$batch` requests with one change set, and reads their answers. */
import { randomUUID } from "node:crypto";
import type { Answer } from "./transport";

/** One write of a change set. */
export interface BatchWrite {
  readonly method: "POST" | "PATCH";
  /** Absolute address. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One operation's answer within a `$batch` response. */
export interface BatchAnswer {
  readonly status: number;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A `$batch` request that is ready to be sent. */
export interface BatchRequest {
  readonly contentType: string;
  readonly body: string;
}

/**
 * Writes operations as one change set: Dataverse does all of them or none. Line ends are CRLF as multipart asks
 * (Dataverse refuses bare LF), and each part has the Content-ID that change sets require.
 */
export function writeChangeSet(writes: readonly BatchWrite[]): BatchRequest {
  const batch = `batch_${randomUUID()}`;
  const changeSet = `changeset_${randomUUID()}`;
  const lines = [`--${batch}`, `Content-Type: multipart/mixed; boundary=${changeSet}`, ""];
  writes.forEach((write, index) => {
    lines.push(`--${changeSet}`, "Content-Type: application/http", "Content-Transfer-Encoding: binary", `Content-ID: ${index + 1}`, "");
    lines.push(`${write.method} ${write.url} HTTP/1.1`, "Content-Type: application/json; type=entry");
    for (const [name, value] of Object.entries(write.headers ?? {})) lines.push(`${name}: ${value}`);
    lines.push("", JSON.stringify(write.body), "");
  });
  lines.push(`--${changeSet}--`, "", `--${batch}--`, "");
  return { contentType: `multipart/mixed; boundary=${batch}`, body: lines.join("\r\n") };
}

/**
 * What a `$batch` with one change set comes to: the answer to the write that failed, else the answer to the last one. An answer that
 * is not multipart (a refusal of the batch as a whole) stands for itself.
 *
 * @throws Error when the answer cannot be read
 */
export function changeSetOutcome(answer: Answer): Answer {
  const contentType = answer.headers.get("content-type");
  if (!/^multipart\/mixed/i.test(contentType ?? "")) return answer;
  const answers = readBatch(contentType, answer.text);
  const decisive = answers.find(({ status }) => status >= 300) ?? answers.at(-1);
  if (!decisive) throw new Error("A $batch response without a part.");
  return { status: decisive.status, headers: new Headers(decisive.headers), text: decisive.body };
}

/**
 * Reads the answers of a `$batch` response in the order in which they stand, those of change sets included.
 * A failed change set holds one answer alone: that of the operation that failed.
 *
 * @throws Error when the response is not multipart
 */
export function readBatch(contentType: string | null, body: string): BatchAnswer[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? "");
  const name = boundary?.[1] ?? boundary?.[2];
  if (!name) throw new Error(`A $batch response without a multipart boundary (Content-Type: ${contentType ?? "none"}).`);
  const answers: BatchAnswer[] = [];
  // A boundary stands at the beginning of a line; within a text it means nothing.
  for (const part of `\r\n${body}`.split(`\r\n--${name}`).slice(1)) {
    if (part.startsWith("--")) break;
    const { headers, body: content } = readHead(part.replace(/^\s*\r\n/, ""));
    const type = headers["content-type"] ?? "";
    if (/^multipart\/mixed/i.test(type)) answers.push(...readBatch(type, content));
    else answers.push(readAnswer(content));
  }
  return answers;
}

function readAnswer(text: string): BatchAnswer {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
  if (!status) throw new Error(`A part of the $batch response is not an HTTP answer: ${text.slice(0, 80)}`);
  return { status, ...readHead(text.replace(/^.*(\r\n|$)/, "")) };
}

/** Header lines up to an empty one, and what follows. */
function readHead(text: string): { headers: Record<string, string>; body: string } {
  const end = `\r\n${text}`.indexOf("\r\n\r\n");
  const head = end < 0 ? text : text.slice(0, end);
  const headers: Record<string, string> = {};
  for (const line of head.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, body: end < 0 ? "" : text.slice(end).trim() };
}
