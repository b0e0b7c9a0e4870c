/** Ids of rows that follow from what the row is, so that two gateways choose the same one. */
import { createHash } from "node:crypto";

/** The namespaces of row ids. Any gateway that uses them gives a row that is not there yet the same id. */
const contactNumberNamespace = "2f5d1c0a-7f0b-4a53-9d0a-6b1e5f6c9a10";
const messageNamespace = "2f5d1c0a-7f0b-4a53-9d0a-6b1e5f6c9a12";
const businessNumberNamespace = "2f5d1c0a-7f0b-4a53-9d0a-6b1e5f6c9a13";

/**
 * The UUID (version 5, RFC 9562 section 5.5) of a name within a namespace.
 *
 * @param namespace a UUID
 */
export function uuidV5(namespace: string, name: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest();
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/**
 * The row id for a number that has no row yet. Being a function of the number, two gateways that meet it at the same moment
 * choose the same id, and one row comes of it.
 *
 * @param phoneNumber in E.164
 */
export function contactNumberIdFor(phoneNumber: string): string {
  return uuidV5(contactNumberNamespace, phoneNumber);
}

/** The row id for a number of the business that has no row yet. @param phoneNumber in E.164 */
export function businessNumberIdFor(phoneNumber: string): string {
  return uuidV5(businessNumberNamespace, phoneNumber);
}

/**
 * The row id for a session that is not there yet: the business number, in the namespace that the contact number's row id is.
 *
 * @param businessNumber in E.164
 */
export function sessionIdFor(contactNumberId: string, businessNumber: string): string {
  return uuidV5(contactNumberId, businessNumber);
}

/** The row id for a message whose provider's id cannot stand in a key: see `fitsInKey`. */
export function messageIdFor(providerMessageId: string): string {
  return uuidV5(messageNamespace, providerMessageId);
}

/**
 * Whether a value may stand in an alternate key of an address. Dataverse does not find rows by a key whose value has one of
 * `/ # < > * % & : \ ? +` (Microsoft's page "Define alternate keys"). Letters, digits and
 * `- . _ ~`, which no address needs to encode, are safe; everything else is treated as not.
 */
export function fitsInKey(value: string): boolean {
  return /^[A-Za-z0-9._~-]+$/.test(value);
}
