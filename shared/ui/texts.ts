/** Text that customers wrote, made fit to be shown: it stays data, whatever is in it. */
import { CONTROLS, isVisible } from "../domain/plainName";

/** How much of a message a card is given: more than its three lines can show, so that ten thousand characters cost nothing. */
const PREVIEW_LENGTH = 400;

/** A message's text without control characters, cut between characters; empty where nothing of it could be seen. Line breaks stay, empty lines do not. */
export function previewText(text: string): string {
  // Four times as much as is shown is enough, whatever of it is left out; the last character may be half of one.
  const visible = text.replace(CONTROLS, "").trim();
  const isCut = visible.length > 4 * PREVIEW_LENGTH;
  const start = isCut ? visible.slice(0, 4 * PREVIEW_LENGTH).replace(/[\ud800-\udbff]$/, "") : visible;
  const characters = Array.from(start.replace(/\s*\n\s*/g, "\n").trim());
  if (!isVisible(start)) return isCut ? "…" : "";
  return isCut || characters.length > PREVIEW_LENGTH ? `${characters.slice(0, PREVIEW_LENGTH).join("")}…` : characters.join("");
}

/** A message's text without control characters, with its line breaks; empty where nothing of it could be seen. */
export function wholeText(text: string): string {
  const visible = text.replace(CONTROLS, "").trim();
  return isVisible(visible) ? visible : "";
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
