/** Runs parts of the bench, one after the other. */
import { CannotRun } from "./figure";
import type { BenchPart, Figure } from "./figure";

/** What a part has found: its figures, or why it could not run here. */
export type PartResult =
  { readonly part: BenchPart; readonly figures: readonly Figure[] } | { readonly part: BenchPart; readonly cannotRun: string };

/**
 * @param say hears how far it is, a line at a time
 * @throws Error what a part throws that is more than {@link CannotRun}
 */
export async function runParts(parts: readonly BenchPart[], repeats: number, say: (line: string) => void): Promise<readonly PartResult[]> {
  const results: PartResult[] = [];
  for (const [at, part] of parts.entries()) {
    say(`${at + 1} of ${parts.length}, ${part.name}: ${part.title}`);
    const began = performance.now();
    try {
      results.push({ part, figures: await part.run({ repeats, progress: (line) => say(`  ${line}`) }) });
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      results.push({ part, cannotRun: error.message });
      say(`  cannot run here: ${error.message}`);
    }
    say(`  ${Math.round((performance.now() - began) / 1000)} s`);
  }
  return results;
}
