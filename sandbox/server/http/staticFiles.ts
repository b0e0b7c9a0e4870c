import { createHash } from "node:crypto";
import { answer } from "./exchange";
import type { Exchange } from "./exchange";

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  map: "application/json; charset=utf-8",
  png: "image/png",
  resx: "text/xml; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  xml: "text/xml; charset=utf-8",
};

/** Types of web resources by Dataverse's number. */
const webResourceTypes: Readonly<Record<number, string>> = {
  1: "text/html; charset=utf-8",
  2: "text/css; charset=utf-8",
  3: "text/javascript; charset=utf-8",
  4: "text/xml; charset=utf-8",
  5: "image/png",
  6: "image/jpeg",
  7: "image/gif",
  11: "image/svg+xml; charset=utf-8",
  12: "text/xml; charset=utf-8",
};

/** The content type by a file name's end. */
export function contentTypeOf(fileName: string): string {
  return types[fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
}

/** The content type of a web resource by its type number. */
export function webResourceContentType(type: number): string {
  return webResourceTypes[type] ?? "application/octet-stream";
}

const tags = new WeakMap<Uint8Array, string>();

/** Sends a file; a browser that has this very content gets 304. The same array must always hold the same bytes. */
export function answerFile(exchange: Exchange, file: Uint8Array, contentType: string): void {
  let tag = tags.get(file);
  if (tag === undefined) {
    tag = `"${createHash("sha256").update(file).digest("base64url").slice(0, 22)}"`;
    tags.set(file, tag);
  }
  // no-cache: ask each time whether it is still current. A rebuilt solution shows at the next load.
  const headers = { "Content-Type": contentType, "Cache-Control": "no-cache", ETag: tag };
  if (exchange.request.headers["if-none-match"] === tag) answer(exchange, 304, headers);
  else answer(exchange, 200, headers, file);
}
