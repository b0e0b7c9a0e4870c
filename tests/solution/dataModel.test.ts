import { child, textAt } from "../../Solutions/build/xml";
import type { XmlElement } from "../../Solutions/build/xml";
import { BUILD_TIMEOUT, columnsOf, english, ensureBuilt, listAt, packedParts, tablesOf, xmlPart } from "./builtSolution";
import { KEYS, OWN_COLUMNS } from "./ownColumns";

let customizations: XmlElement;
let tables: ReadonlyMap<string, XmlElement>;

beforeAll(async () => {
  await ensureBuilt();
  customizations = xmlPart(packedParts(true), "customizations.xml");
  tables = tablesOf(customizations);
}, BUILD_TIMEOUT);

/** What a column is, in one line: type, then what limits it. */
function describeColumn(column: XmlElement): string {
  const text = (name: string): string => textAt(column, name);
  const limits: Record<string, () => string> = {
    nvarchar: () => `${text("Format")} ${text("MaxLength")}`,
    ntext: () => text("MaxLength"),
    int: () => `${text("MinValue")}..${text("MaxValue")}`,
    bit: () => (text("AppDefaultValue") === "1" ? "yes" : "no"),
    picklist: () => `${text("OptionSetName")} ${text("AppDefaultValue")}`,
    // 1 = UserLocal
    datetime: () => `${text("Format")} ${text("Behavior")}`,
  };
  const primary = text("DisplayMask").split("|").includes("PrimaryName") ? "primary" : "";
  const required = text("RequiredLevel") === "required" ? "required" : "";
  return [text("Type"), limits[text("Type")]?.() ?? "", primary, required].filter(Boolean).join(" ");
}

const NAMES = Object.keys(OWN_COLUMNS);

function table(name: string): XmlElement {
  const found = tables.get(name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

const info = (name: string): XmlElement => child(child(table(name), "EntityInfo") as XmlElement, "entity") as XmlElement;

it("has the eight tables of the data model, and no other", () => {
  expect([...tables.keys()].sort()).toEqual([...NAMES].sort());
});

describe.each(NAMES)("%s", (name) => {
  it("has the columns of the data model, each described", () => {
    const own = [...columnsOf(table(name))].filter(([, column]) => textAt(column, "IsCustomField") === "1");
    expect(Object.fromEntries(own.map(([column, xml]) => [column, describeColumn(xml)]))).toEqual(OWN_COLUMNS[name]);
    expect(own.filter(([, xml]) => english(xml, "displaynames") === "" || english(xml, "Descriptions") === "")).toEqual([]);
  });

  it("has its alternate key, which upserts rely on, where somebody else than its owner finds its rows", () => {
    const keys = listAt(info(name), "EntityKeys").map((key) => [
      textAt(key, "LogicalName"),
      listAt(key, "EntityKeyAttributes").map((column) => column.text),
    ]);
    expect(Object.fromEntries(keys)).toEqual(KEYS[name]);
  });

  it("uses its lower-case name as schema name and the plural of it as entity set name", () => {
    expect(info(name).attributes["Name"]).toBe(name);
    expect(textAt(info(name), "EntitySetName")).toBe(`${name}s`);
    expect(
      [...columnsOf(table(name)).values()]
        .filter(({ attributes }) => attributes["PhysicalName"]?.startsWith("msgn_"))
        .map((column) => column.attributes["PhysicalName"]),
    ).toEqual(expect.arrayContaining([`${name}id`, ...Object.keys(OWN_COLUMNS[name] ?? {})]));
  });

  it("is owned by users where a row has an owner, else by the organization", () => {
    const organization = ["msgn_configuration", "msgn_contactnumber", "msgn_template"].includes(name);
    expect(textAt(info(name), "OwnershipTypeMask")).toBe(organization ? "OrgOwned" : "UserOwned");
    expect(columnsOf(table(name)).has("ownerid")).toBe(!organization);
  });

  it("is active (status 1) or inactive (status 2)", () => {
    const options = (column: string, list: string, key: string): string[] => {
      const xml = columnsOf(table(name)).get(column);
      return listAt(xml as XmlElement, "optionset", list).map(({ attributes }) => `${attributes["value"] ?? ""}:${attributes[key] ?? ""}`);
    };
    expect(options("statecode", "states", "defaultstatus")).toEqual(["0:1", "1:2"]);
    expect(options("statuscode", "statuses", "state")).toEqual(["1:0", "2:1"]);
  });

  it("has an icon of its own", () => {
    expect(textAt(info(name), "IconVectorName")).toBe(`msgn_/icons/${name}.svg`);
  });
});

it("has the ten choices with values of the publisher's range", () => {
  const choices = listAt(customizations, "optionsets").map((choice) => [
    choice.attributes["Name"],
    listAt(choice, "options").map((option) => `${option.attributes["value"] ?? ""} ${english(option, "labels")}`),
  ]);
  expect(Object.fromEntries(choices)).toEqual({
    msgn_bubblecorner: ["864500000 Bottom right", "864500001 Bottom left", "864500002 Top right", "864500003 Top left"],
    msgn_bubbleside: ["864500000 Right", "864500001 Left"],
    msgn_density: ["864500000 Compact", "864500001 Roomy"],
    msgn_listfilter: ["864500000 All", "864500001 New", "864500002 Mine", "864500003 Waiting"],
    msgn_listorder: ["864500000 Newest", "864500001 Longest waiting"],
    msgn_direction: ["864500000 Inbound", "864500001 Outbound"],
    msgn_sessionstatus: ["864500000 New", "864500001 Accepted"],
    msgn_deliverystatus: [
      "864500000 Queued",
      "864500001 Sending",
      "864500002 Sent",
      "864500003 Delivered",
      "864500004 Failed",
      "864500005 Unconfirmed",
    ],
    msgn_eventkind: [
      "864500000 Accepted",
      "864500001 Taken Over",
      "864500002 Given Back",
      "864500003 Closed",
      "864500004 Reopened",
      "864500005 Given",
      "864500006 Taken Back",
    ],
    msgn_openin: ["864500000 Pane", "864500001 Page"],
  });
});

it("relates the tables by navigation properties that are called like their columns, and cascades nothing but a session's deletion", () => {
  const own = listAt(customizations, "EntityRelationships").filter(({ attributes }) => attributes["Name"]?.startsWith("msgn_"));
  const described = own.map((each) => {
    const [many] = listAt(each, "EntityRelationshipRoles");
    return [
      textAt(each, "ReferencingEntityName"),
      many ? textAt(many, "NavigationPropertyName") : "",
      textAt(each, "ReferencedEntityName"),
      textAt(each, "CascadeDelete"),
      textAt(each, "CascadeAssign"),
    ].join(" ");
  });
  expect(described.sort()).toEqual([
    "msgn_contactnumber msgn_blockedby SystemUser RemoveLink NoCascade",
    "msgn_contactnumber msgn_customerid_account Account RemoveLink NoCascade",
    "msgn_contactnumber msgn_customerid_contact Contact RemoveLink NoCascade",
    "msgn_dismissal msgn_sessionid msgn_session Cascade NoCascade",
    "msgn_message msgn_sessionid msgn_session Cascade NoCascade",
    "msgn_session msgn_acceptedby SystemUser RemoveLink NoCascade",
    "msgn_session msgn_contactnumberid msgn_contactnumber Restrict NoCascade",
    "msgn_session msgn_givenby SystemUser RemoveLink NoCascade",
    "msgn_sessionevent msgn_fromownerid SystemUser RemoveLink NoCascade",
    "msgn_sessionevent msgn_sessionid msgn_session Cascade NoCascade",
  ]);
});

it("audits who owns a session and who accepted it, whose number it is, who blocked a number, who has opted out, and every setting; nothing else", () => {
  const audited = (xml: XmlElement | undefined): boolean => xml !== undefined && textAt(xml, "IsAuditEnabled") === "1";
  const found = NAMES.filter((name) => audited(info(name))).map((name) => [
    name,
    [...columnsOf(table(name))].flatMap(([column, xml]) => (audited(xml) ? [column] : [])).sort(),
  ]);
  const state = ["statecode", "statuscode"];
  expect(Object.fromEntries(found)).toEqual({
    msgn_configuration: [...Object.keys(OWN_COLUMNS["msgn_configuration"] ?? {}), ...state].sort(),
    msgn_contactnumber: [
      "msgn_blockedby",
      "msgn_blockedon",
      "msgn_blockeduntil",
      "msgn_blockreason",
      "msgn_customerid",
      "msgn_optedouton",
      "msgn_optoutchangedon",
      "msgn_phonenumber",
      "msgn_withoutcustomer",
      ...state,
    ],
    msgn_session: [
      "msgn_acceptedby",
      "msgn_acceptedon",
      "msgn_businessnumber",
      "msgn_contactnumberid",
      "msgn_sessionstatus",
      "ownerid",
      ...state,
    ],
  });
});

it("keeps a text of any length that a provider delivers: ten parts of 160 characters and more", () => {
  const body = columnsOf(table("msgn_message")).get("msgn_body");
  expect(Number(body && textAt(body, "MaxLength"))).toBeGreaterThanOrEqual(1600);
});
