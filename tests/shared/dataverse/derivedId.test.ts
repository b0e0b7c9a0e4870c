import { derivedId } from "../../../shared/dataverse/derivedId";
import { isGuid } from "../../../shared/dataverse/values";

const ANA = "a11ce000-0000-4000-8000-000000000001";
const SESSION = "50000000-0000-4000-8000-000000000001";

it("never changes: rows have been made under these ids, and are met there again", () => {
  expect([derivedId(ANA), derivedId(ANA, SESSION)]).toEqual([
    "dc8ee2cd-f702-81e9-a647-f9de39aa5429",
    "d14aedd6-f367-80a5-a630-21a416851b9a",
  ]);
});

it("is the same for the same ids, however they are written, and another one in another order", () => {
  expect(derivedId(`{${ANA.toUpperCase()}}`, SESSION)).toBe(derivedId(ANA, SESSION));
  expect(derivedId(SESSION, ANA)).not.toBe(derivedId(ANA, SESSION));
});

it("has the form of a UUID made in a way of one's own", () => {
  expect(isGuid(derivedId(ANA))).toBe(true);
  expect(derivedId(ANA)).toMatch(/^.{8}-.{4}-8.{3}-a.{3}-.{12}$/);
});

it("is not made of what is no id", () => {
  expect(() => derivedId(ANA, "x")).toThrow("Not an id");
});

it("differs for every pair of ids that were given out one after the other, as servers do", () => {
  const next = (first: string, count: number) => (parseInt(first, 16) + count).toString(16).padStart(8, "0");
  const user = (at: number) => `${next("a11ce000", at)}-0000-4000-8000-000000000001`;
  const session = (at: number) => `${next("a11ce800", at)}-0000-4000-8000-000000000001`;
  const made = new Set<string>();
  for (let one = 0; one < 200; one++) for (let other = 0; other < 200; other++) made.add(derivedId(user(one), session(other)));
  expect(made.size).toBe(40_000);
});

it("changes about half of its bits with any one bit of an id, in each of its parts", () => {
  const bits = (id: string) =>
    id
      .replace(/-/g, "")
      .match(/.{8}/g)
      ?.map((word) => parseInt(word, 16)) ?? [];
  const before = bits(derivedId(ANA, SESSION));
  const changed = [0, 0, 0, 0];
  const flips = 128;
  for (let bit = 0; bit < flips; bit++) {
    const digits = Array.from(ANA.replace(/-/g, ""));
    digits[bit >> 2] = (parseInt(digits[bit >> 2] ?? "", 16) ^ (1 << (bit & 3))).toString(16);
    const flipped = digits.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    bits(derivedId(flipped, SESSION)).forEach((word, at) => {
      const different = (word ^ (before[at] ?? 0)) >>> 0;
      changed[at] = (changed[at] ?? 0) + different.toString(2).replace(/0/g, "").length;
    });
  }
  // 32 bits a part; the form fixes four of the second and four of the third.
  for (const count of changed) expect(count / flips).toBeGreaterThan(12);
  for (const count of changed) expect(count / flips).toBeLessThan(18);
});
