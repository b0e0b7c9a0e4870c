import { isRightToLeft, languageTag } from "./session/labels";
import { tabChoice } from "./tabChoice";
import type { TabBrowser } from "./tabChoice";

/**
 * The user's language: English, unless `?lang=1031` in the address chose another one for this tab.
 * @throws Error for a language that the sandbox does not know
 */
export function chooseLanguage(browser: TabBrowser): number {
  return tabChoice(browser, "lang", (text) => {
    const language = Number(text ?? 1033);
    languageTag(language);
    return language;
  });
}

/** Puts language and direction on the document, where Fluent and screen readers look. */
export function applyLanguage(target: Document, languageId: number): void {
  target.documentElement.lang = languageTag(languageId);
  target.documentElement.dir = isRightToLeft(languageId) ? "rtl" : "ltr";
}
