import { existsSync, readFileSync } from "node:fs";
import { openUninstaller, removalLines } from "../../server/lifecycle";
import { unmanaged } from "../fixture/edited";
import { helpDesk } from "../fixture/helpDesk";
import { rowsOf } from "./dataOnDisk";
import { Data, fillWithTicket, withCampaign, zipOf } from "./solutions";

let data: Data;
beforeEach(() => {
  data = new Data();
});
afterEach(() => data.remove());

function fill(zip: Uint8Array): void {
  const dataverse = data.open(zip);
  fillWithTicket(dataverse);
  dataverse.close();
}

function uninstall(): void {
  const uninstaller = openUninstaller(data.file);
  uninstaller.remove();
  uninstaller.close();
}

it("lists what goes before it goes: tables with their rows, roles, web resources, control, app, command", () => {
  fill(zipOf("51.1.0.0"));
  const uninstaller = openUninstaller(data.file);
  const lines = uninstaller.removals.flatMap(removalLines).join("\n");
  uninstaller.close();
  expect(lines).toMatch(/^HelpDesk 51\.1\.0\.0 goes/);
  for (const table of ["setting", "customernumber", "ticket", "note", "bookmark", "preference"]) {
    expect(lines).toMatch(
      new RegExp(`table sample_${table} \\(.+\\): ${["customernumber", "ticket", "note"].includes(table) ? "1 row$" : "0 rows$"}`, "m"),
    );
  }
  expect(lines).toMatch(/roles: Ticket Administrator, Ticket Agent, Ticket Intake, Own rows/);
  expect(lines).toContain("sample_/desk.js");
  expect(lines).toContain("controls: sample_HelpDesk.TicketCard");
  expect(lines).toContain("apps: sample_HelpDesk");
  expect(lines).toContain("commands: sample.ApplicationRibbon.Tickets.Button");
  // Listing removes nothing.
  expect(data.read("SELECT * FROM sample_note")).toHaveLength(1);
});

it("leaves nothing behind of what came with the solution", () => {
  fill(helpDesk);
  uninstall();
  const rest = data.everything();
  for (const trace of ["sample_", "HelpDesk", "Ticket Agent", "Ticket Administrator", "Hello, is it open"])
    expect(rest).not.toContain(trace);
  // Not in the file's free pages either.
  expect(readFileSync(data.file).includes("Hello, is it open")).toBe(false);
  expect(readFileSync(data.file).includes("sample_")).toBe(false);
});

it("leaves no copy of a role behind in a business unit, nor who had it", () => {
  const dataverse = data.open(helpDesk);
  const unit = dataverse.asSystem({
    method: "POST",
    path: "businessunits",
    headers: {},
    body: { name: "Repairs", "parentbusinessunitid@odata.bind": `/businessunits(${dataverse.ids.businessUnit})` },
  });
  expect(unit.status).toBe(204);
  const copies = () => data.read("SELECT roleid FROM role WHERE parentrootroleid IS NOT NULL AND name = 'Ticket Agent'");
  dataverse.close();
  expect(copies()).not.toEqual([]);
  uninstall();
  expect(copies()).toEqual([]);
  expect(data.read("SELECT * FROM systemuserroles WHERE roleid NOT IN (SELECT roleid FROM role)")).toEqual([]);
});

it("gives whoever is configured with a role of the solution that role again, once it is imported again", () => {
  const pairs = () =>
    ["systemuserroles", "teamroles", "appmoduleroles"].map((table) =>
      data.read(`SELECT * FROM ${table} ORDER BY 1`).map((pair) => ({ ...pair, versionnumber: null })),
    );
  data.import(helpDesk);
  const before = pairs();
  uninstall();
  expect(pairs()).not.toEqual(before);
  data.import(helpDesk);
  expect(pairs()).toEqual(before);
});

it("keeps the platform's tables and rows", () => {
  fill(helpDesk);
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

it("takes along what an update had left in place", () => {
  fill(zipOf("51.1.0.0", withCampaign));
  data.import(zipOf("51.1.0.0"));
  uninstall();
  expect(data.everything()).not.toContain("campaign");
});

it("lets the solution be imported again, in an older version too, with its tables empty", () => {
  fill(zipOf("51.1.0.0"));
  uninstall();
  const dataverse = data.open(zipOf("51.0.0.0"));
  expect(dataverse.imported[0]?.kind).toBe("installed");
  expect(rowsOf(dataverse, "sample_notes")).toEqual([]);
  expect(rowsOf(dataverse, "contacts")).toHaveLength(1);
  fillWithTicket(dataverse);
  dataverse.close();
});

it("refuses an unmanaged solution, whose components Dataverse would leave in place", () => {
  data.import(unmanaged(helpDesk));
  expect(() => openUninstaller(data.file)).toThrow(/unmanaged.*--reset/);
  // The data are free again.
  expect(data.read("SELECT * FROM sample_note")).toEqual([]);
});

it("says so where there is nothing to uninstall", () => {
  expect(() => openUninstaller(data.file)).toThrow(/no solution in .*nothing to uninstall/);
  expect(existsSync(data.file)).toBe(false);
  data.import(helpDesk);
  uninstall();
  expect(() => openUninstaller(data.file)).toThrow(/nothing to uninstall/);
});

it("refuses while a sandbox uses the data", () => {
  const dataverse = data.open(helpDesk);
  expect(() => openUninstaller(data.file)).toThrow(/Another sandbox/);
  dataverse.close();
});
