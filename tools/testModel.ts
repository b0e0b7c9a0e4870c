/** `npm run test:model`: ten thousand random days (tests/model). MODEL_RUNS and MODEL_SEED choose how many, and which. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { takesNoArguments } from "./takesNoArguments";

const USAGE = `Usage: npm run test:model
Plays random days of agents, tabs, faults and clocks against the sandbox. From the environment:
  MODEL_RUNS   how many (10000, which takes some 35 minutes)
  MODEL_SEED   which: the same number plays the same days (another one each time; a failure prints its own)`;

function main(): void {
  const jest = join(__dirname, "..", "node_modules", "jest", "bin", "jest.js");
  const env = {
    ...process.env,
    MODEL_RUNS: process.env["MODEL_RUNS"] ?? "10000",
    MODEL_SEED: process.env["MODEL_SEED"] ?? String(Date.now() % 2 ** 31),
  };
  const child = spawn(process.execPath, [jest, "tests/model", "--selectProjects", "unit"], { stdio: "inherit", env });
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}

if (takesNoArguments(process.argv.slice(2), USAGE)) main();
