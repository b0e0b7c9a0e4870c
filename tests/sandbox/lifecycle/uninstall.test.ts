import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openUninstaller, removalLines } from "../../../sandbox/server/lifecycle";
import { edited, packedSolution } from "../solution/packed";
import { converse, Data, rowsOf, withCampaign, zipOf } from "./solutions";

let data: Data;
beforeEach(() => {
  data = new Data();
});
afterEach(() => data.remove());

function fill(zip: Uint8Array): void {
  const dataverse = data.open(zip);
  converse(dataverse);
  dataverse.close();
}

function uninstall(): void {
  const uninstaller = openUninstaller(data.file);
  uninstaller.remove();
  uninstaller.close();
}

it("lists what goes before it goes: tables with their rows, roles, web resources, control, app, command", async () => {
  fill(await zipOf("51.1.0.0"));
  const uninstaller = openUninstaller(data.file);
  const lines = uninstaller.removals.flatMap(removalLines).join("\n");
  uninstaller.close();
  expect(lines).toMatch(/^MessageNotification 51\.1\.0\.0 goes/);
  for (const table of ["configuration", "contactnumber", "session", "message", "dismissal", "agentsetting"]) {
    expect(lines).toMatch(
      new RegExp(`table msgn_${table} \\(.+\\): ${["contactnumber", "session", "message"].includes(table) ? "1 row$" : "0 rows$"}`, "m"),
    );
  }
  expect(lines).toMatch(/roles: SMS Administrator, SMS Agent, SMS Gateway/);
  expect(lines).toContain("msgn_/launcher.js");
  expect(lines).toContain("controls: msgn_MessageNotification.MessageBubble");
  expect(lines).toContain("apps: msgn_MessageNotification");
  expect(lines).toContain("commands: msgn.ApplicationRibbon.Messages.Button");
  // Listing removes nothing.
  expect(data.read("SELECT * FROM msgn_message")).toHaveLength(1);
});

it("leaves nothing behind of what came with the solution", async () => {
  fill(await packedSolution());
  uninstall();
  const rest = data.everything();
  for (const trace of ["msgn", "MessageNotification", "SMS Agent", "SMS Administrator", "Hello, is it open"])
    expect(rest).not.toContain(trace);
  // Not in the file's free pages either.
  expect(readFileSync(data.file).includes("Hello, is it open")).toBe(false);
  expect(readFileSync(data.file).includes("msgn_")).toBe(false);
});

it("keeps the platform's tables and rows", async () => {
  fill(await packedSolution());
  const before = ["contact", "systemuser", "team", "teammembership", "businessunit", "organization"].map((table) =>
    data.read(`SELECT * FROM ${table}`),
  );
  uninstall();
  const after = ["contact", "systemuser", "team", "teammembership", "businessunit", "organization"].map((table) =>
    data.read(`SELECT * FROM ${table}`),
  );
  expect(after).toEqual(before);
  expect(data.read("SELECT name FROM role ORDER BY name")).toEqual([{ name: "Basic User" }, { name: "System Administrator" }]);
});

it("takes along what an update had left in place", async () => {
  fill(await zipOf("51.1.0.0", withCampaign));
  data.import(await zipOf("51.1.0.0"));
  uninstall();
  expect(data.everything()).not.toContain("campaign");
});

it("lets the solution be imported again, in an older version too, with its tables empty", async () => {
  fill(await zipOf("51.1.0.0"));
  uninstall();
  const dataverse = data.open(await zipOf("51.0.0.0"));
  expect(dataverse.imported.kind).toBe("installed");
  expect(rowsOf(dataverse, "msgn_messages")).toEqual([]);
  expect(rowsOf(dataverse, "contacts")).toHaveLength(1);
  converse(dataverse);
  dataverse.close();
});

it("refuses an unmanaged solution, whose components Dataverse would leave in place", async () => {
  data.import(edited(await packedSolution(), { "solution.xml": (text) => text.replace("<Managed>1<", "<Managed>0<") }));
  expect(() => openUninstaller(data.file)).toThrow(/unmanaged.*--reset/);
  // The data are free again.
  expect(data.read("SELECT * FROM msgn_message")).toEqual([]);
});

it("says so where there is nothing to uninstall", async () => {
  expect(() => openUninstaller(data.file)).toThrow(/no solution in .*nothing to uninstall/);
  expect(existsSync(data.file)).toBe(false);
  data.import(await packedSolution());
  uninstall();
  expect(() => openUninstaller(data.file)).toThrow(/nothing to uninstall/);
});

it("refuses while a sandbox uses the data", async () => {
  const dataverse = data.open(await packedSolution());
  expect(() => openUninstaller(data.file)).toThrow(/Another sandbox/);
  dataverse.close();
});

describe("npm start -- --uninstall", () => {
  const root = path.join(__dirname, "..", "..", "..");
  const start = (folder: string, ...args: string[]): { readonly code: number | null; readonly out: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", path.join(root, "sandbox", "start.ts"), ...args], {
      cwd: root,
      env: { ...process.env, PORT: "0", SANDBOX_DATA: folder },
      encoding: "utf8",
    });
    return { code: status, out: stdout + stderr };
  };

  it("lists, removes and ends, without building or serving anything; the next start begins with new sessions", async () => {
    fill(await packedSolution());
    const beginning = path.join(data.folder, "beginning.json");
    writeFileSync(beginning, '{"began":"demonstration"}');
    const done = start(data.folder, "--uninstall");
    expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/table msgn_message \(Messages\): 1 row[^]*Removed\./) as string });
    expect(done.out).not.toContain("Sandbox ready");
    expect(data.everything()).not.toContain("msgn");
    expect(existsSync(beginning)).toBe(false);
    expect(start(data.folder, "--uninstall")).toMatchObject({ code: 1, out: expect.stringMatching(/nothing to uninstall/) as string });
  }, 60_000);

  it("says what is wrong, where it makes no sense", () => {
    expect(start(":memory:", "--uninstall")).toMatchObject({ code: 1, out: expect.stringContaining(":memory:") as string });
    expect(start(data.folder, "--uninstall", "--reset").out).toMatch(/no other option/);
  }, 60_000);
});
