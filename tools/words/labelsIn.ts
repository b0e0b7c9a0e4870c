import type { Words } from "./languages";
import { ENGLISH } from "./languages";
import type { Asked } from "./missingWords";
import { escapeAttribute, unescapeXml } from "./xmlText";

/** A label on a line of its own: what stands before its text, the text, what follows. */
const LABEL = /^(\s*<\w+ (?:LCID="\d+" )?(?:description|Title)=")([^"]*)(".*)$/;
const LANGUAGE = /\b(languagecode|LCID)="(\d+)"/;

/**
 * A file of the solution with each English label followed by the same one in the other languages. What an empty label stands for is a gap, which has nothing to say.
 * @throws Error where a label of another language has no English one before it
 */
export function labelsIn(xml: string, languages: readonly Words[], asked: Asked): string {
  let isAfterEnglish = false;
  return xml
    .split("\n")
    .flatMap((line) => {
      const language = LABEL.test(line) ? LANGUAGE.exec(line)?.[2] : undefined;
      if (language === undefined) {
        isAfterEnglish = false;
        return [line];
      }
      if (language !== String(ENGLISH)) {
        if (isAfterEnglish) return [];
        throw new Error(`A label of language ${language} has no English one before it: ${line.trim()}`);
      }
      isAfterEnglish = true;
      return [line, ...translated(line, languages, asked)];
    })
    .join("\n");
}

function translated(line: string, languages: readonly Words[], asked: Asked): readonly string[] {
  const [, before = "", text = "", after = ""] = LABEL.exec(line) ?? [];
  if (text === "") return [];
  const english = unescapeXml(text);
  return languages.map((words) => {
    const label = `${before}${escapeAttribute(asked.of(words, "solution", english, english))}${after}`;
    return label.replace(LANGUAGE, (_, name: string) => `${name}="${words.lcid}"`);
  });
}
