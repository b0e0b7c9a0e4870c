import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Bench } from "../engine/bench";
import { helpDesk } from "../fixture/helpDesk";

let folder: string;
let zip: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "sandbox-program-"));
  zip = path.join(folder, "solution.zip");
  writeFileSync(zip, helpDesk);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the program until it ends; it is expected to end by itself. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): { readonly code: number | null; readonly said: string } {
  const start = path.join(__dirname, "..", "..", "start.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", start, ...args], {
    cwd: path.join(__dirname, "..", ".."),
    env: { ...process.env, PORT: "0", SANDBOX_DATA: path.join(folder, "data"), ...env },
    encoding: "utf8",
    timeout: 30_000,
  });
  return { code: status, said: stdout + stderr };
}

describe("what makes a start impossible is said in words, without a stack, with exit code 1", () => {
  it.each<[string, string[], RegExp]>([
    ["an option that is none", ["--prot", "3000"], /--prot/],
    ["a zip without its path", ["--solution"], /--solution[^]*Usage:/],
    ["an option that is given twice", ["--reset", "--reset"], /--reset is given twice/],
    ["a zip that is not there", ["--solution", "nowhere.zip"], /There is no file .*nowhere\.zip/],
  ])("%s", (_what, args, words) => {
    const { code, said } = run(args);
    expect(code).toBe(1);
    expect(said).toMatch(words);
    expect(said).not.toMatch(/^\s+at /m);
  });

  it("a folder that is a file", () => {
    const { code, said } = run(["--solution", zip], { SANDBOX_DATA: zip });
    expect(code).toBe(1);
    expect(said).toMatch(/cannot be kept in .*solution\.zip.*SANDBOX_DATA/);
    expect(said).not.toMatch(/^\s+at /m);
    expect(readFileSync(zip)).toEqual(Buffer.from(helpDesk));
  });

  it("data with a damaged page, which stay as they are, for --uninstall as well", () => {
    const file = path.join(folder, "data", "dataverse.sqlite");
    const bench = Bench.start(file);
    for (let number = 0; number < 200; number += 1) bench.ticket(`+${number}`);
    bench.close();
    const bytes = readFileSync(file);
    const middle = 4096 * Math.floor(bytes.length / 8192);
    bytes.fill(0xff, middle, middle + 4096);
    writeFileSync(file, bytes);
    for (const args of [["--solution", zip], ["--uninstall"]]) {
      const { code, said } = run(args);
      expect(code).toBe(1);
      expect(said).toMatch(/data in .*dataverse\.sqlite are damaged.*Keep a copy.*--reset/);
      expect(said).not.toMatch(/^\s+at /m);
    }
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(existsSync(`${file}.owner`)).toBe(false);
  });
});

it("shows how it is used, with exit code 0", () => {
  expect(run(["--help"])).toMatchObject({ code: 0, said: expect.stringContaining("Usage: dataverse-sandbox") as unknown });
});
