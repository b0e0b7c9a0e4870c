import { STATUS_CODES } from "node:http";
import type { DataverseResponse } from "./api";
import { badBody, badQuery } from "./errors";
import { newGuid } from "./identifiers";

/** A request inside a batch. */
export interface BatchPart {
  readonly method: string;
  readonly url: string;
  /** Lower case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly contentId: string | undefined;
}

/** A batch: requests and change sets, in order. */
export type BatchItem = { readonly part: BatchPart } | { readonly changeSet: readonly BatchPart[] };

/**
 * The boundary of a multipart content type.
 * @throws DataverseError 400 for another type
 */
export function boundaryOf(contentType: string | undefined): string {
  const match = /^multipart\/mixed\s*;.*?\bboundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType ?? "");
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw badBody("The Content-Type of a batch must be multipart/mixed with a boundary.");
  return boundary;
}

/** The parts between the boundaries, each with its lines. Line ends may be CRLF or LF. */
function splitParts(lines: readonly string[], boundary: string): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let current: string[] | undefined;
  for (const line of lines) {
    const trimmed = line.trimEnd();
    if (trimmed === `--${boundary}--`) {
      if (current) parts.push(current);
      return parts;
    }
    if (trimmed === `--${boundary}`) {
      if (current) parts.push(current);
      current = [];
    } else current?.push(line);
  }
  throw badBody(`The batch does not end with its boundary '--${boundary}--'.`);
}

function readHeaders(lines: readonly string[]): { readonly headers: Readonly<Record<string, string>>; readonly rest: readonly string[] } {
  const headers: Record<string, string> = {};
  let index = 0;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line.trim() === "") break;
    const colon = line.indexOf(":");
    if (colon <= 0) throw badBody(`Not a header of a batch part: '${line}'.`);
    headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, rest: lines.slice(index + 1) };
}

function readRequest(partHeaders: Readonly<Record<string, string>>, lines: readonly string[]): BatchPart {
  const type = partHeaders["content-type"];
  if (!type || !/^application\/http\b/i.test(type)) throw badBody("A part of a batch must have the Content-Type application/http.");
  const start = lines.findIndex((line) => line.trim() !== "");
  const requestLine = /^([A-Z]+) (\S+) HTTP\/1\.1\s*$/.exec(lines[start] ?? "");
  if (!requestLine?.[1] || !requestLine[2]) throw badBody(`Not the first line of a request in a batch: '${lines[start] ?? ""}'.`);
  const { headers, rest } = readHeaders(lines.slice(start + 1));
  return {
    method: requestLine[1],
    url: requestLine[2],
    headers,
    body: rest.join("\n").trim(),
    contentId: partHeaders["content-id"] ?? headers["content-id"],
  };
}

/**
 * Lines of a batch end with CRLF, the last one too; else Dataverse cannot read the bodies in it. Documented is one way around: two line ends
 * at the very end (https://learn.microsoft.com/troubleshoot/power-platform/dataverse/dataverse-web-api-and-sdk/web-api-client-errors).
 * @throws DataverseError 400
 */
function checkLineEnds(body: string, items: readonly BatchItem[]): void {
  const hasBodies = items.some((item) => ("changeSet" in item ? item.changeSet : [item.part]).some((part) => part.body !== ""));
  const isReadable = /\n\r?\n$/.test(body) || (body.endsWith("\r\n") && !/(^|[^\r])\n/.test(body));
  if (hasBodies && !isReadable) {
    throw badBody("Error identified in Payload: Stream was not readable. End every line of a batch with CRLF, the last one too.");
  }
}

/**
 * Reads the body of a batch.
 * @throws DataverseError 400 where it is not one
 */
export function parseBatch(body: string, boundary: string): readonly BatchItem[] {
  const items = readItems(body, boundary);
  checkLineEnds(body, items);
  return items;
}

function readItems(body: string, boundary: string): readonly BatchItem[] {
  const parts = splitParts(body.split(/\r?\n/), boundary);
  if (parts.length === 0) throw badBody("The batch is empty.");
  return parts.map((lines) => {
    const { headers, rest } = readHeaders(lines);
    if (!/^multipart\/mixed\b/i.test(headers["content-type"] ?? "")) return { part: readRequest(headers, rest) };
    const requests = splitParts(rest, boundaryOf(headers["content-type"])).map((inner) => {
      const read = readHeaders(inner);
      if (/^multipart\//i.test(read.headers["content-type"] ?? "")) throw badBody("A change set cannot contain another one.");
      return readRequest(read.headers, read.rest);
    });
    if (requests.length === 0) throw badBody("A change set is empty.");
    // OData 4.0 asks for it (part 1, 11.7.2), and Dataverse insists.
    if (requests.some((one) => one.contentId === undefined))
      throw badQuery("The Content-ID header is not present: in a change set, each request needs one.");
    return { changeSet: requests };
  });
}

/** An answer inside a batch, or those of a change set. */
export type WrittenPart =
  | { readonly response: DataverseResponse; readonly contentId: string | undefined }
  | { readonly changeSet: readonly { readonly response: DataverseResponse; readonly contentId: string | undefined }[] };

const END = "\r\n";

function writeResponse(response: DataverseResponse, contentId: string | undefined): string {
  // Inside a batch the date is the batch's.
  const headers = Object.entries(response.headers).filter(([name]) => name !== "Date" && name !== "Cache-Control");
  return [
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    "",
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ""}`.trimEnd(),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    "",
    response.body,
  ].join(END);
}

/** Writes the body of a batch's answer. */
export function writeParts(boundary: string, parts: readonly WrittenPart[]): string {
  const written = parts.map((part) => {
    if (!("changeSet" in part)) return writeResponse(part.response, part.contentId);
    const innerBoundary = `changesetresponse_${newGuid()}`;
    const inner = part.changeSet.map((one) => `--${innerBoundary}${END}${writeResponse(one.response, one.contentId)}${END}`);
    return [`Content-Type: multipart/mixed; boundary=${innerBoundary}`, "", `${inner.join("")}--${innerBoundary}--`].join(END);
  });
  return `${written.map((part) => `--${boundary}${END}${part}${END}`).join("")}--${boundary}--${END}`;
}
