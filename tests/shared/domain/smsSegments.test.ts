/** Segments, held against Twilio's own calculator. */
import fc from "fast-check";
import { SegmentedMessage } from "sms-segments-calculator";
import { costlyIn, countInside, smsSegmentsOf } from "../../../shared/domain/smsSegments";
import { isLong } from "../../effort";
import { tries } from "../../hostile";

/** What Twilio's calculator says of a text; to it, no text is a segment. */
const twilio = (text: string) => {
  const { encodingName, segmentsCount } = new SegmentedMessage(text);
  return { encoding: encodingName, count: text === "" ? 0 : segmentsCount };
};
const own = (text: string) => {
  const { encoding, count } = smsSegmentsOf(text);
  return { encoding, count };
};

it("knows the alphabet of SMS: every character of the basic plane is in it, and takes the room of two, where Twilio's calculator says so", () => {
  const wrong: string[] = [];
  // Nothing of the alphabet lies beyond the first part: of the rest a sample will do.
  for (let code = 0; code < 0x10000; code += code < 0x3000 || isLong ? 1 : 37) {
    // Half a character is none. How a carriage return counts is told apart below.
    if ((code >= 0xd800 && code < 0xe000) || code === 0x0d) continue;
    const character = String.fromCharCode(code);
    const isInside = twilio(`0${character}`).encoding === "GSM-7";
    // So many fill a segment if each takes one place, and two segments if it takes more.
    const texts = isInside ? [`0${character}`.repeat(80), character.repeat(80)] : [`0${character}`];
    for (const text of texts) if (JSON.stringify(own(text)) !== JSON.stringify(twilio(text))) wrong.push(text);
  }
  expect(wrong).toEqual([]);
});

it.each([
  ["", "GSM-7", 0, 160],
  ["a", "GSM-7", 1, 159],
  ["a".repeat(160), "GSM-7", 1, 0],
  ["a".repeat(161), "GSM-7", 2, 145],
  ["a".repeat(306), "GSM-7", 2, 0],
  ["€".repeat(80), "GSM-7", 1, 0],
  // An escape and what it escapes stay together: the 153rd place stays empty.
  [`${"a".repeat(152)}€${"a".repeat(152)}`, "GSM-7", 3, 152],
  ["я".repeat(70), "UCS-2", 1, 0],
  ["я".repeat(71), "UCS-2", 2, 63],
  [`${"я".repeat(66)}👋${"я".repeat(10)}`, "UCS-2", 2, 55],
] as const)("of %j: %s, %d segments, room for %d more", (text, encoding, count, left) => {
  expect(smsSegmentsOf(text)).toMatchObject({ encoding, count, left });
});

it("counts as Twilio's calculator does, in whatever language and with whatever signs", () => {
  const pieces = [
    "Hello ",
    "straße ",
    "{x}",
    "€",
    "[~]",
    "’",
    "–",
    "Привет ",
    "مرحبا ",
    "こんにちは",
    "👋",
    "👩‍👩‍👧",
    "🇩🇪",
    "👍🏽",
    "é",
    "\n",
    "0123456789",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 120 }), (parts) => {
      const text = parts.join("");
      expect(own(text)).toEqual(twilio(text));
    }),
    tries(300),
  );
});

it("takes a line break for one character, however it is written", () => {
  expect(smsSegmentsOf("one\r\ntwo")).toEqual(smsSegmentsOf("one\ntwo"));
});

it("names what is not in the alphabet, each once, as a reader sees it", () => {
  expect(smsSegmentsOf("It’s – well – it’s 👩‍👩‍👧").outside).toEqual(["’", "–", "👩‍👩‍👧"]);
  expect(smsSegmentsOf("Plain text, 5 € [net]").outside).toEqual([]);
});

it("says as how many segments a text would go out without these", () => {
  expect(smsSegmentsOf(`It’s ${"a".repeat(100)}`).count).toBe(2);
  expect(countInside(`It’s ${"a".repeat(100)}`)).toBe(1);
});

it("counts by code points, and not wrong, in a browser that cannot tell what a reader sees as one character", () => {
  const { Segmenter } = Intl;
  const text = `It’s 👋 ${"a".repeat(100)}`;
  const wanted = smsSegmentsOf(text);
  try {
    Object.assign(Intl, { Segmenter: undefined });
    expect(smsSegmentsOf(text)).toEqual(wanted);
    // Of a family, each of its people.
    expect(smsSegmentsOf("👩‍👧").outside).toEqual(["👩", "\u200d", "👧"]);
  } finally {
    Object.assign(Intl, { Segmenter });
  }
});

describe("what makes a text dearer", () => {
  const costlyOf = (text: string) => costlyIn(text, smsSegmentsOf(text));

  it.each([
    ["Nothing to say here", []],
    ["", []],
    ["It’s ready – come by", ["’", "–"]],
    ["Your bike is ready 🚲", ["🚲"]],
    // Any number of signs: the agent can leave them out.
    ["Hi ☀ ☂ ☃ ☎ ♥", ["☀", "☂", "☃", "☎", "♥"]],
    // A name has letters of another language, the text has not.
    ["Dear Mr Dvořák", ["ř", "á"]],
    ["Dear Ştefăniţă", ["Ş", "ă", "ţ"]],
  ])("in %j is %j: the agent may not know of it", (text, costly) => {
    expect(costlyOf(text)).toEqual(costly);
  });

  it.each(["Привет", "مرحبا بك", "こんにちは", "Žluťoučký kůň", "Да", "Ok, да, нет"])(
    "is not told in %j: it is the language that it is in",
    (text) => {
      expect(costlyOf(text)).toEqual([]);
    },
  );
});
