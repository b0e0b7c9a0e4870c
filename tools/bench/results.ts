/** What the parts have found last: kept in a file, so that a part that is run by itself takes the place of its own figures only. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "./figure";
import type { PartResult } from "./runParts";

/** Of one part. */
export interface KeptResult {
  /** The day of the run, such as 2026-11-28. */
  readonly date: string;
  readonly machine: string;
  /** How many pairs of runs there were. */
  readonly repeats: number;
  readonly figures: readonly Figure[];
  /** Why it could not run; empty: it did. */
  readonly cannotRun: string;
}

/** By the parts' names. */
export type KeptResults = Readonly<Record<string, KeptResult>>;

const fileBelow = (root: string): string => join(root, "tests", "bench", "results.json");

/** What is kept. @throws Error where the file is missing or is no JSON */
export function readResults(root: string): KeptResults {
  return JSON.parse(readFileSync(fileBelow(root), "utf8")) as KeptResults;
}

/** Writes it as Prettier would. */
export function writeResults(root: string, results: KeptResults, format: (text: string) => Promise<string>): Promise<void> {
  return format(JSON.stringify(results)).then((text) => writeFileSync(fileBelow(root), text));
}

/** What is kept after a run. A part that could not run on this machine, or that ended with a fault, does not take the place of figures of another one. */
export function withResults(
  kept: KeptResults,
  found: readonly PartResult[],
  run: Pick<KeptResult, "date" | "machine" | "repeats">,
): KeptResults {
  const news = found.filter((result) => "figures" in result || ("cannotRun" in result && !(kept[result.part.name]?.figures.length ?? 0)));
  return {
    ...kept,
    ...Object.fromEntries(
      news.map((result): [string, KeptResult] => [
        result.part.name,
        { ...run, figures: "figures" in result ? result.figures : [], cannotRun: "cannotRun" in result ? result.cannotRun : "" },
      ]),
    ),
  };
}
