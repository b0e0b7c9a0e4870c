/** How a text goes out as SMS: in which alphabet, and in how many segments. Each of them is charged as an SMS of its own. */

/**
 * The default alphabet of SMS (3GPP TS 23.038, 6.2.1). Of a text that keeps to it a segment holds 160 characters; one character that is not in it, and the whole text goes
 * out as UCS-2, 70 a segment.
 */
const ALPHABET = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Its extension (6.2.1.1): each of these takes the room of two. */
const EXTENSION = new Set("\f^{}\\[~]|€");

/** What a segment holds: the only one, and each of several, which carry what puts them together again. */
const ROOM = { "GSM-7": [160, 153], "UCS-2": [70, 67] } as const;

/** A text as SMS. */
export interface SmsSegments {
  readonly encoding: keyof typeof ROOM;
  /** 0 for an empty text. */
  readonly count: number;
  /** How much more the last segment holds: characters that take the room of one. */
  readonly left: number;
  /** What is not in the alphabet, each once, in the order of the text. */
  readonly outside: readonly string[];
}

/** Counts them. A line break is one character, however it is written. */
export function smsSegmentsOf(text: string): SmsSegments {
  const lines = text.replace(/\r\n/g, "\n");
  const isInside = (character: string) => ALPHABET.has(character) || EXTENSION.has(character);
  if (Array.from(lines).every(isInside)) {
    const sizes = Array.from(lines, (character) => (EXTENSION.has(character) ? 2 : 1));
    return { encoding: "GSM-7", ...divide(sizes, ROOM["GSM-7"]), outside: [] };
  }
  const characters = charactersOf(lines);
  return {
    encoding: "UCS-2",
    ...divide(
      characters.map(({ length }) => length),
      ROOM["UCS-2"],
    ),
    outside: [...new Set(characters.filter((character) => !isInside(character)))],
  };
}

/** The same text with a character of the alphabet in the place of each that is not in it: as how many segments it would go out. */
export function countInside(text: string): number {
  const { outside } = smsSegmentsOf(text);
  return smsSegmentsOf(outside.reduce((rest, character) => rest.split(character).join("?"), text)).count;
}

/** No character is divided between two segments. */
function divide(sizes: readonly number[], [alone, together]: readonly [number, number]): Pick<SmsSegments, "count" | "left"> {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all <= alone) return { count: all === 0 ? 0 : 1, left: alone - all };
  let count = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > together) {
      count++;
      used = 0;
    }
    used += size;
  }
  return { count, left: together - used };
}

/** What a reader sees as one character, such as a flag; where a browser cannot tell (Firefox before 125), its code points. */
function charactersOf(text: string): readonly string[] {
  const { Segmenter } = Intl as { readonly Segmenter?: typeof Intl.Segmenter };
  return Segmenter ? Array.from(new Segmenter().segment(text), ({ segment }) => segment) : Array.from(text);
}

/** More letters than this are a language of their own, in which nothing can be done about it. */
const FEW_LETTERS = 3;

/** The characters that make a text dearer, where it is otherwise of the alphabet: an agent may not know of them. */
export function costlyIn(text: string, { outside }: Pick<SmsSegments, "outside">): readonly string[] {
  const isOutside = new Set(outside);
  const letters = (text.match(/\p{L}/gu) ?? []).filter((letter) => !isOutside.has(letter)).length;
  const others = outside.filter((character) => /\p{L}/u.test(character)).length;
  return others <= FEW_LETTERS && letters >= others ? outside : [];
}
