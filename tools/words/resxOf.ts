import type { Words } from "./languages";
import type { Asked } from "./missingWords";
import { escapeXml, unescapeXml } from "./xmlText";

const DATA = /<data name="([^"]+)" xml:space="preserve">\s*<value>([\s\S]*?)<\/value>[\s\S]*?<\/data>/g;

/**
 * A control's resx in another language, made of the English one: the same keys in the same order, without the comments for translators.
 * @param control the control's name, for a key that it says in words of its own
 */
export function resxOf(english: string, control: string, words: Words, asked: Asked): string {
  return english.replace(DATA, (_, key: string, value: string) => {
    const text = asked.of(words, "controls", unescapeXml(value), `${control}/${key}`, key);
    return `<data name="${key}" xml:space="preserve">\n    <value>${escapeXml(text)}</value>\n  </data>`;
  });
}

/** A control's manifest with a resx of each language, the English one first. */
export function manifestWith(manifest: string, languages: readonly number[]): string {
  return manifest.replace(/(\n *<resx path="[^"]*?)\.\d+(\.resx"[^\n]*)(?:\n *<resx [^\n]*)*/, (_, before: string, after: string) =>
    languages.map((language) => `${before}.${language}${after}`).join(""),
  );
}
