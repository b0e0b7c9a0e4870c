// Runs in Stryker's copy of the repository. A test file that names its environment (jsdom) is given the one that tells Stryker which test
// reaches which mutant: Stryker can do that for Jest's own setting, not for what a file says itself.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

if (!process.cwd().includes(".stryker-tmp")) throw new Error("This changes test files: it is for Stryker's copy of them only.");
for (const entry of readdirSync("tests", { recursive: true, withFileTypes: true })) {
  if (!/\.test\.tsx?$/.test(entry.name)) continue;
  const file = join(entry.parentPath ?? entry.path, entry.name);
  const text = readFileSync(file, "utf8");
  const watched = text.replace(/@jest-environment (jsdom|node)\b/, "@jest-environment @stryker-mutator/jest-runner/jest-env/$1");
  if (watched !== text) writeFileSync(file, watched);
}
