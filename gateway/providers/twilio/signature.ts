/** Whether a webhook is from Twilio. */
import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The signature that Twilio sends as `X-Twilio-Signature` with a form: HMAC-SHA1, keyed with the account's auth token, of the address
 * and all fields, sorted by name, name and value joined without anything between; base64. A field that comes several times counts
 * once for each different value, sorted.
 *
 * @param url the address exactly as it is configured at Twilio, query included
 */
export function twilioSignature(authToken: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  const signed = names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value));
  return createHmac("sha1", authToken)
    .update(url + signed.join(""), "utf8")
    .digest("base64");
}

/**
 * Whether Twilio has sent this form to this address. Takes the same time for every wrong signature.
 *
 * @param url as configured at Twilio; Twilio's settings after a `#` may or may not be part of what is signed
 */
export function isFromTwilio(authToken: string, url: string, form: URLSearchParams, signature: string): boolean {
  const addresses = new Set([url, url.replace(/#.*$/, "")]);
  return [...addresses].map((address) => isSame(twilioSignature(authToken, address, form), signature)).includes(true);
}

function isSame(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
