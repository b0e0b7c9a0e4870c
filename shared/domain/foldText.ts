/** Accents; the two signs that make other sounds of Japanese kana are none. */
const MARKS = /(?![\u3099\u309a])\p{M}/gu;
/** Digits of Arabic, as two alphabets write them. */
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** A text as a search compares it: without accents, in small letters, with digits 0 to 9; the same letter in all its widths is one. */
export function foldText(text: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(MARKS, "")
      .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) % 16))
      // By way of capitals, ß is the same as ss.
      .toUpperCase()
      .toLowerCase()
  );
}
