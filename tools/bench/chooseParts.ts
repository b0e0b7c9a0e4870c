/** What `npm run bench` was asked for. */
import { ENOUGH_REPEATS } from "./figure";
import type { BenchPart } from "./figure";

/** The bench was called in a way that it does not know; the message says what it knows. */
export class BenchUsageError extends Error {}

const FLAGS = ["--keep", "--page"];

/** What is to be done. */
export interface Choice {
  /** Empty: nothing is measured, the page is made anew of what was found before. */
  readonly parts: readonly BenchPart[];
  /** How many pairs of runs. */
  readonly repeats: number;
  /** Whether docs/benchmarks.md is to hold what is found. */
  readonly writesPage: boolean;
}

/** What `--help` says. */
export function benchUsage(all: readonly BenchPart[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  return [
    "Usage: npm run bench [-- PART …] [-- --keep | --page]",
    "Measures the product, prints a table, and writes docs/benchmarks.md. Without a part it runs all of them:",
    ...all.map(({ name, title }) => `  ${name.padEnd(width)}   ${title}`),
    "  --keep   leaves docs/benchmarks.md as it is",
    "  --page   measures nothing, and writes docs/benchmarks.md anew of what was found before: for a change of its words",
    "From the environment:",
    `  BENCH_REPEATS   how many pairs of runs, one of each side (${ENOUGH_REPEATS}). Fewer are for a quick look, and leave the page as it is.`,
    "  BENCH_READ      how many messages of the long history were read (1000000)",
    "  BENCH_ANSWERS   how many answers the gateways send in all (1000)",
    "  BENCH_TEXTS     how many texts come in to the gateways in all (1000)",
  ].join("\n");
}

/**
 * Reads the arguments and BENCH_REPEATS.
 * @returns null where help was asked for
 * @throws BenchUsageError for anything that it does not know
 */
export function chooseParts(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  all: readonly BenchPart[],
): Choice | null {
  const isHelp = (arg: string): boolean => arg === "--help" || arg === "-h";
  const isFlag = (arg: string): boolean => arg.startsWith("-");
  const wrongFlag = args.find((arg) => isFlag(arg) && !isHelp(arg) && !FLAGS.includes(arg));
  if (wrongFlag !== undefined) throw new BenchUsageError(`${wrongFlag} is not an option.\n${benchUsage(all)}`);
  const names = args.filter((arg) => !isFlag(arg));
  const wrongName = names.find((name) => !all.some((part) => part.name === name));
  if (wrongName !== undefined) throw new BenchUsageError(`${wrongName} is not a part of the bench.\n${benchUsage(all)}`);
  if (args.some(isHelp)) return null;
  if (args.includes("--page")) {
    if (args.length > 1) throw new BenchUsageError(`--page stands alone.\n${benchUsage(all)}`);
    return { parts: [], repeats: 0, writesPage: true };
  }
  const repeats = countOf(env, "BENCH_REPEATS", ENOUGH_REPEATS);
  return {
    parts: names.length === 0 ? all : all.filter(({ name }) => names.includes(name)),
    repeats,
    writesPage: repeats >= ENOUGH_REPEATS && !args.includes("--keep"),
  };
}

/** A number that a variable of the environment chooses. @throws BenchUsageError where it is no whole number from 1 */
export function countOf(env: Readonly<Record<string, string | undefined>>, name: string, otherwise: number): number {
  const text = env[name];
  if (text === undefined || text === "") return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new BenchUsageError(`${name} is ${text}, which is no whole number from 1.`);
  return Number(text);
}
