// `npm run test:mutants`: builds what the tests need from the packed solution, then runs Stryker. What is said after `--` is Stryker's:
// `npm run test:mutants -- --mutate shared/inbox/claim.ts`.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const args = process.argv.slice(2);
if (args.includes("--help") || args.includes("-h")) {
  process.stdout.write(`Usage: npm run test:mutants [-- OPTIONS]
Changes the product in one small place at a time, and says which changes no test notices (an hour; docs/testing.md). Stryker's options, among them:
  --mutate FILE[:LINES]   that file alone
  --concurrency N         so many processes
  --force                 begins anew
`);
  process.exit(0);
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const packages = createRequire(join(root, "package.json"));

/** Runs a package's script with this Node; ends with its code unless it is 0. */
function run(name, script, args) {
  const { status } = spawnSync(process.execPath, [join(packages.resolve(`${name}/package.json`), "..", script), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

// Before the mutants are written in: what is built in Stryker's copy would hold them.
run("tsx", "dist/cli.mjs", ["Solutions/build/pack.ts"]);
run("@stryker-mutator/core", "bin/stryker.js", ["run", "tools/mutants/stryker.config.mjs", ...args]);
