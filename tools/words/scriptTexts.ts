import type { Words } from "./languages";

/** The folders of the scripts that say something. `<folder>English.ts` there has the type of one language's texts, and the English ones. */
export const SCRIPTS = ["diagnostics", "forms", "launcher", "overview"] as const;

/**
 * The file `<folder>Translations.ts` of a script. Whether a language says all that English does is the compiler's business.
 * @throws Error where a language has no words for this script
 */
export function translationsOf(folder: string, languages: readonly Words[]): string {
  const texts = languages.map((words) => {
    const said = words.scripts[folder];
    if (!said) throw new Error(`words/${words.lcid}.json has no "scripts", "${folder}". Copy it from another language, and translate it.`);
    return `  ${words.lcid}: ${JSON.stringify(said, null, 2).replace(/\n/g, "\n  ")},\n`;
  });
  const type = `${folder.charAt(0).toUpperCase()}${folder.slice(1)}Texts`;
  return `// Written by \`npm run words\` from words/*.json.
import type { ${type} } from "./${folder}English";

/** What this script says in all languages but English, by LCID. */
export const ${folder}Translations: Readonly<Record<number, ${type}>> = {
${texts.join("")}};
`;
}
