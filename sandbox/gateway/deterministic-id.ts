import { createHash } from "node:crypto";

/** The namespace of contact number ids: any gateway that uses it gives a first-seen number the same id. */
const contactNumberNamespace = "2f5d1c0a-7f0b-4a53-9d0a-6b1e5f6c9a10";
const contactNamespace = "2f5d1c0a-7f0b-4a53-9d0a-6b1e5f6c9a11";

/** The UUID (version 5, RFC 4122 section 4.3) of a name within a namespace. */
function uuidV5(namespace: string, name: string): string {
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
 * The row id for a number that has no row yet. The session's key contains the contact number's id, so the id must be known
 * before the change set is sent; being a function of the number, two gateways that meet a number at the same moment write the same row.
 *
 * @param phoneNumber in E.164
 */
export function contactNumberIdFor(phoneNumber: string): string {
  return uuidV5(contactNumberNamespace, phoneNumber);
}

/** The row id for a contact that is made from a name alone: creating it twice creates it once. */
export function contactIdFor(fullName: string): string {
  return uuidV5(contactNamespace, fullName);
}
