/** What the scripts of the forms say, by the user's language. */
import { formsEnglish } from "./formsEnglish";
import type { FormsTexts } from "./formsEnglish";
import { formsTranslations } from "./formsTranslations";

/**
 * A text in the user's language, with values in its places.
 * @param languageId LCID; a language without texts gets English
 */
export function formText(languageId: number, text: keyof FormsTexts, ...values: readonly string[]): string {
  return (formsTranslations[languageId] ?? formsEnglish)[text].replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)] ?? "");
}
