import { isRightToLeft, languageTag } from "./session/labels";

const key = "sandbox.language";

/**
 * The user's language: `?lang=1031` in the address chooses it for this tab until another is chosen; English before that.
 * Throws for a language that the sandbox does not know.
 */
export function chooseLanguage(browser: Pick<Window, "location" | "sessionStorage">): number {
  const asked = new URL(browser.location.href).searchParams.get("lang");
  const storage = storageOf(browser);
  const language = Number(asked ?? storage?.getItem(key) ?? 1033);
  languageTag(language);
  storage?.setItem(key, String(language));
  return language;
}

/** A frame of another site (the stage) may not use storage: the language then lasts as long as the address says it. */
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
