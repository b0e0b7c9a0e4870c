import { readdirSync } from "node:fs";
import { join } from "node:path";
import { child, textAt } from "../../Solutions/build/xml";
import type { XmlElement } from "../../Solutions/build/xml";
import * as names from "../../shared/dataverse/names";
import { BUILD_TIMEOUT, columnsOf, descendants, english, ensureBuilt, listAt, packedParts, tablesOf, xmlPart } from "./builtSolution";

let customizations: XmlElement;
let tables: ReadonlyMap<string, XmlElement>;

beforeAll(async () => {
  await ensureBuilt();
  customizations = xmlPart(packedParts(true), "customizations.xml");
  tables = tablesOf(customizations);
}, BUILD_TIMEOUT);

/** What a table is called, and its columns, by the words that the product uses. */
type TableNames = Readonly<Record<string, string>>;

const FOLDER = join(__dirname, "../../shared/dataverse/names");
/** Every file of the folder: a new one is checked without anybody's help. */
const TABLES = readdirSync(FOLDER).map((file) => {
  const table = jest.requireActual<TableNames>(join(FOLDER, file));
  return [file.replace(".ts", ""), { ...table }] as const;
});

function entity(logicalName: string): XmlElement {
  const found = tables.get(logicalName);
  const info = found && child(found, "EntityInfo");
  const inner = info && child(info, "entity");
  if (!inner) throw new Error(`The solution has no table ${logicalName}`);
  return inner;
}

/** Value and English label of each option of a choice, or of the table's states or statuses. */
function options(list: readonly XmlElement[], value: (option: XmlElement) => string | undefined): Record<string, string> {
  return Object.fromEntries(list.map((option) => [value(option) ?? "", english(option, "labels").toLowerCase()]));
}

function choice(name: string): Record<string, string> {
  const found = listAt(customizations, "optionsets").find(({ attributes }) => attributes["Name"] === name);
  if (!found) throw new Error(`The solution has no choice ${name}`);
  return options(listAt(found, "options"), ({ attributes }) => attributes["value"]);
}

describe.each(TABLES)("%s", (_, { table = "", set, id, name, ...columns }) => {
  it("names a table of the solution and its set", () => {
    expect(textAt(entity(table), "EntitySetName")).toBe(set);
  });

  it("names its key and its primary column as such", () => {
    const present = tables.get(table);
    const found = present ? columnsOf(present) : new Map<string, XmlElement>();
    const mask = (column: string | undefined) => textAt(found.get(column ?? "") ?? entity(table), "DisplayMask").split("|");
    if (id !== undefined) expect(textAt(found.get(id) ?? entity(table), "Type")).toBe("primarykey");
    if (name !== undefined) expect(mask(name)).toContain("PrimaryName");
  });

  it.each(Object.entries(columns))("has the column that it calls %s: %s", (_, column) => {
    expect([...columnsOf(tables.get(table) ?? entity(table)).keys()]).toContain(column);
  });
});

it("has the values of the choices, under the words that the solution shows", () => {
  const byValue = (values: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(values).map(([word, value]) => [String(value), word]));
  expect(byValue(names.SESSION_STATUS)).toEqual(choice("msgn_sessionstatus"));
  expect(choice("msgn_direction")).toEqual(byValue({ inbound: names.INBOUND, outbound: names.OUTBOUND }));
  expect(byValue(names.DELIVERY_STATUS)).toEqual(choice("msgn_deliverystatus"));
  const { takenOver, givenBack, takenBack, ...kinds } = names.EVENT_KIND;
  const inWords = { "taken over": takenOver, "given back": givenBack, "taken back": takenBack };
  expect(byValue({ ...kinds, ...inWords })).toEqual(choice("msgn_eventkind"));
  const listed = (options: readonly string[], labels: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(options.map((option, at) => [String(names.FIRST_OPTION + at), labels[option] ?? option]));
  const corners = { "bottom-end": "bottom right", "bottom-start": "bottom left", "top-end": "top right", "top-start": "top left" };
  expect(listed(names.CORNERS, corners)).toEqual(choice("msgn_bubblecorner"));
  expect(listed(names.SIDES, { end: "right", start: "left" })).toEqual(choice("msgn_bubbleside"));
  expect(listed(names.FILTERS)).toEqual(choice("msgn_listfilter"));
  expect(listed(names.ORDERS, { longest: "longest waiting" })).toEqual(choice("msgn_listorder"));
  expect(listed(names.DENSITIES)).toEqual(choice("msgn_density"));
  expect(listed(names.OPEN_IN)).toEqual(choice("msgn_openin"));
});

it.each(TABLES)("has the states of %s: active, and inactive", (_, { table = "" }) => {
  const columns = columnsOf(tables.get(table) ?? entity(table));
  const states = listAt(columns.get("statecode") ?? entity(table), "optionset", "states");
  const statuses = listAt(columns.get("statuscode") ?? entity(table), "optionset", "statuses");
  const stateOf = (code: number) => statuses.find(({ attributes }) => attributes["value"] === String(code))?.attributes["state"];
  expect(states.map(({ attributes }) => attributes["value"]).sort()).toEqual(["0", "1"]);
  expect(stateOf(names.ACTIVE.statuscode)).toBe(String(names.ACTIVE.statecode));
  expect(stateOf(names.INACTIVE.statuscode)).toBe(String(names.INACTIVE.statecode));
});

it.each(Object.entries(names.PRIVILEGES))("has the privilege to %s, which a role of the solution gives: %s", (_, privilege) => {
  const given = listAt(customizations, "Roles").flatMap((role) => descendants(role, "RolePrivilege"));
  expect(given.map(({ attributes }) => attributes["name"])).toContain(privilege);
});

it("has the privileges that linking asks for: the product's own is given by a role, the others are those of contacts and accounts", () => {
  const { appendContactNumber, ...platforms } = names.LINK_PRIVILEGES;
  const given = listAt(customizations, "Roles").flatMap((role) => descendants(role, "RolePrivilege"));
  expect(given.map(({ attributes }) => attributes["name"])).toContain(appendContactNumber);
  expect(Object.values(platforms).sort()).toEqual(["prvAppendToAccount", "prvAppendToContact", "prvCreateContact"]);
});

it("knows which privileges giving a conversation away takes: SMS Agent has them", () => {
  const agent = listAt(customizations, "Roles").find(({ attributes }) => attributes["name"] === "SMS Agent");
  const granted = descendants(agent as XmlElement, "RolePrivilege").map(({ attributes }) => attributes["name"]);
  const { ofSession, besides, ofMessage } = names.GIVE_PRIVILEGES;
  expect(granted).toEqual(expect.arrayContaining([...ofSession, ...besides, ofMessage]));
});

it("says of SMS Agent's privileges, for the diagnostics, which ones the start needs and which ones the work: all that the role has, but for the files of messages", () => {
  const agent = listAt(customizations, "Roles").find(({ attributes }) => attributes["name"] === "SMS Agent");
  const granted = descendants(agent as XmlElement, "RolePrivilege").flatMap(({ attributes }) => attributes["name"] ?? []);
  const told: readonly string[] = [...names.START_PRIVILEGES, ...names.WORK_PRIVILEGES];
  expect([...told].sort()).toEqual(granted.filter((name) => !name.endsWith("Note")).sort());
});

it("knows what the role for pictures grants", () => {
  const pictures = listAt(customizations, "Roles").find(({ attributes }) => attributes["name"] === "SMS Pictures");
  const granted = descendants(pictures as XmlElement, "RolePrivilege").map(({ attributes }) => attributes["name"]);
  expect(granted).toEqual([names.PICTURES_PRIVILEGE]);
});

it("knows what the solution is called", () => {
  const manifest = xmlPart(packedParts(true), "solution.xml");
  expect(textAt(manifest, "SolutionManifest", "UniqueName")).toBe(names.SOLUTION);
});

it("leaves no name of the product unchecked", () => {
  const checked = [
    "SESSION_STATUS",
    "INBOUND",
    "OUTBOUND",
    "DELIVERY_STATUS",
    "EVENT_KIND",
    "FIRST_OPTION",
    "CORNERS",
    "SIDES",
    "FILTERS",
    "ORDERS",
    "DENSITIES",
    "OPEN_IN",
    "ACTIVE",
    "INACTIVE",
    "PRIVILEGES",
    "LINK_PRIVILEGES",
    "GIVE_PRIVILEGES",
    "PICTURES_PRIVILEGE",
    "SOLUTION",
    "START_PRIVILEGES",
    "WORK_PRIVILEGES",
  ];
  const values = Object.entries(names).flatMap(([constant, value]) => (typeof value === "function" ? [] : [constant]));
  expect(values.sort()).toEqual(checked.sort());
  expect(TABLES.map(([, { table }]) => table).sort()).toEqual([...tables.keys()].sort());
});

it("spells a lookup as the Web API does, read and written", () => {
  expect([names.lookupValue("msgn_sessionid"), names.bound("msgn_sessionid")]).toEqual([
    "_msgn_sessionid_value",
    "msgn_sessionid@odata.bind",
  ]);
});
