/** What kind of picture a file is, by its first bytes: whoever can write a note can call it what they like. */

const KINDS: readonly (readonly [type: string, pattern: RegExp])[] = [
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/png", /^\x89PNG\r\n\x1a\n/],
  ["image/gif", /^GIF8[79]a/],
  ["image/webp", /^RIFF[^]{4}WEBP/],
];

/**
 * The type of a picture; null: it is none that is shown.
 * @param content a character for each byte
 */
export function pictureType(content: string): string | null {
  const kind = KINDS.find(([, pattern]) => pattern.test(content));
  return kind ? kind[0] : null;
}
