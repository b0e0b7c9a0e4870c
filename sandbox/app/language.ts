import { isRightToLeft, languageTag } from "./session/labels";

const key = "sandbox.language";

/**
 * The user's language: English, unless `?lang=1031` in the address chose another one for this tab.
 * @throws Error for a language that the sandbox does not know
 */
export function chooseLanguage(browser: Pick<Window, "location" | "sessionStorage">): number {
  const asked = new URL(browser.location.href).searchParams.get("lang");
  const storage = storageOf(browser);
  const language = Number(asked ?? storage?.getItem(key) ?? 1033);
  languageTag(language);
  storage?.setItem(key, String(language));
  return language;
}

/** The tab's storage, or none: a frame inside a page of another site may not use it. The language then stands in the address alone. */
function storageOf(browser: Pick<Window, "sessionStorage">): Storage | null {
  try {
    return browser.sessionStorage;
  } catch {
    return null;
  }
}

/** Puts language and direction on the document, where Fluent and screen readers look. */
export function applyLanguage(target: Document, languageId: number): void {
  target.documentElement.lang = languageTag(languageId);
  target.documentElement.dir = isRightToLeft(languageId) ? "rtl" : "ltr";
}
