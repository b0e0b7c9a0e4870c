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

/** The language packs of Dataverse. */
const tags: Readonly<Record<number, string>> = {
  1025: "ar-SA",
  1026: "bg-BG",
  1027: "ca-ES",
  1028: "zh-TW",
  1029: "cs-CZ",
  1030: "da-DK",
  1031: "de-DE",
  1032: "el-GR",
  1033: "en-US",
  1035: "fi-FI",
  1036: "fr-FR",
  1037: "he-IL",
  1038: "hu-HU",
  1040: "it-IT",
  1041: "ja-JP",
  1042: "ko-KR",
  1043: "nl-NL",
  1044: "nb-NO",
  1045: "pl-PL",
  1046: "pt-BR",
  1048: "ro-RO",
  1049: "ru-RU",
  1050: "hr-HR",
  1051: "sk-SK",
  1053: "sv-SE",
  1054: "th-TH",
  1055: "tr-TR",
  1057: "id-ID",
  1058: "uk-UA",
  1060: "sl-SI",
  1061: "et-EE",
  1062: "lv-LV",
  1063: "lt-LT",
  1066: "vi-VN",
  1069: "eu-ES",
  1081: "hi-IN",
  1086: "ms-MY",
  1087: "kk-KZ",
  1110: "gl-ES",
  2052: "zh-CN",
  2070: "pt-PT",
  2074: "sr-Latn-CS",
  3076: "zh-HK",
  3082: "es-ES",
  3098: "sr-Cyrl-CS",
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
