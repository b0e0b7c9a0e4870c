/** Runs parts of the bench, one after the other. */
import { CannotRun } from "./figure";
import type { BenchPart, Figure } from "./figure";

/** What a part has found: its figures, why it could not run here, or the fault that ended it. */
export type PartResult =
  | { readonly part: BenchPart; readonly figures: readonly Figure[] }
  | { readonly part: BenchPart; readonly cannotRun: string }
  | { readonly part: BenchPart; readonly fault: unknown };

/**
 * A part that ends with a fault costs its own figures only: the others may have taken an hour.
 * @param say hears how far it is, a line at a time
 * @param keep is given each part's result as soon as it is there
 */
export async function runParts(
  parts: readonly BenchPart[],
  repeats: number,
  say: (line: string) => void,
  keep: (result: PartResult) => Promise<void> | void = () => undefined,
): Promise<readonly PartResult[]> {
  const results: PartResult[] = [];
  for (const [at, part] of parts.entries()) {
    say(`${at + 1} of ${parts.length}, ${part.name}: ${part.title}`);
    const began = performance.now();
    try {
      results.push({ part, figures: await part.run({ repeats, progress: (line) => say(`  ${line}`) }) });
    } catch (error) {
      if (error instanceof CannotRun) {
        results.push({ part, cannotRun: error.message });
        say(`  cannot run here: ${error.message}`);
      } else {
        results.push({ part, fault: error });
        say(`  ended with a fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
    }
    for (const result of results.slice(-1)) await keep(result);
    say(`  ${Math.round((performance.now() - began) / 1000)} s`);
  }
  return results;
}
