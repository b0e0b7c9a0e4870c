import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Column, SolutionModel, Table } from "../../../sandbox/model";
import { StorageError } from "../../../sandbox/server/dataverse";
import { Bench, model, rowsOf } from "./sandbox";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-engine-"));
  file = join(folder, "data", "dataverse.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function change(of: SolutionModel, name: string, edit: (table: Table) => Table): SolutionModel {
  return { ...of, tables: of.tables.map((table) => (table.logicalName === name ? edit(table) : table)) };
}

function withColumns(table: Table, edit: (columns: readonly Column[]) => readonly Column[]): Table {
  return { ...table, columns: edit(table.columns) };
}

const numbers = (bench: Bench): unknown[] =>
  rowsOf(bench.ask("ana", "GET", "msgn_contactnumbers?$orderby=createdon")).map((row) => row["msgn_phonenumber"]);

it("keeps rows and etags from start to start", async () => {
  const first = await Bench.start(file);
  expect(first.dataverse.isNew).toBe(true);
  const { sessionId } = first.session();
  const etag = first.etag(`msgn_sessions(${sessionId})`);
  first.close();
  const second = await Bench.start(file);
  expect(second.dataverse.isNew).toBe(false);
  expect(second.etag(`msgn_sessions(${sessionId})`)).toBe(etag);
  second.ask("ana", "PATCH", `msgn_sessions(${sessionId})`, { body: { msgn_name: "x" } });
  expect(Number(/\d+/.exec(second.etag(`msgn_sessions(${sessionId})`))?.[0])).toBeGreaterThan(Number(/\d+/.exec(etag)?.[0]));
  second.close();
});

it("loses nothing that was acknowledged when its process is killed, and starts again on what that left behind", async () => {
  const tsx = createRequire(__filename).resolve("tsx/cli");
  const child = spawn(process.execPath, [tsx, join(__dirname, "writer.ts"), file], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new Error("The writer ended by itself.")));
    child.stdout.on("data", (data: Buffer) => {
      printed += data.toString();
      if (printed.split("\n").length > 30) resolve();
    });
  });
  // tsx runs the script in a process of its own: the one that owns the data is the one to kill.
  const owner = (JSON.parse(readFileSync(`${file}.owner`, "utf8")) as { pid: number }).pid;
  child.removeAllListeners("exit");
  const ended = new Promise((resolve) => child.once("close", resolve));
  process.kill(owner, "SIGKILL");
  await ended;
  const last = Math.max(...printed.split("\n").slice(0, -1).map(Number));
  const bench = await Bench.start(file);
  const kept = new Set(numbers(bench));
  expect([...Array(last + 1).keys()].filter((number) => !kept.has(`+${number}`))).toEqual([]);
  bench.close();
  expect(existsSync(`${file}.owner`)).toBe(false);
}, 60_000);

it("refuses a second sandbox on the same data with a clear message, and leaves the first one alone", async () => {
  const first = await Bench.start(file);
  await expect(Bench.start(file)).rejects.toThrow(StorageError);
  await expect(Bench.start(file)).rejects.toThrow(/SANDBOX_DATA/);
  first.session();
  expect(numbers(first)).toHaveLength(1);
  first.close();
  (await Bench.start(file)).close();
});

it("clears away the lock of a process that is gone", async () => {
  (await Bench.start(file)).close();
  writeFileSync(`${file}.owner`, JSON.stringify({ pid: 2 ** 30 }));
  mkdirSync(`${file}.lock`);
  (await Bench.start(file)).close();
  writeFileSync(`${file}.owner`, "not json");
  (await Bench.start(file)).close();
});

it("refuses a file that is no database", async () => {
  mkdirSync(join(folder, "data"));
  writeFileSync(file, "x".repeat(5000));
  await expect(Bench.start(file)).rejects.toThrow(/cannot be opened.*--reset/);
  expect(existsSync(`${file}.owner`)).toBe(false);
});

describe("a newer solution on the same data", () => {
  it("keeps rows and adds columns", async () => {
    const first = await Bench.start(file);
    first.session();
    first.close();
    const added: Column = {
      logicalName: "msgn_new",
      type: "string",
      labels: {},
      descriptions: {},
      required: "none",
      readOnly: false,
      maxLength: 10,
    };
    const newer = change({ ...(await model()), version: "9.0.0.0" }, "msgn_contactnumber", (table) =>
      withColumns(table, (all) => [...all, added]),
    );
    const second = await Bench.start(file, newer);
    expect(rowsOf(second.ask("ana", "GET", "msgn_contactnumbers"))).toMatchObject([{ msgn_phonenumber: "+15550100", msgn_new: null }]);
    second.close();
    await expect(Bench.start(file)).rejects.toThrow(/older/);
  });

  it("is refused when a column changed its type", async () => {
    (await Bench.start(file)).close();
    const changed = change(await model(), "msgn_message", (table) =>
      withColumns(table, (all) => all.map((one) => (one.logicalName === "msgn_body" ? { ...one, type: "integer" as const } : one))),
    );
    await expect(Bench.start(file, changed)).rejects.toThrow(/msgn_body.*integer.*memo/);
    (await Bench.start(file)).close();
  });

  it("is refused when rows break a new key", async () => {
    const first = await Bench.start(file);
    first.session("+1", { msgn_name: "same" });
    first.session("+2", { msgn_name: "same" });
    first.close();
    const keyed = change(await model(), "msgn_session", (table) => ({
      ...table,
      keys: [...table.keys, { name: "by_name", columns: ["msgn_name"] }],
    }));
    await expect(Bench.start(file, keyed)).rejects.toThrow(/not unique in msgn_name/);
    const second = await Bench.start(file);
    expect(numbers(second)).toHaveLength(2);
    second.close();
  });
});

it("names the role that nobody has", async () => {
  await expect(Bench.start(":memory:", { ...(await model()), roles: [] })).rejects.toThrow(/ana@sandbox\.example.*"SMS Agent"/);
});

it("closes twice without a word", async () => {
  const bench = await Bench.start(file);
  bench.close();
  bench.close();
});
