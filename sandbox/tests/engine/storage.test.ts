import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Column, SolutionModel, Table } from "../../model";
import { StorageError } from "../../server/dataverse";
import { Database } from "../../server/dataverse/storage/database";
import { Bench, model, rowsOf } from "./bench";

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
  rowsOf(bench.ask("kim", "GET", "sample_customernumbers?$orderby=createdon")).map((row) => row["sample_phonenumber"]);

it("keeps rows and etags from start to start", () => {
  const first = Bench.start(file);
  expect(first.dataverse.isNew).toBe(true);
  const { ticketId } = first.ticket();
  const etag = first.etag(`sample_tickets(${ticketId})`);
  first.close();
  const second = Bench.start(file);
  expect(second.dataverse.isNew).toBe(false);
  expect(second.etag(`sample_tickets(${ticketId})`)).toBe(etag);
  second.ask("kim", "PATCH", `sample_tickets(${ticketId})`, { body: { sample_name: "x" } });
  expect(Number(/\d+/.exec(second.etag(`sample_tickets(${ticketId})`))?.[0])).toBeGreaterThan(Number(/\d+/.exec(etag)?.[0]));
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
  const bench = Bench.start(file);
  const kept = new Set(numbers(bench));
  expect([...Array(last + 1).keys()].filter((number) => !kept.has(`+${number}`))).toEqual([]);
  bench.close();
  expect(existsSync(`${file}.owner`)).toBe(false);
}, 60_000);

it("refuses a second sandbox on the same data with a clear message, and leaves the first one alone", () => {
  const first = Bench.start(file);
  expect(() => Bench.start(file)).toThrow(StorageError);
  expect(() => Bench.start(file)).toThrow(/SANDBOX_DATA/);
  first.ticket();
  expect(numbers(first)).toHaveLength(1);
  first.close();
  Bench.start(file).close();
});

it("clears away the lock of a process that is gone", () => {
  Bench.start(file).close();
  writeFileSync(`${file}.owner`, JSON.stringify({ pid: 2 ** 30 }));
  mkdirSync(`${file}.lock`);
  Bench.start(file).close();
  writeFileSync(`${file}.owner`, "not json");
  Bench.start(file).close();
});

it("refuses a file that is no database", () => {
  mkdirSync(join(folder, "data"));
  writeFileSync(file, "x".repeat(5000));
  expect(() => Bench.start(file)).toThrow(/cannot be opened.*--reset/);
  expect(existsSync(`${file}.owner`)).toBe(false);
});

it("refuses a file with a damaged page, says what to do, and leaves it as it was", () => {
  const first = Bench.start(file);
  for (let number = 0; number < 300; number += 1) first.ticket(`+${number}`);
  first.close();
  const bytes = readFileSync(file);
  const middle = 4096 * Math.floor(bytes.length / 8192);
  bytes.fill(0xff, middle, middle + 4096);
  writeFileSync(file, bytes);
  expect(() => Bench.start(file)).toThrow(StorageError);
  expect(() => Bench.start(file)).toThrow(/are damaged.*Keep a copy.*--reset.*SANDBOX_DATA/);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(existsSync(`${file}.owner`)).toBe(false);
});

it("answers in words when the disk is full, does nothing by halves, and goes on when there is room", () => {
  const database = Database.open(file);
  database.exec("CREATE TABLE t (a TEXT)");
  const fill = (): void => {
    database.transaction(() => {
      for (let row = 0; row < 1000; row += 1) database.run("INSERT INTO t VALUES (?)", ["x".repeat(100)]);
    });
  };
  const rows = (): unknown => database.get("SELECT count(*) AS n FROM t")?.["n"];
  fill();
  // SQLite's own limit stands for the disk's: it fails at the same place, with the same error as a full disk on other systems.
  const pages = Number(database.get("PRAGMA page_count")?.["page_count"]);
  database.exec(`PRAGMA max_page_count = ${pages + 5}`);
  expect(fill).toThrow(StorageError);
  expect(fill).toThrow(/the disk is full.*Nothing that was answered before is lost.*Make room/);
  expect(rows()).toBe(1000);
  database.exec(`PRAGMA max_page_count = ${pages + 1000}`);
  fill();
  expect(rows()).toBe(2000);
  database.close();
});

describe("a newer solution on the same data", () => {
  it("keeps rows and adds columns", () => {
    const first = Bench.start(file);
    first.ticket();
    first.close();
    const added: Column = {
      logicalName: "sample_new",
      type: "string",
      labels: {},
      descriptions: {},
      required: "none",
      readOnly: false,
      maxLength: 10,
    };
    const newer = change({ ...model, version: "9.0.0.0" }, "sample_customernumber", (table) =>
      withColumns(table, (all) => [...all, added]),
    );
    const second = Bench.start(file, newer);
    expect(rowsOf(second.ask("kim", "GET", "sample_customernumbers"))).toMatchObject([
      { sample_phonenumber: "+4930100", sample_new: null },
    ]);
    second.close();
    expect(() => Bench.start(file)).toThrow(/older/);
  });

  it("is refused when a column changed its type", () => {
    Bench.start(file).close();
    const changed = change(model, "sample_note", (table) =>
      withColumns(table, (all) => all.map((one) => (one.logicalName === "sample_text" ? { ...one, type: "integer" as const } : one))),
    );
    expect(() => Bench.start(file, changed)).toThrow(/sample_text.*integer.*memo/);
    Bench.start(file).close();
  });

  it("is refused when rows break a new key", () => {
    const first = Bench.start(file);
    first.ticket("+1", { sample_name: "same" });
    first.ticket("+2", { sample_name: "same" });
    first.close();
    const keyed = change(model, "sample_ticket", (table) => ({
      ...table,
      keys: [...table.keys, { name: "by_name", columns: ["sample_name"] }],
    }));
    expect(() => Bench.start(file, keyed)).toThrow(/not unique in sample_name/);
    const second = Bench.start(file);
    expect(numbers(second)).toHaveLength(2);
    second.close();
  });
});

it("names the role that nobody has", () => {
  expect(() => Bench.start(":memory:", { ...model, roles: [] })).toThrow(/kim@sandbox\.example.*"Ticket Agent"/);
});

it("closes twice without a word", () => {
  const bench = Bench.start(file);
  bench.close();
  bench.close();
});
