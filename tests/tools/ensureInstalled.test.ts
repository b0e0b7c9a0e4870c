/** What runs before every command, on a copy without node_modules. npm is a double: the real one takes minutes, and is the network's. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

jest.setTimeout(60_000);

const tools = join(__dirname, "..", "..", "tools");
/** Says in a file when it begins and ends, and puts one package on the disk. Another npm that was there meanwhile is seen in the file. */
const NPM = `
const { appendFileSync, mkdirSync, rmSync, writeFileSync, copyFileSync } = require("node:fs");
appendFileSync("npm.log", "begins\\n");
rmSync("node_modules", { recursive: true, force: true });
mkdirSync("node_modules/one", { recursive: true });
setTimeout(() => {
  if (process.env.NPM_FAILS) process.exit(7);
  writeFileSync("node_modules/one/package.json", "{}");
  copyFileSync("package-lock.json", "node_modules/.package-lock.json");
  appendFileSync("npm.log", "ends\\n");
}, Number(process.env.NPM_MS ?? 500));`;

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "install-")), "Größe und Ort");
  mkdirSync(join(folder, "tools"), { recursive: true });
  for (const file of ["ensureInstalled.mjs", "processLock.cjs"]) copyFileSync(join(tools, file), join(folder, "tools", file));
  writeFileSync(join(folder, "npm.cjs"), NPM);
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages: { "": {}, "node_modules/one": { version: "1.0.0" } } }));
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

interface Run {
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function begin(env: Readonly<Record<string, string>> = {}, script = "ensureInstalled.mjs", ...args: readonly string[]): Run {
  const child = spawn(process.execPath, [join(folder, "tools", script), ...args], {
    cwd: folder,
    env: { ...process.env, npm_execpath: join(folder, "npm.cjs"), ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { process: child, said: () => output, ended: new Promise((resolve) => child.once("close", resolve)) };
}

const npmLog = (): string => (existsSync(join(folder, "npm.log")) ? readFileSync(join(folder, "npm.log"), "utf8") : "");

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("in one process with what is started", () => {
  beforeEach(() => {
    copyFileSync(join(tools, "runInstalled.mjs"), join(folder, "tools", "runInstalled.mjs"));
    writeFileSync(join(folder, "tools", "run.mjs"), "console.log(`Runs ${process.argv.slice(2).join(' ')}`);");
  });

  it("installs first, then runs the program with its arguments", async () => {
    const run = begin({}, "runInstalled.mjs", "demo/start.ts", "--empty");
    expect(await run.ended).toBe(0);
    expect(run.said()).toMatch(/Installed in \d+ s\.\nRuns demo\/start\.ts --empty\n$/);
  });

  it("runs nothing where the installation fails", async () => {
    const run = begin({ NPM_FAILS: "1" }, "runInstalled.mjs", "demo/start.ts");
    expect(await run.ended).toBe(1);
    expect(run.said()).not.toContain("Runs");
  });
});

it("installs once on a fresh clone, and says nothing the next time", async () => {
  const first = begin();
  expect(await first.ended).toBe(0);
  expect(first.said()).toMatch(/^Installing what package-lock\.json names .*: 1 packages[^]*Installed in \d+ s\.\n$/);
  const second = begin();
  expect(await second.ended).toBe(0);
  expect(second.said()).toBe("");
  expect(npmLog()).toBe("begins\nends\n");
});

it("of two first commands at once, one installs and the other says that it waits", async () => {
  const both = [begin(), begin()];
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
  expect(npmLog()).toBe("begins\nends\n");
  const said = both.map((run) => run.said());
  expect(said.filter((text) => text.includes("Installed in"))).toHaveLength(1);
  expect(said.filter((text) => /^Another command \(process \d+\) is installing here: waiting for it …\n$/.test(text))).toHaveLength(1);
});

it("tries itself where the other's installation failed", async () => {
  const first = begin({ NPM_FAILS: "yes" });
  await until(() => npmLog() !== "");
  const second = begin();
  expect(await first.ended).toBe(1);
  expect(first.said()).toContain("The installation failed; npm says why above");
  expect(await second.ended).toBe(0);
  expect(npmLog()).toBe("begins\nbegins\nends\n");
});

it("waits for the npm of a command that was killed, then goes on", async () => {
  const first = begin({ NPM_MS: "2000" });
  await until(() => npmLog() !== "");
  // Alone: a terminal's Ctrl+C would end npm as well.
  first.process.kill("SIGKILL");
  await new Promise((resolve) => first.process.once("exit", resolve));
  const second = begin();
  expect(await second.ended).toBe(0);
  expect(npmLog()).toBe("begins\nends\n");
});

it("goes on at once where a command was killed together with its npm", async () => {
  mkdirSync(join(folder, "out"));
  writeFileSync(join(folder, "out", ".install.lock"), "999999998 999999999");
  const run = begin();
  expect(await run.ended).toBe(0);
  expect(run.said()).not.toContain("waiting");
  expect(existsSync(join(folder, "out", ".install.lock"))).toBe(false);
});

it("goes on where the number of the killed command's process is another program's now", async () => {
  mkdirSync(join(folder, "out"));
  writeFileSync(join(folder, "out", ".install.lock"), process.platform === "linux" ? `${process.pid}:1` : "999999999");
  const run = begin();
  expect(await run.ended).toBe(0);
  expect(run.said()).not.toContain("waiting");
});
