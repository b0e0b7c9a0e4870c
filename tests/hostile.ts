/** Texts and JSON that nobody should send, for tests that throw them at the product. */
import * as fc from "fast-check";
import { howMany, seedOf } from "./effort";

/** What a short run tries at least of every property. */
const FEW = 20;

/** How often a property is tried: as often as the test says in a long run, a quarter of it in a short one. */
export function tries(numRuns: number): fc.Parameters<unknown> {
  return { numRuns: howMany(numRuns, Math.max(FEW, Math.ceil(numRuns / 4))), seed: seedOf() };
}

/** What means something in OData, FetchXML, addresses, HTTP, HTML, templates or the reading direction. */
const PIECES = [
  "'", "''", '"', "\\", "&", "&amp;", "%", "%27", "%00", "+", "#", "?", "=", "/", "//", "(", ")", ",", ";", ":", "@", "$", "{", "}", "{0}", "{1}",
  "<", ">", "</bdi>", "<script>alert(1)</script>", '<img src=x onerror="alert(1)">', '" onclick="alert(1)', '"/><filter type="or">', "]]>", "<!--",
  "' or 1 eq 1 or '", ") or (statecode eq 0", "&$expand=ownerid", "$select=", "$filter=", "javascript:alert(1)", "https://example.com/",
  "\r\n", "\n", "\r", "\t", "\0", "\u0007", "\u001b[2J", "\u0085", "\r\n\r\n--batch_", "X-Injected: 1", "\u2028", "\u2029",
  "\u202e", "\u202d", "\u202a", "\u202c", "\u2066", "\u2067", "\u2069", "\u200e", "\u200f", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad",
  "\ud83d", "\ude00", "\ud800", "\udfff", "😀", "👩‍👩‍👧", "e\u0301", "ﬃ", "Ⅷ", "١٢٣", "محمد", "山田", "\uffff", "\ufffd",
  "__proto__", "constructor", "toString", "null", "undefined", "NaN", "[object Object]", "Invalid Date", " ", "\u00a0", "a", "Jane", "+15550100", "0",
]; // prettier-ignore

/** Any UTF-16, halves of surrogate pairs included. */
const anyUnits = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 60 });

const pieces = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 12 })
  .map((parts) => parts.join(""));

/** A short text: pieces that mean something, any characters, any halves of them. */
export const hostileName: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: pieces },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 2, arbitrary: anyUnits },
);

/** The same, sometimes with 10,000 UTF-16 units. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 10, arbitrary: hostileName },
  // Where it is cut, whatever the length, a character is cut in two.
  { weight: 1, arbitrary: fc.constantFrom("😀".repeat(5_000), `x${"😀".repeat(4_999)}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pieces, fc.constantFrom("x", "😀", "\u202e", "'", "\n", "\u200b", "&", "<b>"))
      .map(([text, filler]) => (text + filler.repeat(10_000)).slice(0, 10_000)),
  },
);

/** An id as Dataverse writes it. */
export const anyId: fc.Arbitrary<string> = fc.uuid();

/** Something where an id should be: often nearly one. */
export const hostileId: fc.Arbitrary<string> = fc.oneof(
  hostileText,
  fc.tuple(anyId, hostileText).map(([id, text]) => id + text),
  fc.tuple(anyId, hostileText).map(([id, text]) => text + id),
  fc.tuple(anyId, hostileText, fc.nat(36)).map(([id, text, at]) => id.slice(0, at) + text + id.slice(at)),
  fc.tuple(anyId, fc.nat(36)).map(([id, at]) => id.slice(0, at) + id.slice(at + 1)),
  anyId,
  anyId.map((id) => `{${id.toUpperCase()}}`),
);

/** What may stand where the product expects something else: JSON of any kind, numbers beyond all bounds, dates that are none. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileName,
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    false,
    0,
    -0,
    -1,
    -3,
    0.5,
    1e21,
    1e308,
    -1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    2 ** 31,
    2 ** 53,
    864_500_000,
    864_500_001,
    864_500_099,
    "",
    "2026-02-30T00:00:00Z",
    "0000-00-00",
    "+275760-09-13T00:00:00Z",
    "-271821-04-20T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "1753-01-01T00:00:00Z",
    "1970-01-01T00:00:00Z",
    [],
    {},
  ),
  fc.double(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  anyId,
  // An object may bring its own toString, which is no function.
  fc.dictionary(fc.constantFrom("toString", "valueOf", "__proto__", "value", "a"), fc.jsonValue({ maxDepth: 1 })),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Whether UTF-8 can hold it: no half of a surrogate pair. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
