import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

/** Runs a tool as its npm script does. Its own work would take minutes: it is stopped before that, and has no status then. */
function run(tool: string, ...args: readonly string[]) {
  const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, join(root, "tools", tool), ...args], {
    cwd: root,
    encoding: "utf8",
    timeout: 40_000,
    env: { ...process.env, MODEL_RUNS: "10000" },
  });
  return { status, stdout, stderr };
}

describe.each([
  ["testModel.ts", "Usage: npm run test:model", "MODEL_RUNS"],
  ["test.ts", "Usage: npm test [-- --unit] [-- --browser]", "--browser"],
  ["size.ts", "Usage: npm run size [-- --files] [-- --update]", "--update"],
  ["../Solutions/build/pack.ts", "Usage: npm run pack [-- --no-build]", "--no-build"],
  ["../tests/e2e/takeStory.ts", "Usage: npm run story", "npm run pack"],
])("tools/%s", (tool, usage, setting) => {
  it.each(["--help", "-h"])("says for %s how to use it, and does nothing else", (option) => {
    const { status, stdout, stderr } = run(tool, option);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")[0]).toBe(usage);
    expect(stdout).toContain(setting);
  });

  it.each([["--runs=5"], ["--help", "100"]])("refuses %s", (...args) => {
    const { status, stdout, stderr } = run(tool, ...args);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr.split("\n").slice(0, 2)).toEqual([`${args[args.length - 1] ?? ""} is not an option.`, usage]);
  });
});

it.each([
  ["testLong.ts", "Usage: npm run test:long"],
  ["version.ts", "Usage: npm run version"],
  ["tenant/main.ts", "Usage: npm run tenant"],
  ["mutants/run.mjs", "Usage: npm run test:mutants"],
  ["../gateway/main.ts", "Usage: npm run gateway"],
  ["../tests/e2e/takePictures.ts", "Usage: npm run screenshots"],
  ["bench.ts", "Usage: npm run bench"],
])("tools/%s says for --help how to use it, and does nothing else", (tool, usage) => {
  const { status, stdout, stderr } = run(tool, "--help");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout.startsWith(usage)).toBe(true);
});
