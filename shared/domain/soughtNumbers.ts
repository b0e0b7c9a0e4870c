/** Shorter digits can be the end of a number, which may begin with 0. */
const WHOLE_NUMBER = 6;

/**
 * The digits to look for in phone numbers, if these words look like one: as they are, and without the zeros that stand for the own country or another one.
 * @param words with digits 0 to 9
 */
export function soughtNumbers(words: string): readonly string[] {
  const digits = words.replace(/\D/g, "");
  if (!digits || /[^\d\s()+./-]/.test(words)) return [];
  const bare = digits.replace(/^0+(?=\d)/, "");
  return digits.length < WHOLE_NUMBER || bare === digits ? [digits] : [digits, bare];
}
