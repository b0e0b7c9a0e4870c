/** Names and numbers that others wrote, made safe to stand in a sentence of the product's. */

/**
 * Control characters but tab and line feed, and the overrides of text direction: they can make a text show what it does not say.
 * A text instead of a regular expression: eslint's no-control-regex takes these characters for an accident.
 */
export const CONTROLS = new RegExp("[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u202d\\u202e\\ufeff\\ufff9-\\ufffb]", "g");
// A name or number needs no embeddings or isolates of its own.
const DIRECTION = new RegExp("[\\u202a-\\u202c\\u2066-\\u2069]", "g");

/** A name or number on one line, without anything that could change how its surroundings read; empty where nothing of it could be seen. */
export function plainName(name: string): string {
  const plain = name.replace(CONTROLS, "").replace(DIRECTION, "").replace(/\s+/g, " ").trim();
  return isVisible(plain) ? plain : "";
}

/** Whether anything of a text could be seen: spaces, joiners and marks that combine with no letter leave an empty line. */
export function isVisible(text: string): boolean {
  return /[^\s\p{DI}\p{Cf}\p{Z}\p{M}\u2800]/u.test(text);
}
