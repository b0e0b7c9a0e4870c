/** `npm run bench`: measures the product, prints one table, and writes docs/benchmarks.md. `-- --help` lists its parts. */
import { PARTS } from "../tests/bench/parts";
import { BenchUsageError, benchUsage, chooseParts } from "./bench/chooseParts";
import { screenTable } from "./bench/figureTable";
import { runParts } from "./bench/runParts";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const choice = chooseParts(process.argv.slice(2), process.env, PARTS);
  if (!choice) {
    say(benchUsage(PARTS));
    return;
  }
  const results = await runParts(choice.parts, choice.repeats, say);
  say("");
  for (const line of screenTable(results.flatMap((result) => ("figures" in result ? result.figures : [])))) say(line);
  for (const result of results) if ("cannotRun" in result) say(`${result.part.name} could not run: ${result.cannotRun}`);
}

main().catch((error: unknown) => {
  // A wrong call is told in a sentence; of anything else the place is needed, too.
  const isUsage = error instanceof BenchUsageError;
  process.stderr.write(`${error instanceof Error ? (isUsage ? error.message : (error.stack ?? error.message)) : String(error)}\n`);
  process.exitCode = 1;
});
