/**
 * `npm run test:long`: the unit and solution tests with all tries of those that try many things (tests/effort.ts), and 1,000 random days.
 * A path chooses files: `npm run test:long -- tests/gateway`. FUZZ_SEED and MODEL_SEED run what failed again.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";

const jest = join(__dirname, "..", "node_modules", "jest", "bin", "jest.js");
const child = spawn(process.execPath, [jest, ...process.argv.slice(2), "--selectProjects", "unit"], {
  stdio: "inherit",
  env: { ...process.env, LONG_TESTS: "1" },
});
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
