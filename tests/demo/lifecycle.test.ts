/** The packed solution through its life in the sandbox: import, upgrade, removal. The sandbox's own tests do the same with a solution of theirs. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openUninstaller, removalLines } from "../../sandbox/server/lifecycle";
import { importSolution } from "../../sandbox/server/solution";
import { edited } from "../../sandbox/tests/fixture/edited";
import { packedSolution } from "../packed";
import { rowsOf } from "../../sandbox/tests/lifecycle/dataOnDisk";
import { Data } from "./data";

const root = path.join(__dirname, "..", "..");

let zip: Uint8Array;
let data: Data;
beforeAll(async () => {
  zip = await packedSolution();
});
beforeEach(() => {
  data = new Data();
});
afterEach(() => data.remove());

const withVersion = (version: string): Uint8Array =>
  edited(zip, { "solution.xml": (text) => text.replace(/<Version>[^<]*<\/Version>/, `<Version>${version}</Version>`) });

function uninstall(): void {
  const uninstaller = openUninstaller(data.file);
  uninstaller.remove();
  uninstaller.close();
}

describe("the packed solution", () => {
  it("is imported whole: nothing in it is left out", () => {
    const { model, leftOut, missing } = importSolution(zip);
    expect({ leftOut, missing }).toEqual({ leftOut: [], missing: [] });
    expect(model).toMatchObject({ uniqueName: "MessageNotification", managed: true });
    expect(model.tables.map((table) => table.logicalName).filter((name) => !name.startsWith("msgn_"))).toEqual([]);
  });

  it("stays in step with the packed manifest's own version", () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
    expect(importSolution(zip).model.version).toBe(`${version}.0`);
  });

  it("keeps every row, with its etag, when a newer zip of it is imported", () => {
    data.fill(withVersion("51.0.0.0"));
    const tables = ["msgn_contactnumbers", "msgn_sessions", "msgn_messages", "contacts"];
    const older = data.open(withVersion("51.0.0.0"));
    const before = tables.map((table) => rowsOf(older, table));
    older.close();
    const newer = data.open(withVersion("51.1.0.0"));
    expect(newer.imported[0]).toMatchObject({ kind: "upgraded", from: "51.0.0.0", version: "51.1.0.0", removed: [] });
    expect(tables.map((table) => rowsOf(newer, table))).toEqual(before);
    newer.close();
  });
});

/** Leaves a note at a row of a table. */
function noteAt(table: string): void {
  const engine = data.open(zip);
  const [row] = rowsOf(engine, `${table}s`) as readonly Record<string, string>[];
  const body = { subject: `At ${table}`, [`objectid_${table}@odata.bind`]: `/${table}s(${row?.[`${table}id`] ?? ""})` };
  expect(engine.asSystem({ method: "POST", path: "annotations", body }).status).toBe(204);
  engine.close();
}

describe("removing the packed solution", () => {
  it("lists what goes before it goes: tables with their rows, roles, web resources, control, app, command", () => {
    data.fill(withVersion("51.1.0.0"));
    const uninstaller = openUninstaller(data.file);
    const lines = uninstaller.removals.flatMap(removalLines).join("\n");
    uninstaller.close();
    expect(lines).toMatch(/^MessageNotification 51\.1\.0\.0 goes/);
    for (const table of ["configuration", "contactnumber", "session", "message", "dismissal", "agentsetting"]) {
      const rows = ["contactnumber", "session", "message"].includes(table) ? "1 row$" : "0 rows$";
      expect(lines).toMatch(new RegExp(`table msgn_${table} \\(.+\\): ${rows}`, "m"));
    }
    expect(lines).toMatch(/roles: SMS Administrator, SMS Agent, SMS Gateway, SMS Pictures/);
    expect(lines).toContain("msgn_/launcher.js");
    expect(lines).toMatch(/controls: .*msgn_MessageNotification\.MessageBubble/);
    // A table of the platform's, where tables of the solution have notes.
    expect(lines).not.toContain("annotation");
    expect(lines).toContain("apps: msgn_MessageNotification");
    expect(lines).toContain("commands: msgn.ApplicationRibbon.Messages.Button");
    // Listing removes nothing.
    expect(data.read("SELECT * FROM msgn_message")).toHaveLength(1);
  });

  it("leaves nothing behind of what came with the solution", () => {
    data.fill(zip);
    noteAt("msgn_message");
    noteAt("contact");
    uninstall();
    expect(data.read("SELECT subject FROM annotation")).toEqual([{ subject: "At contact" }]);
    const rest = data.everything();
    for (const trace of ["msgn", "MessageNotification", "SMS Agent", "SMS Administrator", "SMS Pictures", "Hello, is it open"])
      expect(rest).not.toContain(trace);
    // Not in the file's free pages either.
    expect(readFileSync(data.file).includes("Hello, is it open")).toBe(false);
    expect(readFileSync(data.file).includes("msgn_")).toBe(false);
  });
});

describe("npm start -- --uninstall", () => {
  const start = (folder: string, ...args: string[]): { readonly code: number | null; readonly out: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", path.join(root, "demo", "start.ts"), ...args], {
      cwd: root,
      env: { ...process.env, PORT: "0", SANDBOX_DATA: folder },
      encoding: "utf8",
    });
    return { code: status, out: stdout + stderr };
  };

  it("lists, asks, removes and ends, without building or serving anything; the next start begins with new sessions", () => {
    data.fill(zip);
    const beginning = path.join(data.folder, "beginning.json");
    writeFileSync(beginning, '{"began":"demonstration"}');
    const asked = start(data.folder, "--uninstall");
    expect(asked).toMatchObject({
      code: 1,
      out: expect.stringMatching(/Message[^]*Nothing was removed: there is no terminal[^]*--yes/) as string,
    });
    expect(data.everything()).toContain("msgn");
    const done = start(data.folder, "--uninstall", "--yes");
    expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/table msgn_message \(Messages\): 1 row[^]*Removed\./) as string });
    expect(done.out).not.toContain("Sandbox ready");
    expect(data.everything()).not.toContain("msgn");
    expect(existsSync(beginning)).toBe(false);
    expect(start(data.folder, "--uninstall", "--yes")).toMatchObject({
      code: 1,
      out: expect.stringMatching(/nothing to uninstall/) as string,
    });
  }, 60_000);

  it("says what is wrong, where it makes no sense", () => {
    expect(start(":memory:", "--uninstall")).toMatchObject({ code: 1, out: expect.stringContaining(":memory:") as string });
    expect(start(data.folder, "--uninstall", "--reset").out).toMatch(/no other option/);
  }, 60_000);
});
