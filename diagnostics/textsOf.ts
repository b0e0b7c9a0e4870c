import { arabic } from "./texts/arabic";
import { english } from "./texts/english";
import { french } from "./texts/french";
import { german } from "./texts/german";
import { japanese } from "./texts/japanese";
import { spanish } from "./texts/spanish";
import type { Texts } from "./texts/texts";

/** By LCID. */
const LANGUAGES: Readonly<Record<number, Texts>> = {
  1025: arabic,
  1031: german,
  1033: english,
  1036: french,
  1041: japanese,
  3082: spanish,
};

/** Begin and end of a part that has its own direction, whatever stands around it. */
const ISOLATE = "\u2068";
const END_OF_ISOLATE = "\u2069";

/**
 * The texts of a language.
 * @param languageId LCID; a language without texts gets English
 */
export function textsOf(languageId: number): Texts {
  return LANGUAGES[languageId] ?? english;
}

/** Puts values into a text's places, each with a direction of its own: names of roles and privileges are Latin in every language. */
export function withValues(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (_, at: string) => ISOLATE + (values[Number(at)] ?? "") + END_OF_ISOLATE);
}

/** A text for where such marks are not wanted: on the clipboard, in a ticket. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2068\u2069]/g, "");
}
