import { guid } from "./values";

/** Any four numbers that are not zero; never to be changed: the rows that exist have been found under the ids that these make. */
const SEED = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;

/** Spreads each bit over all 32 (the last step of MurmurHash3). Two numbers never give the same one. */
function mixed(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/**
 * An id that is the same wherever it is made of the same ids, in this order: two tabs that make the same row at once make one. It is no secret and no proof: anybody
 * can make a row under it first, and whoever uses it must be ready for that. Hence no cryptography, which browsers offer asynchronously only.
 * It has the form of a UUID of version 8 (RFC 9562: made in a way of one's own).
 * @throws Error for what is no id
 */
export function derivedId(...ids: readonly string[]): string {
  let [a, b, c, d]: [number, number, number, number] = [...SEED];
  for (const word of ids.flatMap((id) => guid(id).replace(/-/g, "").match(/.{8}/g) ?? [])) {
    // Each of the four hears of the one before it, so that every bit of the ids counts in every part of the answer.
    a = mixed(a ^ parseInt(word, 16));
    b = mixed(a + b);
    c = mixed(b + c);
    d = mixed(c + d);
    a = mixed(d + a);
  }
  const hex = [a, b, c, d].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
  // The variant's two bits are 10: 8, 9, a or b.
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-8$3-a$4-");
}
