/**
 * `npm run test:long`: the unit and solution tests with all tries of those that try many things (tests/effort.ts), and 1,000 random days.
 * A path chooses files: `npm run test:long -- tests/gateway`. FUZZ_SEED and MODEL_SEED run what failed again.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";

const USAGE = `Usage: npm run test:long [-- PATH …]
Runs the unit and solution tests with all tries of those that try many things; PATH (a file, a folder, or a part of a path) chooses files.
From the environment: FUZZ_SEED and MODEL_SEED run what failed again (docs/testing.md).`;

const jest = join(__dirname, "..", "node_modules", "jest", "bin", "jest.js");
const args = process.argv.slice(2);
if (args.some((arg) => arg === "--help" || arg === "-h")) process.stdout.write(`${USAGE}\n`);
else {
  const child = spawn(process.execPath, [jest, ...args, "--selectProjects", "unit"], {
    stdio: "inherit",
    env: { ...process.env, LONG_TESTS: "1" },
  });
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
