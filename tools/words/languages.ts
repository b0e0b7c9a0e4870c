/** The words of each language but English: `words/<LCID>.json`, one file a language, for translators. English stands where it is used. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Texts by name, or groups of them. A list is what one place shows one after the other. */
export interface Texts {
  readonly [name: string]: string | readonly string[] | Texts;
}

/** One language's words. */
export interface Words {
  /** What Dataverse calls the language: 1031 is German. */
  readonly lcid: number;
  /** Its name in English: "German". */
  readonly name: string;
  /** The controls' texts, by their key in the English resx; `MessageThread/Key` where one control says it in other words than the others. */
  readonly controls: Readonly<Record<string, string>>;
  /** The labels and descriptions of tables, columns, forms, views and of the app, by the English text. */
  readonly solution: Readonly<Record<string, string>>;
  /** What scripts say, by the script's folder. */
  readonly scripts: Readonly<Record<string, Texts>>;
}

/** The language that stands in the sources themselves. */
export const ENGLISH = 1033;
const FILE = /^(\d{4,5})\.json$/;

/**
 * The languages that the product speaks, English first, the others by number.
 * @param root the repository's folder
 */
export function languagesOf(root: string): readonly number[] {
  const numbers = readdirSync(join(root, "words")).flatMap((file) => FILE.exec(file)?.[1] ?? []);
  return [ENGLISH, ...numbers.map(Number).sort((one, other) => one - other)];
}

/**
 * The words of every language but English, by number.
 * @param root the repository's folder
 * @throws Error where a file is no JSON, or lacks a part: it says which
 */
export function readWords(root: string): readonly Words[] {
  return languagesOf(root)
    .slice(1)
    .map((lcid) => readLanguage(join(root, "words", `${lcid}.json`), lcid));
}

function readLanguage(file: string, lcid: number): Words {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} is no JSON: ${String(cause)}`, { cause });
  }
  const parts = (typeof read === "object" && read !== null ? read : {}) as Partial<Words>;
  for (const part of ["controls", "solution", "scripts"] as const)
    if (typeof parts[part] !== "object") throw new Error(`${file} has no "${part}". Copy another language's file, and translate it.`);
  if (typeof parts.name !== "string") throw new Error(`${file} has no "name": the language's name in English, such as "German".`);
  return { ...(parts as Words), lcid };
}

/** The text of a file that may not be there yet. */
export const readOr = (file: string, otherwise: string): string => (existsSync(file) ? readFileSync(file, "utf8") : otherwise);
