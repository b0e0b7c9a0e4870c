/** `npm run tenant`: the tenant checklist as a program (docs/tenant-checklist.md). */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readOptions, USAGE, UsageError } from "./options";
import type { Options } from "./options";
import { CannotGoOn } from "./person";
import { countOf, reportPage } from "./report";
import type { Outcome } from "./report";
import { run } from "./run";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

/** Aborts at the first Ctrl+C. The second ends the program at once. */
function stopAtInterrupt(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) {
      complain("Ended at once. The next run removes what is left.");
      process.exit(1);
    }
    say("Stopping; removing what has been made … (Ctrl+C again: end at once)");
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}

function tell({ results, left, forAPerson, stopped }: Outcome, report: string): void {
  say("");
  say(`${countOf(results, "held")} held, ${countOf(results, "differed")} differed, ${countOf(results, "not judged")} not judged`);
  for (const { verdict, name, seen } of results) if (verdict === "differed") say(`  differed: ${name}: ${seen}`);
  for (const { set, id, title, why } of left) say(`  not removed: ${title}, ${set}(${id}): ${why}`);
  say(`${forAPerson.length} points are left for a person.`);
  say(`Report: ${report}`);
  const isGood = countOf(results, "differed") === 0 && left.length === 0 && stopped === undefined;
  process.exitCode = isGood ? 0 : 1;
}

async function main(args: readonly string[]): Promise<void> {
  let options: Options | null;
  try {
    options = readOptions(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(`${error.message}\n\n${USAGE}`);
    return;
  }
  if (!options) {
    say(USAGE);
    return;
  }
  try {
    const outcome = await run(options, { say, stopped: stopAtInterrupt() });
    const file = join(options.report, "index.html");
    mkdirSync(options.report, { recursive: true });
    writeFileSync(file, reportPage(outcome));
    tell(outcome, file);
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    complain(error.message);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
});
