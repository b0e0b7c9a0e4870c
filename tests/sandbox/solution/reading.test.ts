import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Form, FormControl, SolutionModel, Table } from "../../../sandbox/model";
import { importSolution } from "../../../sandbox/server/solution";
import type { ImportedSolution } from "../../../sandbox/server/solution";
import { edited, packedSolution } from "./packed";

let solution: ImportedSolution;
let model: SolutionModel;
beforeAll(async () => {
  solution = importSolution(await packedSolution());
  model = solution.model;
});

const table = (name: string): Table => {
  const found = model.tables.find((one) => one.logicalName === name);
  if (!found) throw new Error(`No table ${name}`);
  return found;
};
const column = (of: string, name: string) => table(of).columns.find((one) => one.logicalName === name);
const controlsOf = (form: Form | undefined): FormControl[] =>
  (form?.tabs ?? []).flatMap((tab) =>
    tab.columns.flatMap((one) =>
      one.sections.flatMap((section) => section.rows.flatMap((row) => row.flatMap((cell) => cell.control ?? []))),
    ),
  );

it("knows what the solution is", () => {
  expect(model).toMatchObject({ uniqueName: "MessageNotification", managed: true });
  expect(model.version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(solution.ignored).toEqual([]);
});

describe("tables", () => {
  it("come with their names, ownership and key columns", () => {
    expect(model.tables.map((one) => one.logicalName).sort()).toEqual([
      "msgn_agentsetting",
      "msgn_configuration",
      "msgn_contactnumber",
      "msgn_dismissal",
      "msgn_message",
      "msgn_session",
    ]);
    expect(table("msgn_session")).toMatchObject({
      entitySetName: "msgn_sessions",
      primaryId: "msgn_sessionid",
      primaryName: "msgn_name",
      ownership: "user",
      platform: false,
      pluralLabels: { "1033": "Sessions" },
      icon: "msgn_/icons/msgn_session.svg",
    });
    expect(table("msgn_contactnumber").ownership).toBe("organization");
  });

  it("come with alternate keys, lookups in them too", () => {
    const keys = model.tables.flatMap((one) => one.keys.map((key) => `${one.logicalName}: ${[...key.columns].sort().join(" + ")}`));
    expect(keys.sort()).toEqual([
      "msgn_agentsetting: msgn_userid",
      "msgn_configuration: msgn_name",
      "msgn_contactnumber: msgn_phonenumber",
      "msgn_dismissal: msgn_sessionid + msgn_userid",
      "msgn_message: msgn_providermessageid",
      "msgn_session: msgn_businessnumber + msgn_contactnumberid",
    ]);
  });

  it("have columns with types, lengths, ranges, choices and defaults", () => {
    expect(column("msgn_contactnumber", "msgn_phonenumber")).toMatchObject({
      type: "string",
      maxLength: 50,
      format: "phone",
      required: "required",
    });
    expect(column("msgn_configuration", "msgn_idletimeoutminutes")).toMatchObject({ type: "integer", minValue: 0, maxValue: 10080 });
    expect(column("msgn_configuration", "msgn_floatingbubble")).toMatchObject({ type: "boolean", defaultValue: true });
    expect(column("msgn_message", "msgn_body")).toMatchObject({ type: "memo", maxLength: 10000 });
    const status = column("msgn_session", "msgn_sessionstatus");
    expect(status).toMatchObject({ type: "picklist", defaultValue: 864500000 });
    expect(status?.options?.map((one) => [one.value, one.labels["1033"]])).toEqual([
      [864500000, "New"],
      [864500001, "Accepted"],
    ]);
    expect(column("msgn_contactnumber", "statuscode")?.options).toMatchObject([
      { value: 1, state: 0 },
      { value: 2, state: 1 },
    ]);
  });

  it("have lookups that know their targets, and the platform's columns read only", () => {
    expect(column("msgn_session", "msgn_contactnumberid")).toMatchObject({ type: "lookup", targets: ["msgn_contactnumber"] });
    expect(column("msgn_contactnumber", "msgn_customerid")).toMatchObject({ type: "customer", targets: ["account", "contact"] });
    expect(column("msgn_session", "ownerid")).toMatchObject({ type: "owner", targets: ["systemuser", "team"] });
    expect(column("msgn_session", "createdon")).toMatchObject({ readOnly: true });
    expect(column("msgn_session", "versionnumber")).toMatchObject({ type: "bigint", readOnly: true });
  });

  it("relate with navigation properties and what happens on delete", () => {
    const of = (name: string) => model.relationships.filter((one) => one.column === name && one.referencingTable.startsWith("msgn_"));
    expect(of("msgn_contactnumberid")).toMatchObject([{ navigationProperty: "msgn_contactnumberid", onDelete: "restrict" }]);
    expect(
      of("msgn_customerid")
        .map((one) => one.navigationProperty)
        .sort(),
    ).toEqual(["msgn_customerid_account", "msgn_customerid_contact"]);
    expect(of("msgn_sessionid").map((one) => one.onDelete)).toEqual(["cascade", "cascade"]);
  });
});

describe("forms", () => {
  const hostForm = "5b0a7c1e-3f64-4d0e-9a51-6d1f0c2e8a01";

  it("come in the order that their makers gave them", () => {
    const forms = model.forms.filter((one) => one.table === "msgn_agentsetting");
    expect(forms).toHaveLength(2);
    expect(forms[1]?.id).toBe(hostForm);
  });

  it("carry the code component on its control with its bound columns, and the hidden cells", () => {
    const form = model.forms.find((one) => one.id === hostForm);
    const control = controlsOf(form).find((one) => one.customControl);
    expect(control).toMatchObject({
      column: "msgn_unreadcount",
      customControl: {
        name: "msgn_MessageNotification.MessageBubble",
        properties: { unreadCount: { column: "msgn_unreadcount" }, panelOpen: { column: "msgn_panelopen" }, page: { column: "msgn_page" } },
      },
    });
    const cells = form?.tabs[0]?.columns[0]?.sections.flatMap((section) => section.rows.flat()) ?? [];
    expect(cells.filter((cell) => !cell.visible).map((cell) => cell.control?.column)).toEqual(["msgn_panelopen", "msgn_page"]);
  });

  it("name their scripts and handlers", () => {
    expect(model.forms.find((one) => one.id === hostForm)).toMatchObject({
      libraries: ["msgn_/launcher.js"],
      handlers: [
        { event: "onload", library: "msgn_/launcher.js", functionName: "MessageNotification.HostForm.onLoad", passExecutionContext: true },
      ],
    });
  });
});

it("reads views with columns and a query that is FetchXML again", () => {
  const view = model.views.find((one) => one.table === "msgn_session" && one.isDefault && one.queryType === 0);
  expect(view?.columns.length).toBeGreaterThan(2);
  expect(view?.fetchXml).toMatch(/^<fetch .*<entity name="msgn_session">.*<\/fetch>$/s);
});

it("reads roles with privileges and levels", () => {
  const agent = model.roles.find((one) => one.name === "SMS Agent");
  expect(agent?.privileges).toContainEqual({ name: "prvReadmsgn_session", level: "Global" });
  expect(agent?.privileges).toContainEqual({ name: "prvReadmsgn_dismissal", level: "Basic" });
});

it("reads the application ribbon's button, its rule and its action", () => {
  expect(model.commands).toMatchObject([
    {
      location: "Mscrm.GlobalTab.New.Controls._children",
      labels: { "1033": "Messages", "1031": "Nachrichten" },
      modernImage: "msgn_/icons/message.svg",
      enableRules: [{ library: "msgn_/launcher.js", functionName: "MessageNotification.Ribbon.isAvailable" }],
      actions: [{ library: "msgn_/launcher.js", functionName: "MessageNotification.Ribbon.openMessages" }],
    },
  ]);
});

it("reads the app and its site map", () => {
  const [app] = model.apps;
  expect(app).toMatchObject({ uniqueName: "msgn_MessageNotification", icon: "msgn_/icons/app.svg" });
  expect(app?.tables).toContain("msgn_session");
  const pages = app?.areas.flatMap((area) => area.groups.flatMap((group) => group.subAreas.map((one) => one.table ?? one.url)));
  expect(pages).toEqual(expect.arrayContaining(["msgn_session", "contact", "/workplace/home_dashboards.aspx"]));
});

it("reads which privileges a link of the site map asks for", () => {
  const links = model.apps.flatMap((app) => app.areas.flatMap((area) => area.groups.flatMap((group) => group.subAreas)));
  expect(links.find((link) => link.table === "msgn_configuration")?.privileges).toEqual([{ table: "msgn_configuration", right: "Write" }]);
  expect(links.find((link) => link.table === "msgn_session")).not.toHaveProperty("privileges");
});

it("gives the files of web resources and of the control", () => {
  const [control] = model.controls;
  expect(control).toMatchObject({
    controlType: "virtual",
    code: "bundle.js",
    namespace: "MessageNotification",
    constructorName: "MessageBubble",
  });
  expect(control?.platformLibraries).toContainEqual({ name: "React", version: "16.14.0" });
  expect(solution.controlFile(control?.name ?? "", "bundle.js")?.length).toBeGreaterThan(0);
  expect(solution.controlFile(control?.name ?? "", "strings/MessageBubble.1033.resx")?.length).toBeGreaterThan(0);
  expect(solution.controlFile("nope", "bundle.js")).toBeUndefined();
  expect(solution.webResource("msgn_/launcher.js")?.length).toBeGreaterThan(0);
  expect(solution.webResource("msgn_/nope.js")).toBeUndefined();
  expect(solution.part("SOLUTION.XML")).toEqual(solution.part("solution.xml"));
});

it("reads the unmanaged zip alike", async () => {
  const unmanaged = edited(await packedSolution(), { "solution.xml": (text) => text.replace("<Managed>1<", "<Managed>0<") });
  const read = importSolution(unmanaged).model;
  expect(read.managed).toBe(false);
  expect(read.tables).toEqual(model.tables);
});

it("leaves out what has no meaning here, and says so", async () => {
  const zip = edited(await packedSolution(), {
    "customizations.xml": (text) =>
      text
        .replace(
          '<forms type="main">',
          '<forms type="quick"><systemform><formid>{11111111-1111-4111-8111-111111111111}</formid></systemform></forms><forms type="main">',
        )
        .replace("<Entities>", "<Entities><Entity><Name>Account</Name><RibbonDiffXml /></Entity>")
        .replace("<Type>ntext</Type>", "<Type>image</Type>"),
  });
  const read = importSolution(zip);
  expect(read.ignored.join("\n")).toMatch(/customization of the platform's table Account[^]*form of msgn_agentsetting \(quick\)/);
  expect(read.model.tables.flatMap((one) => one.columns).some((one) => one.type === "unsupported")).toBe(true);
});

it("stays in step with the packed manifest's own version", () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, "..", "..", "..", "package.json"), "utf8")) as { version: string };
  expect(model.version).toBe(`${version}.0`);
});
