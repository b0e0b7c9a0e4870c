/** What word processors and phones write by themselves, and what people type for it: the one is not in the alphabet of SMS, the other is. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018-\u201b\u2032\u02bc\u00b4`]/g, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212\u2022]/g, "-"],
  [/\u2026/g, "..."],
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " "],
  [/[\u200b\u2060\ufeff]/g, ""],
];

/** The text with plain quotes, dashes, dots and spaces in the place of typographic ones. */
export function withPlainCharacters(text: string): string {
  return PLAIN.reduce((rest, [fancy, plain]) => rest.replace(fancy, plain), text);
}
