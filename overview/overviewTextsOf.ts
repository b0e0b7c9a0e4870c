import { overviewEnglish } from "./overviewEnglish";
import type { OverviewTexts } from "./overviewEnglish";
import { overviewTranslations } from "./overviewTranslations";

/**
 * The texts of a language.
 * @param languageId LCID; a language without texts gets English
 */
export function overviewTextsOf(languageId: number): OverviewTexts {
  return overviewTranslations[languageId] ?? overviewEnglish;
}
