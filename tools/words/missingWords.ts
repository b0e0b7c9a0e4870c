import type { Words } from "./languages";

type Part = "controls" | "solution";

/** What is asked of the languages' words, and what of it is not there. */
export interface Asked {
  /** The translation; English where there is none, which is remembered. @param names the names it may have, the first that is there counts */
  of(words: Words, part: Part, english: string, ...names: readonly string[]): string;
  /** What no language's file has, and what stands in a file and is asked for no more: a sentence each. */
  complaints(languages: readonly Words[]): readonly string[];
}

/** Makes a book of what was asked. */
export function createAsked(): Asked {
  const missing = new Set<string>();
  const used = new Set<string>();
  const place = (words: Words, part: Part) => `words/${words.lcid}.json, "${part}"`;
  return {
    of(words, part, english, ...names) {
      const name = names.find((one) => words[part][one] !== undefined && words[part][one] !== "");
      if (name === undefined) missing.add(`${place(words, part)} has no "${names.at(-1) ?? ""}": ${english}`);
      else used.add(`${words.lcid} ${part} ${name}`);
      return name === undefined ? english : (words[part][name] ?? english);
    },
    complaints: (languages) => [
      ...missing,
      ...languages.flatMap((words) =>
        (["controls", "solution"] as const).flatMap((part) =>
          Object.keys(words[part])
            .filter((name) => !used.has(`${words.lcid} ${part} ${name}`))
            .map((name) => `${place(words, part)} has "${name}", which nothing says any more: delete it.`),
        ),
      ),
    ],
  };
}
