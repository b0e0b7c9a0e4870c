/** Text that customers wrote, made fit to be shown: it stays data, whatever is in it. */

// Control characters but tab and line feed, and the overrides of text direction: they can make a text show what it does not say.
// eslint's no-control-regex is about accidents; these are meant.
const CONTROLS = new RegExp("[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u202d\\u202e\\ufeff\\ufff9-\\ufffb]", "g");
// Embeddings and isolates have no business in a name or a number.
const DIRECTION = new RegExp("[\\u202a-\\u202c\\u2066-\\u2069]", "g");

/** How much of a message a card is given: more than its three lines can show, so that ten thousand characters cost nothing. */
const PREVIEW_LENGTH = 400;

/** A message's text without control characters, cut between characters. Line breaks stay, empty lines do not. */
export function previewText(text: string): string {
  const whole = text.length > 4 * PREVIEW_LENGTH;
  const characters = Array.from(
    (whole ? text.slice(0, 4 * PREVIEW_LENGTH) : text)
      .replace(CONTROLS, "")
      .replace(/\s*\n\s*/g, "\n")
      .trim(),
  );
  return whole || characters.length > PREVIEW_LENGTH ? `${characters.slice(0, PREVIEW_LENGTH).join("")}…` : characters.join("");
}

/** A name or number on one line, without anything that could change how its surroundings read; empty where nothing of it could be seen. */
export function plainName(name: string): string {
  const plain = name.replace(CONTROLS, "").replace(DIRECTION, "").replace(/\s+/g, " ").trim();
  return /[^\p{DI}\p{Cf}\p{Z}\u2800]/u.test(plain) ? plain : "";
}

/** Several texts as one name, for accessible names; empty ones leave no trace. */
export function joined(...texts: readonly string[]): string {
  return texts.filter(Boolean).join(", ");
}

/** One or two letters for a name's coin: first and last word, one letter where the script does not abbreviate; empty for a number. */
export function initialsOf(name: string): string {
  const words = name.split(" ").filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : undefined].map((word) => Array.from(word ?? "")[0] ?? "");
  const isAbbreviated = letters.every((letter) => /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]?$/u.test(letter));
  return (isAbbreviated ? letters.join("") : (letters[0] ?? "")).toUpperCase();
}
