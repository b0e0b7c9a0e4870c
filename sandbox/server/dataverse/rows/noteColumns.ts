import { badBody } from "../errors";
import { NOTE_OF } from "../platform/noteTable";
import type { Stored } from "../storage/database";

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * What the platform writes of a note besides what it was given: the size of its file, whether it has one, and which table its row is of.
 * @throws DataverseError 400 for a file that is no base64
 */
export function noteColumns(values: ReadonlyMap<string, Stored>): ReadonlyMap<string, Stored> {
  const body = values.get("documentbody") ?? null;
  if (body !== null && !isBase64(String(body))) throw badBody("The value of 'documentbody' is not base64.");
  return new Map<string, Stored>([
    ["filesize", body === null ? 0 : Buffer.byteLength(String(body), "base64")],
    ["isdocument", body === null ? 0 : 1],
    ["objecttypecode", values.get(`${NOTE_OF}$target`) ?? null],
  ]);
}

/** In pieces: a regular expression over some million characters at once runs out of stack. */
function isBase64(text: string): boolean {
  const size = 4096;
  for (let at = 0; at < text.length; at += size) {
    const piece = text.slice(at, at + size);
    if (!BASE64.test(piece) || (piece.includes("=") && at + size < text.length)) return false;
  }
  return true;
}
