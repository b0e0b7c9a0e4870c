/** Several solutions in one start: each may use what the ones before it bring. */
import { importSolutions } from "../../server/solution";
import { element, text } from "../fixture/element";
import { addition, script, smallZip } from "../fixture/smallZip";
import { choice, column, globalChoice, nameColumn, relationship, systemRelationships, table } from "../fixture/tables";

const owned = { ownership: "UserOwned" } as const;
const site = table({ ...owned, name: "sample_site", label: "Site", pluralLabel: "Sites", columns: [nameColumn()] });
const visit = table({
  ...{ ...owned, name: "sample_visit", label: "Visit", pluralLabel: "Visits" },
  columns: [nameColumn(), column("sample_SiteId", "lookup", "Site"), choice("sample_mood", "Mood", "sample_moods")],
});

const scripts = (number: number): string => element("WebResources", {}, script(number, "sample_/shared.js"));
const required = [element("Required", { type: 1, schemaName: "sample_site", displayName: "Site", solution: "Sites (1.0.0.0)" })];

const sites = smallZip({
  uniqueName: "Sites",
  entities: [site],
  relationships: systemRelationships("sample_site", "UserOwned"),
  more: [element("optionsets", {}, globalChoice("sample_moods", "Good", "Bad")), scripts(1)],
  files: { "WebResources/sample_/shared.js": "var version = 1;" },
});
const visits = smallZip({
  uniqueName: "Visits",
  entities: [visit, addition("sample_Site", column("sample_Floors", "int", "Floors"))],
  relationships: [
    ...systemRelationships("sample_visit", "UserOwned"),
    relationship({ name: "site_visit", from: "sample_visit", column: "sample_SiteId", to: "sample_site", onDelete: "RemoveLink" }),
  ],
  more: [scripts(2)],
  files: { "WebResources/sample_/shared.js": "var version = 2;" },
  required,
});

it("a table, a global choice and a column of an earlier one may be used", () => {
  const { model, models, reports } = importSolutions([sites, visits]);
  const visitTable = model.tables.find((one) => one.logicalName === "sample_visit");
  const columnOf = (name: string) => visitTable?.columns.find((one) => one.logicalName === name);
  expect(columnOf("sample_siteid")).toMatchObject({ type: "lookup", targets: ["sample_site"] });
  expect(columnOf("sample_mood")?.options?.map((one) => one.labels["1033"])).toEqual(["Good", "Bad"]);
  expect(models.map((one) => one.uniqueName)).toEqual(["Sites", "Visits"]);
  expect(reports.flatMap((one) => one.missing)).toEqual([]);
});

it("a column that is added to a table of an earlier one comes to its columns", () => {
  const { model } = importSolutions([sites, visits]);
  const [siteTable, ...others] = model.tables.filter((one) => one.logicalName === "sample_site");
  expect(others).toEqual([]);
  expect(siteTable?.columns.map((one) => one.logicalName)).toEqual(expect.arrayContaining(["sample_name", "sample_floors"]));
});

it("where two bring the same web resource, the later one's is on top", () => {
  const bytes = importSolutions([sites, visits]).webResource("sample_/shared.js");
  expect(new TextDecoder().decode(bytes)).toBe("var version = 2;");
});

it("is refused in an order in which one comes before another that it needs, and says which to give first", () => {
  expect(() => importSolutions([visits, sites])).toThrow();
  const needy = smallZip({ uniqueName: "Needy", required });
  expect(() => importSolutions([needy, sites])).toThrow(
    /Needy needs the table sample_site, which Sites brings .*Give the zip of Sites before the zip of Needy\./,
  );
});

it("is refused where the same solution is given twice", () => {
  expect(() => importSolutions([sites, sites])).toThrow("The solution Sites was given twice");
});

describe("what solution.xml says must be there", () => {
  const missingOf = (...names: readonly Readonly<Record<string, string | number>>[]) => {
    const needy = smallZip({ uniqueName: "Needy", required: names.map((one) => element("Required", one)) });
    return importSolutions([sites, needy]).reports[1]?.missing;
  };

  it.each<[string, Readonly<Record<string, string | number>>]>([
    ["a table of the platform", { type: 1, schemaName: "Contact" }],
    ["a column of the platform", { type: 2, schemaName: "lastname", parentSchemaName: "contact" }],
    ["a table of an earlier solution", { type: 1, schemaName: "sample_site" }],
    ["a column of an earlier solution", { type: 2, schemaName: "sample_name", parentSchemaName: "sample_site" }],
    ["a web resource of an earlier solution", { type: 61, schemaName: "sample_/shared.js" }],
    ["a role of the platform", { type: 20, displayName: "System Administrator", id: "{627090ff-40a3-4053-8790-584edc5be201}" }],
    ["anything that an earlier solution is named for", { type: 29, displayName: "Remind", solution: "Sites (1.0.0.0)" }],
  ])("is met by %s", (_, required) => expect(missingOf(required)).toEqual([]));

  it("is told by kind, name and solution where it is not, each once", () => {
    const flow = { type: 29, displayName: "Remind", solution: "Flows (2.0)" };
    const floors = { type: 2, schemaName: "sample_floors", parentSchemaName: "sample_site" };
    expect(
      missingOf(flow, flow, floors, { type: "SettingDefinition", displayName: "AppChannel" }, { type: 9999, displayName: "X" }),
    ).toEqual([
      { kind: "process", name: "Remind", solution: "Flows (2.0)" },
      { kind: "column", name: "sample_site.sample_floors" },
      { kind: "setting definition", name: "AppChannel" },
      { kind: "component of type 9999", name: "X" },
    ]);
  });
});

it("forms may use a code component and a script of an earlier one, and none that nobody brings", () => {
  const STARS = "sample_Sample.Stars";
  const manifest = element(
    "manifest",
    {},
    element(
      "control",
      { namespace: "Sample", constructor: "Stars", version: "1.0.0" },
      element("resources", {}, element("code", { path: "bundle.js", order: 1 })),
    ),
  );
  const path = `Controls/${STARS}/ControlManifest.xml`;
  const customControl = element("CustomControl", {}, text("Name", STARS), text("FileName", `/${path}`));
  const stars = smallZip({
    uniqueName: "Stars",
    more: [element("CustomControls", {}, customControl)],
    files: { [path]: manifest, [`Controls/${STARS}/bundle.js`]: "" },
  });
  const FORM = text("formid", "{5d000000-0000-4000-8000-000000000a01}");
  const library = element("formLibraries", {}, element("Library", { name: "sample_/shared.js" }));
  const field = element("control", { id: "floors", datafieldname: "sample_floors", uniqueid: "{5d000000-0000-4000-8000-000000000a02}" });
  const cell = element("rows", {}, element("row", {}, element("cell", {}, field)));
  const sections = element("sections", {}, element("section", { name: "s" }, cell));
  const tab = element("tab", { name: "t" }, element("columns", {}, element("column", { width: "100%" }, sections)));
  const component = element("customControl", { formFactor: 0, name: STARS }, element("parameters"));
  const description = element("controlDescription", { forControl: "{5d000000-0000-4000-8000-000000000a02}" }, component);
  const parts = [element("tabs", {}, tab), library, element("controlDescriptions", {}, description)];
  const forms = element("forms", { type: "main" }, element("systemform", {}, FORM, element("form", {}, ...parts)));
  const entity = addition("sample_Site", column("sample_Floors", "int", "Floors"));
  const later = smallZip({
    uniqueName: "Later",
    entities: [entity.replace("</Entity>", `${element("FormXml", {}, forms)}</Entity>`)],
  });
  const { model, controlFile } = importSolutions([sites, stars, later]);
  expect(model.forms).toMatchObject([{ table: "sample_site", libraries: ["sample_/shared.js"] }]);
  expect(JSON.stringify(model.forms)).toContain(STARS);
  expect(controlFile(STARS, "bundle.js")).toBeDefined();
  expect(() => importSolutions([sites, later])).toThrow(`uses a control that is not in the solution: ${STARS}`);
});
