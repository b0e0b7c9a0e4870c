import { child, textAt } from "../../Solutions/build/xml";
import type { XmlElement } from "../../Solutions/build/xml";
import { BUILD_TIMEOUT, columnsOf, descendants, english, ensureBuilt, listAt, packedParts, tablesOf, xmlPart } from "./builtSolution";
import type { Parts } from "./builtSolution";

let parts: Parts;
let customizations: XmlElement;
let tables: ReadonlyMap<string, XmlElement>;

beforeAll(async () => {
  await ensureBuilt();
  parts = packedParts(true);
  customizations = xmlPart(parts, "customizations.xml");
  tables = tablesOf(customizations);
}, BUILD_TIMEOUT);

const HOST_FORM = "{5b0a7c1e-3f64-4d0e-9a51-6d1f0c2e8a01}";
const CONTROL = "msgn_MessageNotification.MessageBubble";

const forms = (table: string): XmlElement[] => descendants(tables.get(table) as XmlElement, "systemform");
const mainForm = (table: string): XmlElement => forms(table).find((form) => textAt(form, "formid") !== HOST_FORM) as XmlElement;
const hostForm = (): XmlElement => forms("msgn_agentsetting").find((form) => textAt(form, "formid") === HOST_FORM) as XmlElement;
const views = (table: string): XmlElement[] => descendants(tables.get(table) as XmlElement, "savedquery");
const fieldsOf = (form: XmlElement): string[] =>
  descendants(form, "control").flatMap(({ attributes }) => attributes["datafieldname"] ?? []);

describe("the host form", () => {
  it("shows the control on the unread count, for web, tablet and phone", () => {
    const cell = descendants(hostForm(), "control").find(({ attributes }) => attributes["datafieldname"] === "msgn_unreadcount");
    const [description] = descendants(hostForm(), "controlDescription");
    expect(description?.attributes["forControl"]).toBe(cell?.attributes["uniqueid"]);
    const shown = descendants(hostForm(), "customControl").filter(({ attributes }) => attributes["name"] === CONTROL);
    expect(shown.map(({ attributes }) => attributes["formFactor"])).toEqual(["0", "1", "2"]);
  });

  it("binds every property of the built control to a column of the table, and each of these columns is on the form", () => {
    const manifest = xmlPart(parts, `Controls/${CONTROL}/ControlManifest.xml`);
    const properties = descendants(manifest, "property").filter(({ attributes }) => attributes["usage"] === "bound");
    const columns = columnsOf(tables.get("msgn_agentsetting") as XmlElement);
    for (const shown of descendants(hostForm(), "customControl").filter(({ attributes }) => attributes["name"] === CONTROL)) {
      const bound = listAt(shown, "parameters");
      expect(bound.map(({ name }) => name).sort()).toEqual(properties.map(({ attributes }) => attributes["name"]).sort());
      for (const { text } of bound) {
        expect([...columns.keys()]).toContain(text);
        expect(fieldsOf(hostForm())).toContain(text);
      }
    }
  });

  it("hides the cells of the other two, and locks none: the control may write to an editable form only", () => {
    const cells = descendants(hostForm(), "cell").filter((cell) => child(cell, "control"));
    const visible = cells.filter(({ attributes }) => attributes["visible"] !== "false");
    expect(visible.flatMap(fieldsOf)).toEqual(["msgn_unreadcount"]);
    expect(cells.flatMap(fieldsOf).sort()).toEqual(["msgn_page", "msgn_panelopen", "msgn_unreadcount"]);
    expect(descendants(hostForm(), "control").filter(({ attributes }) => attributes["disabled"] === "true")).toEqual([]);
  });

  it("is the table's only form, so that a platform which opens another form than it is told opens this one all the same", () => {
    expect(forms("msgn_agentsetting")).toEqual([hostForm()]);
    expect(descendants(hostForm(), "DisplayConditions")[0]?.attributes).toEqual({ Order: "0", FallbackForm: "true" });
  });
});

describe("the session's form", () => {
  const THREAD = "msgn_MessageNotification.MessageThread";
  const tabs = (): XmlElement[] => descendants(mainForm("msgn_session"), "tab");

  // That it has all of the tab's height its script says (tests/forms/onSessionLoad.test.ts): the schema of forms has no place for that.
  it("has the conversation on its first tab and nothing else, and the session's columns on the second", () => {
    const [conversation, details] = tabs();
    expect([conversation, details].map((tab) => tab?.attributes["name"])).toEqual(["conversation", "details"]);
    expect(conversation?.attributes["contenttype"]).toBeUndefined();
    expect(fieldsOf(conversation as XmlElement)).toEqual(["msgn_name"]);
    expect(fieldsOf(details as XmlElement)).toEqual(
      expect.arrayContaining(["msgn_name", "msgn_contactnumberid", "msgn_businessnumber", "ownerid", "msgn_acceptedon", "msgn_acceptedby"]),
    );
  });

  it("shows the thread for web, tablet and phone, with its property bound to the session's name", () => {
    const [cell] = descendants(tabs()[0] as XmlElement, "control");
    const [description] = descendants(mainForm("msgn_session"), "controlDescription");
    expect(description?.attributes["forControl"]).toBe(cell?.attributes["uniqueid"]);
    const shown = descendants(mainForm("msgn_session"), "customControl").filter(({ attributes }) => attributes["name"] === THREAD);
    expect(shown.map(({ attributes }) => attributes["formFactor"])).toEqual(["0", "1", "2"]);
    const manifest = xmlPart(parts, `Controls/${THREAD}/ControlManifest.xml`);
    const properties = descendants(manifest, "property").map(({ attributes }) => attributes["name"]);
    for (const one of shown)
      expect(listAt(one, "parameters").map(({ name, text }) => [name, text])).toEqual(properties.map((name) => [name, "msgn_name"]));
  });
});

it.each([
  ["msgn_agentsetting", HOST_FORM, "msgn_/launcher.js", "MessageNotification.HostForm.onLoad"],
  ["msgn_session", "", "msgn_/forms.js", "MessageNotificationForms.Session.onLoad"],
  ["msgn_contactnumber", "", "msgn_/forms.js", "MessageNotificationForms.ContactNumber.onLoad"],
  ["msgn_message", "", "msgn_/forms.js", "MessageNotificationForms.Message.onLoad"],
  ["msgn_configuration", "", "msgn_/forms.js", "MessageNotificationForms.Configuration.onLoad"],
])("a form of %s loads its script and calls its handler with the execution context", (table, id, library, handler) => {
  const form = id ? hostForm() : mainForm(table);
  const handlers = descendants(form, "event").filter(({ attributes }) => attributes["name"] === "onload");
  const [called] = handlers.flatMap((event) => descendants(event, "Handler"));
  expect(called?.attributes).toMatchObject({
    functionName: handler,
    libraryName: library,
    passExecutionContext: "true",
    enabled: "true",
  });
  expect(descendants(form, "Library").map(({ attributes }) => attributes["name"])).toEqual([library]);
});

describe("the forms", () => {
  const given = ["msgn_givenby", "msgn_givenon", "msgn_givennote"];
  const onSessions = ["msgn_contactnumberid", "msgn_businessnumber", "msgn_sessionstatus", "msgn_acceptedon", "msgn_acceptedby", ...given];
  const onNumbers = ["msgn_blockedon", "msgn_blockedby", "msgn_blockreason", "msgn_blockeduntil", "msgn_optedouton"];
  it.each([
    ["msgn_session", [...onSessions, "ownerid"]],
    ["msgn_contactnumber", ["msgn_phonenumber", "msgn_customerid", "msgn_withoutcustomer", ...onNumbers, "msgn_optoutchangedon"]],
    [
      "msgn_configuration",
      [
        "msgn_idletimeoutminutes",
        "msgn_refreshseconds",
        "msgn_agentsmayblock",
        "msgn_bubblecorner",
        "msgn_floatingbubble",
        "msgn_soundallowed",
        "msgn_desktopallowed",
        "msgn_apps",
        "msgn_phonecolumns",
        "msgn_openin",
        "createdon",
      ],
    ],
    ["msgn_message", ["msgn_sessionid", "msgn_direction", "msgn_body", "msgn_receivedon", "msgn_readon", "msgn_providermessageid"]],
    ["msgn_message", ["msgn_deliverystatus", "msgn_deliveryerror", "msgn_segments", "msgn_sendingsince"]],
    [
      "msgn_sessionevent",
      ["msgn_sessionid", "msgn_kind", "createdby", "createdon", "msgn_fromownerid", "msgn_toname", "msgn_note", "msgn_waitedminutes"],
    ],
    ["msgn_template", ["msgn_name", "msgn_languagecode", "msgn_body"]],
    ["msgn_dismissal", ["msgn_sessionid", "ownerid", "msgn_dismissedupto", "msgn_dismissedcount"]],
  ])("%s shows what people look for", (table, fields) => {
    expect(fieldsOf(mainForm(table))).toEqual(expect.arrayContaining(fields));
  });

  it.each([
    ["msgn_session", "msgn_message", "msgn_session_message_sessionid", "Conversation", ["msgn_receivedon", "msgn_sequence"]],
    ["msgn_contactnumber", "msgn_session", "msgn_contactnumber_session_contactnumberid", "Active Sessions", ["modifiedon"]],
  ])("%s lists its rows of %s, the latest first", (table, target, relationship, view, sorted) => {
    const [grid] = descendants(mainForm(table), "parameters");
    expect(grid && [textAt(grid, "TargetEntityType"), textAt(grid, "RelationshipName")]).toEqual([target, relationship]);
    const shown = views(target).find((each) => textAt(each, "savedqueryid") === (grid && textAt(grid, "ViewId")));
    expect(shown && english(shown, "LocalizedNames")).toBe(view);
    expect(descendants(shown as XmlElement, "order").map(({ attributes }) => attributes)).toEqual(
      sorted.map((attribute) => ({ attribute, descending: "true" })),
    );
  });

  it("do not let anyone type over what the product writes", () => {
    const locked = (table: string): string[] =>
      descendants(mainForm(table), "control")
        .filter(({ attributes }) => attributes["disabled"] === "true")
        .flatMap(({ attributes }) => attributes["datafieldname"] ?? []);
    expect(locked("msgn_session")).toEqual(expect.arrayContaining(["msgn_name", ...onSessions]));
    expect(locked("msgn_contactnumber")).toEqual(expect.arrayContaining([...onNumbers, "msgn_optoutchangedon"]));
  });
});

it.each(["msgn_dismissal", "msgn_agentsetting", "msgn_sessionevent"])(
  "shows an administrator who owns and who made each row of %s",
  (table) => {
    const lists = views(table).filter((view) => textAt(view, "querytype") === "0");
    const cells = lists.map((view) => descendants(view, "cell").map(({ attributes }) => attributes["name"]));
    expect(cells.length).toBeGreaterThanOrEqual(2);
    expect(cells.filter((names) => !["ownerid", "createdby"].every((name) => names.includes(name)))).toEqual([]);
  },
);

describe("the configurations", () => {
  it.each(["0", "4"])("are listed with the one that counts first: the oldest (kind of view %s)", (kind) => {
    for (const view of views("msgn_configuration").filter((each) => textAt(each, "querytype") === kind)) {
      expect(descendants(view, "order").map(({ attributes }) => attributes)).toEqual([{ attribute: "createdon", descending: "false" }]);
      expect(descendants(view, "cell").map(({ attributes }) => attributes["name"])).toEqual(
        expect.arrayContaining(["createdon", "msgn_agentsmayblock"]),
      );
    }
  });
});

describe("the app", () => {
  it("leads to sessions, messages, contact numbers, customers, dashboards, the overview, configurations, templates and diagnostics", () => {
    const map = listAt(customizations, "AppModuleSiteMaps")[0] as XmlElement;
    const title = (node: XmlElement): string => listAt(node, "Titles")[0]?.attributes["Title"] ?? "";
    const groups = descendants(map, "Group").map((group) => [title(group), descendants(group, "SubArea").map(title)]);
    expect(Object.fromEntries(groups)).toEqual({
      Messaging: ["Sessions", "Messages", "Contact Numbers"],
      Customers: ["Contacts", "Accounts"],
      Overview: ["Dashboards"],
      Administration: ["Messaging Overview", "Configurations", "Templates", "Messaging Diagnostics"],
    });
  });

  it("is for agents and administrators, the system's and the customizers too, and not for the gateway, which is no person; who may see pictures is an agent besides", () => {
    const app = listAt(customizations, "AppModules")[0] as XmlElement;
    const people = listAt(customizations, "Roles").filter(
      ({ attributes }) => !["SMS Gateway", "SMS Pictures"].includes(attributes["name"] ?? ""),
    );
    expect(people).toHaveLength(2);
    const own = people.map(({ attributes }) => attributes["id"]);
    const platform = ["{627090ff-40a3-4053-8790-584edc5be201}", "{119f245c-3cc8-4b62-b31c-d1a046ced15d}"];
    expect(
      listAt(app, "AppModuleRoleMaps")
        .map(({ attributes }) => attributes["id"])
        .sort(),
    ).toEqual([...own, ...platform].sort());
  });
});
