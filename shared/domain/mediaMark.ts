/** What stands in the place of a text's words where it has none, but a picture or another file. */

/** U+FFFC, an object within a text. */
export const PICTURE_MARK = "\ufffc";
export const FILE_MARK = "\ufffc\ufffc";

/**
 * A text's words; a mark where it has none and something came with it.
 * @param media what the gateway notes of its files; empty: there are none
 */
export function wordsOf(text: string, media: string): string {
  return text || (media && (/"image\//.test(media) ? PICTURE_MARK : FILE_MARK));
}

/** The same to be shown: a word of the agent's language for a mark, and for nothing at all. */
export function shownWords(words: string, strings: Readonly<Record<"NoText" | "Picture" | "File", string>>): string {
  return words === PICTURE_MARK ? strings.Picture : words === FILE_MARK ? strings.File : words || strings.NoText;
}

/** Whether words were written by somebody. */
export function isWritten(words: string): boolean {
  return words !== "" && words !== PICTURE_MARK && words !== FILE_MARK;
}
