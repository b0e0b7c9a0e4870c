/**
 * `npm test`: everything that must hold. Types, lint, import rules, format, then unit and solution tests, then browser tests.
 * Says of each part as it ends what came of it. Ends with what took longest, what was left out, and a line that counts: `N passed, N failed`.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser";
import { readJestRun } from "./jestRun";
import { readFlags } from "./readFlags";
import { lastLines, seconds } from "./testSummary";
import type { Part } from "./testSummary";

const USAGE = `Usage: npm test [-- --unit] [-- --browser]
Runs everything that must hold: build, types, lint, format, unit and solution tests, browser tests.
  --unit      leaves the browser tests out
  --browser   runs the browser tests alone, after the build
From the environment: CHROME_PATH names the browser; REQUIRE_BROWSER=1 makes a missing one a failure.`;

const root = join(__dirname, "..");
const results = join(root, "out", "test-results");
/** What is measured in seconds has the machine for itself; the rest waits for what it needs, and shares. */
const MEASURED = "e2e/(everywhere|dev|longThread)\\.test";
/** Jest leaves a core free unless it is told: on two cores that is half of them. */
const TWO_WORKERS = "--maxWorkers=2";

/** Runs a package's script with this Node, without a shell; resolves to its exit code. */
function run(packageName: string, script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const file = join(root, "node_modules", packageName, script);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

async function check(title: string, ...command: [string, string, readonly string[]]): Promise<Part> {
  const started = Date.now();
  const isGood = (await run(...command)) === 0;
  const ms = Date.now() - started;
  say(`${isGood ? "ok  " : "FAIL"} ${title} (${seconds(ms)} s)`);
  return { title, ms, passed: Number(isGood), failed: Number(!isGood), files: [] };
}

async function jest(title: string, ...options: string[]): Promise<Part> {
  const file = join(results, `${title.replaceAll(/\W+/g, "-")}.json`);
  rmSync(file, { force: true });
  const started = Date.now();
  const args = ["--json", `--outputFile=${file}`, `--reporters=${join(root, "tools", "testReporter.cjs")}`];
  const code = await run("jest", "bin/jest.js", [...args, ...options], { TEST_PART: title });
  const part = { title, ms: Date.now() - started, ...readJestRun(file, root, code) };
  const failed = part.failed > 0 ? `, ${part.failed} failed` : "";
  say(`${part.failed > 0 ? "FAIL" : "ok  "} ${title}: ${part.passed} passed${failed} (${seconds(part.ms)} s)`);
  return part;
}

/**
 * Where COVERAGE=1 asks for it, the fast tests of the product's own folders also count what they reach, and less than the limits is a
 * failure: so no test runs a second time for it.
 */
async function unitTests(): Promise<readonly Part[]> {
  if (process.env["COVERAGE"] !== "1") return [await jest("unit and solution tests", "--selectProjects", "unit", TWO_WORKERS)];
  const counted = [
    "--config",
    join("tools", "coverage.config.cjs"),
    "--coverage",
    "--coverageReporters=text-summary",
    "--coverageReporters=json-summary",
  ];
  return [
    await jest("the product's unit tests, with coverage", ...counted, TWO_WORKERS),
    await jest("other unit and solution tests", "--config", join("tools", "otherTests.config.cjs"), TWO_WORKERS),
  ];
}

/** Without a browser there are none, which the last lines say; where one is demanded, that is a failure. */
async function browserTests(): Promise<readonly Part[]> {
  if (!findBrowser())
    return [
      { title: "browser tests", ms: 0, passed: 0, failed: Number(Boolean(process.env["REQUIRE_BROWSER"])), files: [], isSkipped: true },
    ];
  // A test that failed before it could close its browser must not hold up the run: what came of it is written by then.
  const ofBrowser = ["--selectProjects", "browser", "--forceExit"];
  return [
    await jest("measured browser tests", ...ofBrowser, "--runInBand", "--testPathPatterns", MEASURED),
    await jest("browser tests", ...ofBrowser, "--maxWorkers=4", "--testPathIgnorePatterns", MEASURED),
  ];
}

async function sideBySide(...running: readonly Promise<Part | readonly Part[]>[]): Promise<readonly Part[]> {
  return (await Promise.all(running)).flat();
}

async function main(only: ReadonlySet<string>): Promise<void> {
  const started = Date.now();
  mkdirSync(results, { recursive: true });
  const parts: Part[] = [];
  const build = () => check("build and pack", "tsx", "dist/cli.mjs", [join(root, "Solutions", "build", "pack.ts")]);
  if (only.has("--browser")) parts.push(await build());
  else {
    // Build and lint each work on one core. What does not need the build is done beside it; types and lint do: it generates types from the controls' manifests.
    say("Build, rooms and format, side by side; then types, lint and the first tests …");
    parts.push(
      ...(await sideBySide(
        build(),
        check("rooms", "dependency-cruiser", "bin/dependency-cruise.mjs", ["--config", ".dependency-cruiser.cjs", "."]),
        check("format", "prettier", "bin/prettier.cjs", ["--check", ".", "--log-level", "warn"]),
      )),
      ...(await sideBySide(
        check("types", "typescript", "bin/tsc", ["--noEmit", "-p", "tsconfig.check.json"]),
        check("lint", "eslint", "bin/eslint.js", [".", "--max-warnings", "0"]),
        unitTests(),
      )),
    );
  }
  if (!only.has("--unit")) parts.push(...(await browserTests()));
  for (const line of lastLines(parts, Date.now() - started)) say(line);
  process.exitCode = parts.every(({ failed }) => failed === 0) ? 0 : 1;
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
