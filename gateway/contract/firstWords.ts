/** Names of rows that are made of a text. */

/**
 * The beginning of a text on one line, as the primary name of a row: cut after a word where one ends in the second half, never inside a
 * character that a reader sees as one (an emoji, a letter with its accents). Without the characters that turn the reading direction: in
 * a list they would turn their surroundings, too.
 *
 * @param maxLength in UTF-16 units, as Dataverse counts text columns
 */
export function firstWords(text: string, maxLength: number): string {
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (line.length <= maxLength) return line;
  const limit = maxLength - 1;
  let cut = 0;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(line.slice(0, limit + 64))) {
    if (index + segment.length > limit) break;
    cut = index + segment.length;
  }
  const space = line.lastIndexOf(" ", cut);
  return `${line.slice(0, space > limit / 2 ? space : cut).trimEnd()}…`;
}
