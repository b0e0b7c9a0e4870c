import { createHash, randomUUID } from "node:crypto";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A GUID in lower case, or undefined for anything else. Braces are not accepted. */
export function parseGuid(text: string): string | undefined {
  return GUID.test(text) ? text.toLowerCase() : undefined;
}

/** A new row id. */
export function newGuid(): string {
  return randomUUID();
}

/** The same GUID for the same name, on every machine: for rows that the sandbox makes itself. */
export function namedGuid(name: string): string {
  const hex = createHash("sha1").update(`sandbox ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
