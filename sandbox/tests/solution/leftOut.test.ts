/** What a zip brings and the sandbox does not play is told by kind and name. */
import { importSolution, reportLines } from "../../server/solution";
import { element, text, texts } from "../fixture/element";
import { smallZip } from "../fixture/smallZip";
import type { SmallParts } from "../fixture/smallZip";
import { nameColumn, systemRelationships, table } from "../fixture/tables";

const leftOut = (parts: SmallParts): readonly string[] =>
  importSolution(smallZip(parts)).leftOut.map(({ kind, name }) => `${kind}: ${name}`);

const process = (name: string, category: number): string => element("Workflow", { Name: name }, text("Category", category));

it.each([
  [0, "workflow"],
  [2, "business rule"],
  [3, "action"],
  [4, "business process flow"],
  [5, "cloud flow"],
  [6, "desktop flow"],
])("a process of category %d is a %s", (category, kind) => {
  expect(leftOut({ more: [element("Workflows", {}, process("Remind", category))] })).toEqual([`${kind}: Remind`]);
});

it.each<[string, string, string]>([
  [
    "SolutionPluginAssemblies",
    element("PluginAssembly", { FullName: "Visits, Version=1.0.0.0, Culture=neutral" }),
    "plug-in assembly: Visits",
  ],
  ["SdkMessageProcessingSteps", element("SdkMessageProcessingStep", { Name: "Visits: Create" }), "plug-in step: Visits: Create"],
  ["CanvasApps", element("CanvasApp", {}, text("Name", "sample_map"), text("DisplayName", "Map")), "canvas app or custom page: Map"],
  ["FieldSecurityProfiles", element("FieldSecurityProfile", { name: "Salaries" }), "column security profile: Salaries"],
  ["AIModels", element("AIModel", {}, text("msdyn_name", "Guess")), "AI model: Guess"],
  ["Reports", element("Report", {}, text("name", "Visits by day")), "report: Visits by day"],
  [
    "connectionreferences",
    element("connectionreference", { connectionreferencelogicalname: "sample_mail" }, text("connectionreferencedisplayname", "Mail")),
    "connection reference: Mail",
  ],
  ["NewThings", element("BrandNewThing", {}), "brand new thing: unnamed"],
])("<%s> of customizations.xml", (container, component, line) => {
  expect(leftOut({ more: [element(container, {}, component)] })).toEqual([line]);
});

it("newer kinds of components, which have a folder each, are told once, whatever files they have", () => {
  const files = {
    "customapis/sample_IsOpen/customapi.xml": "<customapi/>",
    "customapis/sample_IsOpen/customapirequestparameters/Day/customapirequestparameter.xml": "<x/>",
    "environmentvariabledefinitions/sample_Url/environmentvariabledefinition.xml": "<x/>",
    "bots/sample_helper/bot.xml": "<bot/>",
    "Workflows/Remind-1.json": "{}",
    "PluginAssemblies/Visits-1/Visits.dll": "",
  };
  expect(leftOut({ files })).toEqual([
    "custom API: sample_IsOpen",
    "environment variable: sample_Url",
    "agent (Copilot Studio): sample_helper",
  ]);
});

it("commands of a table are told with the table", () => {
  const commands = element(
    "CustomActions",
    {},
    element("CustomAction", { Id: "sample.Close" }),
    element("HideCustomAction", { HideActionId: "sample.Hide" }),
  );
  const visit = table({
    ...{ name: "sample_visit", label: "Visit", pluralLabel: "Visits", ownership: "OrgOwned" },
    columns: [nameColumn()],
  });
  const entity = visit.replace("</Entity>", `${element("RibbonDiffXml", {}, commands)}</Entity>`);
  expect(leftOut({ entities: [entity], relationships: systemRelationships("sample_visit", "OrgOwned") })).toEqual([
    "command of the table sample_visit: sample.Close",
    "command of the table sample_visit: sample.Hide",
  ]);
});

describe("the application ribbon", () => {
  const LIBRARY = "$webresource:sample_/visits.js";
  const command = element(
    "CommandDefinition",
    { Id: "sample.Command" },
    element("Actions", {}, element("JavaScriptFunction", { FunctionName: "open", Library: LIBRARY })),
  );
  const action = (location: string, ...controls: readonly string[]): string =>
    element("CustomAction", { Id: `sample.${location}`, Location: location }, element("CommandUIDefinition", {}, ...controls));
  const button = (id: string, more: Readonly<Record<string, string>> = { Command: "sample.Command" }): string =>
    element("Button", { Id: id, LabelText: `$LocLabels:${id}`, ...more });
  const ribbon = (actions: readonly string[], rules: readonly string[] = []): SmallParts => {
    const required = [element("Required", { type: 61, schemaName: "sample_/visits.js", solution: "Scripts" })];
    const label = element("LocLabel", { Id: "sample.Open" }, texts("Titles", "Title", "Open visits"));
    const diff = element(
      "RibbonDiffXml",
      {},
      element("CustomActions", {}, ...actions),
      element("CommandDefinitions", {}, command),
      element("RuleDefinitions", {}, ...rules),
      element("LocLabels", {}, label),
    );
    return { more: [diff], required };
  };
  const GLOBAL = "Mscrm.GlobalTab.New.Controls._children";

  it.each([
    GLOBAL,
    "Mscrm.GlobalTab.Tools.Controls._children",
    "Mscrm.HomepageGrid.{!EntityLogicalName}.MainTab.Management.Controls._children",
  ])("has its button at %s, whatever group of the bar that is", (location) => {
    const solution = importSolution(smallZip(ribbon([action(location, button("sample.Open"))])));
    expect(solution.model.commands).toMatchObject([{ id: "sample.Open", location }]);
    expect(solution.leftOut).toEqual([]);
  });

  it("leaves out, and tells, buttons at other places, menus, buttons without a command of the solution's, and what hides others", () => {
    const elsewhere = "Mscrm.SubGrid.{!EntityLogicalName}.MainTab.Management.Controls._children";
    const actions = [
      action(elsewhere, button("sample.Open")),
      action(GLOBAL, element("FlyoutAnchor", { Id: "sample.Menu", Command: "sample.Command" }), button("sample.Dead", {})),
      action(GLOBAL, button("sample.Theirs", { Command: "Mscrm.Enabled" })),
      element("HideCustomAction", { HideActionId: "x", Location: "Mscrm.Form.account.Delete" }),
    ];
    const parts = ribbon(actions);
    expect(importSolution(smallZip(parts)).model.commands).toEqual([]);
    expect(leftOut(parts)).toEqual([
      `ribbon button: Open visits (at ${elsewhere})`,
      `ribbon flyout anchor: sample.Menu (at ${GLOBAL})`,
      `ribbon button: sample.Dead (at ${GLOBAL})`,
      `ribbon button: sample.Theirs (at ${GLOBAL})`,
      "hidden ribbon button: Mscrm.Form.account.Delete",
    ]);
  });

  it("tells the rules that no script answers, but for copies of the platform's", () => {
    const enable = element("EnableRules", {}, element("EnableRule", { Id: "sample.One" }, element("SelectionCountRule", { Maximum: 1 })));
    const displays = ["sample.Web", "Mscrm.HideOnModern"].map((Id) => element("DisplayRule", { Id }, element("CommandClientTypeRule")));
    expect(leftOut(ribbon([], [enable, element("DisplayRules", {}, ...displays)]))).toEqual([
      "enable rule of the ribbon: sample.One",
      "display rule of the ribbon: sample.Web",
    ]);
  });
});

it("a start says it in a line for each kind, and nothing where all is played", () => {
  const report = { uniqueName: "Visits", version: "1.2.0.0" };
  const leftOutOf = [process("Remind", 5), process("Notify", 5), process("Check", 2)];
  const { leftOut: some } = importSolution(smallZip({ more: [element("Workflows", {}, ...leftOutOf)] }));
  const missing = [{ kind: "table", name: "other_site", solution: "Sites (1.0)" }];
  expect(reportLines({ ...report, leftOut: some, missing })).toEqual([
    "Visits 1.2.0.0 has what the sandbox does not play:",
    "  cloud flow: Remind, Notify",
    "  business rule: Check",
    expect.stringMatching(/^Visits 1\.2\.0\.0 needs what is not here\. .*--solution before this one:$/),
    "  table: other_site (of Sites (1.0))",
  ]);
  expect(reportLines({ ...report, leftOut: [], missing: [] })).toEqual([]);
});
