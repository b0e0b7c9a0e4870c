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
  return signatureOf(authToken, url, signedFields(form));
}

/**
 * Whether Twilio has sent this form to this address. Takes the same time for every wrong signature, and for twice as many fields about
 * twice as long: who sends them is not known before.
 *
 * @param url as configured at Twilio; Twilio's settings after a `#` may or may not be part of what is signed
 */
export function isFromTwilio(authToken: string, url: string, form: URLSearchParams, signature: string): boolean {
  const addresses = new Set([url, url.replace(/#.*$/, "")]);
  const fields = signedFields(form);
  return [...addresses].map((address) => isSame(signatureOf(authToken, address, fields), signature)).includes(true);
}

/** One pass over the fields: `getAll` for each name would look through all of them each time. */
function signedFields(form: URLSearchParams): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of form) {
    const known = values.get(name);
    if (known) known.add(value);
    else values.set(name, new Set([value]));
  }
  return [...values.keys()]
    .sort()
    .map((name) =>
      [...(values.get(name) ?? [])]
        .sort()
        .map((value) => name + value)
        .join(""),
    )
    .join("");
}

function signatureOf(authToken: string, url: string, fields: string): string {
  return createHmac("sha1", authToken)
    .update(url + fields, "utf8")
    .digest("base64");
}

function isSame(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
