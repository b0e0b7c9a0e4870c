/** All that is written from the words of the languages. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { findControls } from "../controls.cjs";
import { componentsWith, guidePageOf, languagesWith } from "./guidePage";
import { labelsIn } from "./labelsIn";
import { ENGLISH, readOr, readWords } from "./languages";
import { createAsked } from "./missingWords";
import { manifestWith, resxOf } from "./resxOf";
import { SCRIPTS, translationsOf } from "./scriptTexts";

/** Files with their texts, and what is wrong with the words. */
export interface Written {
  /** By path, relative to the repository, with slashes. */
  readonly files: ReadonlyMap<string, string>;
  /** What a language does not say yet, or says though nothing asks for it: a sentence each. */
  readonly complaints: readonly string[];
}

const SOLUTION = "Solutions/src";
const GUIDE = `${SOLUTION}/WebResources/msgn_/agentguide`;

/**
 * What the files are to be.
 * @param root the repository's folder
 * @throws Error where a file of words cannot be used at all
 */
export function writtenFiles(root: string): Written {
  const words = readWords(root);
  const languages = [ENGLISH, ...words.map(({ lcid }) => lcid)];
  const asked = createAsked();
  const files = new Map<string, string>();
  const read = (path: string): string => files.get(path) ?? readFileSync(join(root, path), "utf8");

  for (const folder of findControls(root)) {
    const [english = ""] = readdirSync(join(root, folder, "strings")).filter((file) => file.endsWith(`.${ENGLISH}.resx`));
    const control = basename(english, `.${ENGLISH}.resx`);
    for (const one of words)
      files.set(`${folder}/strings/${control}.${one.lcid}.resx`, resxOf(read(`${folder}/strings/${english}`), control, one, asked));
    const manifest = `${folder}/ControlManifest.Input.xml`;
    files.set(manifest, manifestWith(read(manifest), languages));
  }
  for (const path of xmlFiles(root, SOLUTION)) files.set(path, labelsIn(read(path), words, asked));
  const englishGuide = read(`${GUIDE}/${ENGLISH}.html.data.xml`);
  for (const one of words) {
    const path = `${GUIDE}/${one.lcid}.html.data.xml`;
    files.set(path, guidePageOf(englishGuide, one, readOr(join(root, path), "")));
  }
  files.set(`${SOLUTION}/Other/Solution.xml`, componentsWith(read(`${SOLUTION}/Other/Solution.xml`), languages));
  files.set(`${SOLUTION}/Other/Customizations.xml`, languagesWith(read(`${SOLUTION}/Other/Customizations.xml`), languages));
  for (const folder of SCRIPTS) {
    files.set(`${folder}/${folder}Translations.ts`, translationsOf(folder, words));
  }
  return { files, complaints: asked.complaints(words) };
}

/** The solution's own files that have labels: not what is built into it. */
function xmlFiles(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return xmlFiles(root, path);
    // A solution's own name and its publisher's have one language, that of the environment where it was made.
    const isOurs = entry.name.endsWith(".xml") && entry.name !== "Solution.xml" && !path.startsWith(`${SOLUTION}/Controls/`);
    return isOurs && /languagecode="1033"|LCID="1033"/.test(readFileSync(join(root, path), "utf8")) ? [path] : [];
  });
}
