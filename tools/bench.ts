/** `npm run bench`: measures the product, prints one table, and writes docs/benchmarks.md. `-- --help` lists its parts. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { version } from "../package.json";
import { PARTS } from "../tests/bench/parts";
import { BenchUsageError, benchUsage, chooseParts } from "./bench/chooseParts";
import { benchmarksPage } from "./bench/benchmarksPage";
import { screenTable } from "./bench/figureTable";
import { machineInWords } from "./bench/machine";
import { readResults, withResults, writeResults } from "./bench/results";
import type { KeptResults } from "./bench/results";
import { runParts } from "./bench/runParts";
import type { PartResult } from "./bench/runParts";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

// What the bundles are given when they are built.
Object.assign(globalThis, { PRODUCT_VERSION: version });

const root = join(__dirname, "..");
const page = join(root, "docs", "benchmarks.md");

/** Lays out a text as `npm run format` would. */
async function laidOut(text: string, parser: "json" | "markdown"): Promise<string> {
  return format(text, { ...(await resolveConfig(page)), parser });
}

async function writePage(results: KeptResults): Promise<void> {
  writeFileSync(page, await laidOut(benchmarksPage(PARTS, results), "markdown"));
  say("docs/benchmarks.md is written.");
}

async function main(): Promise<void> {
  const choice = chooseParts(process.argv.slice(2), process.env, PARTS);
  if (!choice) {
    say(benchUsage(PARTS));
    return;
  }
  if (choice.parts.length === 0) {
    await writePage(readResults(root));
    return;
  }
  const run = { date: new Date().toISOString().slice(0, 10), machine: machineInWords(), repeats: choice.repeats };
  // Part by part: whoever stops the bench keeps what is measured.
  const keep = async (result: PartResult): Promise<void> => {
    if (choice.writesPage) await writeResults(root, withResults(readResults(root), [result], run), (text) => laidOut(text, "json"));
  };
  const results = await runParts(choice.parts, choice.repeats, say, keep);
  say("");
  for (const line of screenTable(results.flatMap((result) => ("figures" in result ? result.figures : [])))) say(line);
  for (const result of results) if ("cannotRun" in result) say(`${result.part.name} could not run: ${result.cannotRun}`);
  for (const result of results) {
    if (!("fault" in result)) continue;
    say(`${result.part.name} ended with a fault, which is told above: it keeps the figures that it had.`);
    process.exitCode = 1;
  }
  if (choice.writesPage) await writePage(readResults(root));
}

main().catch((error: unknown) => {
  // A wrong call is told in a sentence; of anything else the place is needed, too.
  const isUsage = error instanceof BenchUsageError;
  process.stderr.write(`${error instanceof Error ? (isUsage ? error.message : (error.stack ?? error.message)) : String(error)}\n`);
  process.exitCode = 1;
});
