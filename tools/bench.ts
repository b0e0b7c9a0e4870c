/**
 * `npm run bench`: what a long history costs. The inbox query of an agent with 500 unread messages, without history and with a million
 * messages that were read, on the sandbox's engine in this process. BENCH_READ chooses another number.
 */
import { openHistory } from "../tests/bench/history";
import { takesNoArguments } from "./takesNoArguments";

const USAGE = `Usage: npm run bench
Measures the inbox query without history and with a long one, on the sandbox's engine. From the environment:
  BENCH_READ   how many messages of the history were read (1000000)`;

const READ = Number(process.env["BENCH_READ"] ?? 1_000_000);
const UNREAD = 500;
const TIMES = 50;

/** What the fastest tenth of many takes at most (ms), after a few that warm up: what else the machine does is not the query's. */
async function measure(read: number): Promise<number> {
  const history = await openHistory(read, UNREAD);
  try {
    for (let time = 0; time < 5; time++) history.ask();
    const times = Array.from({ length: TIMES }, () => history.ask().ms).sort((one, other) => one - other);
    return times[TIMES / 10] ?? Number.NaN;
  } finally {
    history.close();
  }
}

async function main(): Promise<void> {
  // Without any history the planner goes by session; a short one has the plan of a long one, which is what a ratio can be about.
  const times: number[] = [];
  for (const read of [0, Math.min(READ, 10_000), READ]) {
    const ms = await measure(read);
    times.push(ms);
    process.stdout.write(
      `inbox query, ${UNREAD} unread, ${read.toLocaleString("en")} read: ${ms.toFixed(2)} ms (fastest tenth of ${TIMES})\n`,
    );
  }
  const [none = Number.NaN, short = Number.NaN, long = Number.NaN] = times;
  process.stdout.write(`ratio: ${(long / none).toFixed(2)} to no history, ${(long / short).toFixed(2)} to a short one\n`);
}

if (takesNoArguments(process.argv.slice(2), USAGE)) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
