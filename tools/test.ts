/**
 * `npm test`: everything that must hold. Types, lint, import rules, format, then unit and solution tests, then browser tests.
 * Options: `--unit` leaves the browser out; `--browser` runs only the browser tests. REQUIRE_BROWSER=1 makes a missing browser a failure.
 * Ends with a line that counts: `N passed, N failed`.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser";
import { readFlags } from "./readFlags";

const USAGE = `Usage: npm test [-- --unit] [-- --browser]
Runs everything that must hold: build, types, lint, format, unit and solution tests, browser tests.
  --unit      leaves the browser tests out
  --browser   runs the browser tests alone, after the build
From the environment: CHROME_PATH names the browser; REQUIRE_BROWSER=1 makes a missing one a failure.`;

const root = join(__dirname, "..");
const results = join(root, "out", "test-results");

/** How many tests of a step passed and failed; a check counts as one test. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a package's script with this Node, without a shell; resolves to its exit code. */
function run(packageName: string, script: string, args: readonly string[]): Promise<number> {
  const file = join(root, "node_modules", packageName, script);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: "inherit" });
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

async function check(title: string, ...command: [string, string, readonly string[]]): Promise<Count> {
  const started = Date.now();
  const isGood = (await run(...command)) === 0;
  say(`${isGood ? "ok  " : "FAIL"} ${title} (${seconds(started)} s)`);
  return { passed: Number(isGood), failed: Number(!isGood) };
}

async function jest(project: string, ...options: string[]): Promise<Count> {
  const file = join(results, `${project}.json`);
  rmSync(file, { force: true });
  const code = await run("jest", "bin/jest.js", [
    "--selectProjects",
    project,
    "--json",
    `--outputFile=${file}`,
    "--silent=false",
    ...options,
  ]);
  const count = readCount(file);
  // A suite that could not even start has no failed tests to count.
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function readCount(file: string): Count {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8")) as { numPassedTests: number; numFailedTests: number };
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Test files that measure times. */
const MEASURED = "e2e/(everywhere|longThread)";

async function browserTests(): Promise<Count> {
  if (findBrowser()) {
    // What measures times has the machine for itself; the rest waits for what it needs, and shares.
    const measured = await jest("browser", "--runInBand", "--testPathPatterns", MEASURED);
    const others = await jest("browser", "--maxWorkers=4", "--testPathIgnorePatterns", MEASURED);
    return { passed: measured.passed + others.passed, failed: measured.failed + others.failed };
  }
  const isFailure = Boolean(process.env["REQUIRE_BROWSER"]);
  say("");
  say("!!! BROWSER TESTS SKIPPED: no Chrome, Edge or Chromium was found.");
  say("!!! Install one, or set CHROME_PATH to its program, and run: npm test -- --browser");
  say("");
  return { passed: 0, failed: Number(isFailure) };
}

async function main(only: ReadonlySet<string>): Promise<void> {
  const started = Date.now();
  mkdirSync(results, { recursive: true });
  const counts: Count[] = [];
  // The build comes first: types are generated from the control's manifest.
  counts.push(await check("build and pack", "tsx", "dist/cli.mjs", [join(root, "Solutions", "build", "pack.ts")]));
  if (!only.has("--browser")) {
    counts.push(
      ...(await Promise.all([
        check("types", "typescript", "bin/tsc", ["--noEmit", "-p", "tsconfig.check.json"]),
        check("lint", "eslint", "bin/eslint.js", [".", "--max-warnings", "0"]),
        check("rooms", "dependency-cruiser", "bin/dependency-cruise.mjs", ["--config", ".dependency-cruiser.cjs", "."]),
        check("format", "prettier", "bin/prettier.cjs", ["--check", ".", "--log-level", "warn"]),
      ])),
    );
    // Jest leaves a core free unless it is told: on two cores that is half of them.
    counts.push(await jest("unit", "--maxWorkers=2"));
  }
  if (!only.has("--unit")) counts.push(await browserTests());
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  say(`${seconds(started)} s in all`);
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const flags = readFlags(process.argv.slice(2), USAGE, ["--unit", "--browser"]);
if (flags) {
  main(flags).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
