import type { Form, FormControl, SolutionModel, Table } from "../../model";
import { importSolution } from "../../server/solution";
import type { ImportedSolution } from "../../server/solution";
import { edited, unmanaged } from "../fixture/edited";
import { namedGuid } from "../../server/dataverse/identifiers";
import { element } from "../fixture/element";
import { helpDesk } from "../fixture/helpDesk";
import { CARD_FORM } from "../fixture/helpDeskTables";
import { smallZip } from "../fixture/smallZip";

const solution: ImportedSolution = importSolution(helpDesk);
const model: SolutionModel = solution.model;

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
  expect(model).toMatchObject({ uniqueName: "HelpDesk", managed: true });
  expect(model.version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(solution).toMatchObject({ leftOut: [], missing: [] });
});

describe("tables", () => {
  it("come with their names, ownership and key columns", () => {
    expect(model.tables.map((one) => one.logicalName).sort()).toEqual([
      "sample_bookmark",
      "sample_customernumber",
      "sample_note",
      "sample_preference",
      "sample_setting",
      "sample_ticket",
    ]);
    expect(table("sample_ticket")).toMatchObject({
      entitySetName: "sample_tickets",
      primaryId: "sample_ticketid",
      primaryName: "sample_name",
      ownership: "user",
      platform: false,
      pluralLabels: { "1033": "Tickets" },
      icon: "sample_/icons/sample_ticket.svg",
    });
    expect(table("sample_customernumber").ownership).toBe("organization");
  });

  it("come with alternate keys, lookups in them too", () => {
    const keys = model.tables.flatMap((one) => one.keys.map((key) => `${one.logicalName}: ${[...key.columns].sort().join(" + ")}`));
    expect(keys.sort()).toEqual([
      "sample_bookmark: sample_ticketid + sample_userid",
      "sample_customernumber: sample_phonenumber",
      "sample_note: sample_externalid",
      "sample_preference: sample_userid",
      "sample_setting: sample_name",
      "sample_ticket: sample_customernumberid + sample_queue",
    ]);
  });

  it("have columns with types, lengths, ranges, choices and defaults", () => {
    expect(column("sample_customernumber", "sample_phonenumber")).toMatchObject({
      type: "string",
      maxLength: 50,
      format: "phone",
      required: "required",
    });
    expect(column("sample_setting", "sample_waitminutes")).toMatchObject({ type: "integer", minValue: 0, maxValue: 10080 });
    expect(column("sample_setting", "sample_showhints")).toMatchObject({ type: "boolean", defaultValue: true });
    expect(column("sample_note", "sample_text")).toMatchObject({ type: "memo", maxLength: 10000 });
    const status = column("sample_ticket", "sample_stage");
    expect(status).toMatchObject({ type: "picklist", defaultValue: 100000000 });
    expect(status?.options?.map((one) => [one.value, one.labels["1033"]])).toEqual([
      [100000000, "New"],
      [100000001, "Assigned"],
    ]);
    expect(column("sample_customernumber", "statuscode")?.options).toMatchObject([
      { value: 1, state: 0 },
      { value: 2, state: 1 },
    ]);
  });

  it("have lookups that know their targets, and the platform's columns read only", () => {
    expect(column("sample_ticket", "sample_customernumberid")).toMatchObject({ type: "lookup", targets: ["sample_customernumber"] });
    expect(column("sample_customernumber", "sample_customerid")).toMatchObject({ type: "customer", targets: ["account", "contact"] });
    expect(column("sample_ticket", "ownerid")).toMatchObject({ type: "owner", targets: ["systemuser", "team"] });
    expect(column("sample_ticket", "createdon")).toMatchObject({ readOnly: true });
    expect(column("sample_ticket", "versionnumber")).toMatchObject({ type: "bigint", readOnly: true });
  });

  it("relate with navigation properties and what happens on delete", () => {
    const of = (name: string) => model.relationships.filter((one) => one.column === name && one.referencingTable.startsWith("sample_"));
    expect(of("sample_customernumberid")).toMatchObject([{ navigationProperty: "sample_customernumberid", onDelete: "restrict" }]);
    expect(
      of("sample_customerid")
        .map((one) => one.navigationProperty)
        .sort(),
    ).toEqual(["sample_customerid_account", "sample_customerid_contact"]);
    expect(of("sample_ticketid").map((one) => one.onDelete)).toEqual(["cascade", "cascade"]);
  });
});

describe("forms", () => {
  it("come in the order that their makers gave them", () => {
    const forms = model.forms.filter((one) => one.table === "sample_preference");
    expect(forms).toHaveLength(2);
    expect(forms[1]?.id).toBe(CARD_FORM);
  });

  it("carry the code component on its control with its bound columns, and the hidden cells", () => {
    const form = model.forms.find((one) => one.id === CARD_FORM);
    const control = controlsOf(form).find((one) => one.customControl);
    expect(control).toMatchObject({
      column: "sample_opencount",
      customControl: {
        name: "sample_HelpDesk.TicketCard",
        properties: { openCount: { column: "sample_opencount" }, cardOpen: { column: "sample_cardopen" }, page: { column: "sample_page" } },
      },
    });
    const cells = form?.tabs[0]?.columns[0]?.sections.flatMap((section) => section.rows.flat()) ?? [];
    expect(cells.filter((cell) => !cell.visible).map((cell) => cell.control?.column)).toEqual(["sample_cardopen", "sample_page"]);
  });

  it("say which of their tabs are filled by a single component", () => {
    const zip = edited(helpDesk, { "customizations.xml": (text) => text.replace("<tab ", '<tab contenttype="singleComponent" ') });
    const tabs = importSolution(zip).model.forms.flatMap((form) => form.tabs);
    expect(tabs.filter((tab) => tab.singleComponent)).toHaveLength(1);
    expect(model.forms.flatMap((form) => form.tabs).some((tab) => tab.singleComponent)).toBe(false);
  });

  it("name their scripts and handlers", () => {
    expect(model.forms.find((one) => one.id === CARD_FORM)).toMatchObject({
      libraries: ["sample_/desk.js"],
      handlers: [{ event: "onload", library: "sample_/desk.js", functionName: "HelpDesk.CardForm.onLoad", passExecutionContext: true }],
    });
  });
});

it("reads views with columns and a query that is FetchXML again", () => {
  const view = model.views.find((one) => one.table === "sample_ticket" && one.isDefault && one.queryType === 0);
  expect(view?.columns.length).toBeGreaterThan(2);
  expect(view?.fetchXml).toMatch(/^<fetch .*<entity name="sample_ticket">.*<\/fetch>$/s);
});

it("reads roles with privileges and levels", () => {
  const agent = model.roles.find((one) => one.name === "Ticket Agent");
  expect(agent?.privileges).toContainEqual({ name: "prvReadsample_ticket", level: "Global" });
  expect(agent?.privileges).toContainEqual({ name: "prvReadsample_bookmark", level: "Basic" });
});

it("reads whether a team's members have the Basic level of its role as their own (isinherited 1, and where nothing is said), or for what the team owns alone (0)", () => {
  const role = (name: string, inherited: object): string =>
    element("Role", { id: `{${namedGuid(name)}}`, name, ...inherited }, element("RolePrivileges"));
  const zip = smallZip({ roles: [role("Both", { isinherited: 1 }), role("Unsaid", {}), role("Team", { isinherited: 0 })] });
  const roles = importSolution(zip).model.roles.map(({ name, forTeamOnly = false }) => [name, forTeamOnly]);
  expect(roles).toEqual([
    ["Both", false],
    ["Unsaid", false],
    ["Team", true],
  ]);
});

it("reads the application ribbon's button, its rule and its action", () => {
  expect(model.commands).toMatchObject([
    {
      location: "Mscrm.GlobalTab.New.Controls._children",
      labels: { "1033": "Tickets", "1031": "Anfragen" },
      modernImage: "sample_/icons/tickets.svg",
      enableRules: [{ library: "sample_/desk.js", functionName: "HelpDesk.Ribbon.isAvailable" }],
      actions: [{ library: "sample_/desk.js", functionName: "HelpDesk.Ribbon.openTickets" }],
    },
  ]);
});

it("reads the app and its site map", () => {
  const [app] = model.apps;
  expect(app).toMatchObject({ uniqueName: "sample_HelpDesk", icon: "sample_/icons/app.svg" });
  expect(app?.tables).toContain("sample_ticket");
  const pages = app?.areas.flatMap((area) => area.groups.flatMap((group) => group.subAreas.map((one) => one.table ?? one.url)));
  expect(pages).toEqual(expect.arrayContaining(["sample_ticket", "contact", "/workplace/home_dashboards.aspx"]));
});

it("reads which privileges a link of the site map asks for", () => {
  const links = model.apps.flatMap((app) => app.areas.flatMap((area) => area.groups.flatMap((group) => group.subAreas)));
  expect(links.find((link) => link.table === "sample_setting")?.privileges).toEqual([{ table: "sample_setting", right: "Write" }]);
  expect(links.find((link) => link.table === "sample_ticket")).not.toHaveProperty("privileges");
});

it("gives the files of web resources and of the control", () => {
  const [control] = model.controls;
  expect(control).toMatchObject({
    controlType: "virtual",
    code: "bundle.js",
    namespace: "HelpDesk",
    constructorName: "TicketCard",
  });
  expect(control?.platformLibraries).toContainEqual({ name: "React", version: "16.14.0" });
  expect(solution.controlFile(control?.name ?? "", "bundle.js")?.length).toBeGreaterThan(0);
  expect(solution.controlFile(control?.name ?? "", "strings/TicketCard.1033.resx")?.length).toBeGreaterThan(0);
  expect(solution.controlFile("nope", "bundle.js")).toBeUndefined();
  expect(solution.webResource("sample_/desk.js")?.length).toBeGreaterThan(0);
  expect(solution.webResource("sample_/nope.js")).toBeUndefined();
  expect(solution.part("SOLUTION.XML")).toEqual(solution.part("solution.xml"));
});

it("reads the unmanaged zip alike", () => {
  const read = importSolution(unmanaged(helpDesk)).model;
  expect(read.managed).toBe(false);
  expect(read.tables).toEqual(model.tables);
});
