import type { Labels } from "../../model";

/** The text in the user's language, else in English, else in whatever language there is, else the fallback. */
export function labelIn(labels: Labels, languageId: number, fallback = ""): string {
  return labels[String(languageId)] ?? labels["1033"] ?? Object.values(labels)[0] ?? fallback;
}

/** Languages of Dataverse whose script runs from right to left: Arabic, Hebrew. */
const rightToLeft = new Set([1025, 1037]);

/** True for a language that is written from right to left. */
export function isRightToLeft(languageId: number): boolean {
  return rightToLeft.has(languageId);
}

const tags: Readonly<Record<number, string>> = {
  1025: "ar-SA",
  1031: "de-DE",
  1033: "en-US",
  1036: "fr-FR",
  1037: "he-IL",
  1041: "ja-JP",
  3082: "es-ES",
};

/**
 * The language tag (`de-DE`) of a Dataverse language.
 * @throws Error for one that the sandbox does not know
 */
export function languageTag(languageId: number): string {
  const tag = tags[languageId];
  if (tag === undefined) throw new Error(`The sandbox does not know language ${languageId}; it knows ${Object.keys(tags).join(", ")}.`);
  return tag;
}
