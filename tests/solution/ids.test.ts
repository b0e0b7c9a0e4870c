import { readFileSync } from "node:fs";
import { join } from "node:path";
import { textAt } from "../../Solutions/build/xml";
import type { XmlElement } from "../../Solutions/build/xml";
import { BUILD_TIMEOUT, descendants, english, ensureBuilt, listAt, packedParts, tablesOf, xmlPart } from "./builtSolution";

let customizations: XmlElement;

beforeAll(async () => {
  await ensureBuilt();
  customizations = xmlPart(packedParts(true), "customizations.xml");
}, BUILD_TIMEOUT);

type Id = readonly [what: string, id: string];

const attributeOf = ({ attributes }: XmlElement, name: string): string => attributes[name] ?? "";

/** What stands in a form: an upgrade merges it part by part, each found again by its id, so that what administrators changed around it stays. */
function idsInForm(form: XmlElement, named: string): Id[] {
  const fields = (cell: XmlElement): string => descendants(cell, "control").map((control) => attributeOf(control, "id"))[0] ?? "";
  const cells = descendants(form, "cell");
  const gaps = cells.filter((cell) => fields(cell) === "");
  return [
    ...["tab", "section"].flatMap((part) =>
      descendants(form, part).map((each): Id => [`${part} ${named}: ${attributeOf(each, "name")}`, attributeOf(each, "id")]),
    ),
    ...["header", "footer"].flatMap((part) => descendants(form, part).map((each): Id => [`${part} ${named}`, attributeOf(each, "id")])),
    ...cells.map((cell): Id => [`cell ${named}: ${fields(cell) || `gap ${gaps.indexOf(cell) + 1}`}`, attributeOf(cell, "id")]),
    ...descendants(form, "control").flatMap((control): Id[] =>
      control.attributes["uniqueid"] === undefined
        ? []
        : [[`control ${named}: ${attributeOf(control, "id")}`, attributeOf(control, "uniqueid")]],
    ),
    ...descendants(form, "Handler").map((each): Id => [
      `handler ${named}: ${attributeOf(each, "functionName")}`,
      attributeOf(each, "handlerUniqueId"),
    ]),
    ...descendants(form, "Library").map((each): Id => [
      `library ${named}: ${attributeOf(each, "name")}`,
      attributeOf(each, "libraryUniqueId"),
    ]),
  ];
}

/** What a table is found again by. */
function idsInTable(table: string, entity: XmlElement): Id[] {
  const [info] = descendants(entity, "entity");
  return [
    ...descendants(entity, "systemform").flatMap((form): Id[] => {
      const named = `${table} ${english(form, "LocalizedNames")}`;
      return [[`form ${named}`, textAt(form, "formid")], ...idsInForm(form, named)];
    }),
    ...descendants(entity, "savedquery").map((view): Id => [
      `view ${table} ${english(view, "LocalizedNames")}`,
      textAt(view, "savedqueryid"),
    ]),
    ...descendants(entity, "visualization").map((chart): Id => [
      `chart ${table} ${english(chart, "LocalizedNames")}`,
      textAt(chart, "savedqueryvisualizationid"),
    ]),
    [`table ${english(info as XmlElement, "LocalizedNames")}`, `${table} ${textAt(info as XmlElement, "EntitySetName")}`],
    ...descendants(entity, "EntityKey").map((key): Id => {
      const columns = listAt(key, "EntityKeyAttributes").map((column) => column.text);
      return [`key ${table}: ${columns.join(", ")}`, textAt(key, "LogicalName")];
    }),
  ];
}

/** What a dashboard and its parts are found again by. */
function idsOfDashboards(): Id[] {
  return listAt(customizations, "Dashboards").flatMap((dashboard): Id[] => {
    const named = `dashboard ${english(dashboard, "LocalizedNames")}`;
    return [[named, textAt(dashboard, "FormId")], ...idsInForm(dashboard, named)];
  });
}

/** What the app's own parts are found again by: a page of the site map, a rule of the ribbon. */
function idsOfApp(): Id[] {
  const ribbon = customizations.children.find(({ name }) => name === "RibbonDiffXml") as XmlElement;
  const ofRibbon = ["CustomAction", "Button", "CommandDefinition", "EnableRule", "LocLabel"].flatMap((part) =>
    [...new Set(descendants(ribbon, part).map((each) => attributeOf(each, "Id")))].map((id, at): Id => [`ribbon ${part} ${at + 1}`, id]),
  );
  const map = listAt(customizations, "AppModuleSiteMaps")[0] as XmlElement;
  const ofMap = ["Area", "Group", "SubArea"].flatMap((part) =>
    descendants(map, part).map((each): Id => [
      `site map ${part} ${listAt(each, "Titles")[0]?.attributes["Title"] ?? ""}`,
      attributeOf(each, "Id"),
    ]),
  );
  const app = listAt(customizations, "AppModules")[0] as XmlElement;
  return [["app", textAt(app, "UniqueName")], ["site map", textAt(map, "SiteMapUniqueName")], ...ofMap, ...ofRibbon];
}

/** Every component that Dataverse knows by id or by name: an upgrade finds it again by that, so one that changes is another component. */
function idsOf(): Record<string, string> {
  const ids: Id[] = [
    ...[...tablesOf(customizations)].flatMap(([table, entity]) => idsInTable(table, entity)),
    ...idsOfDashboards(),
    ...listAt(customizations, "Roles").map((role): Id => [`role ${attributeOf(role, "name")}`, attributeOf(role, "id")]),
    ...listAt(customizations, "WebResources").map((each): Id => [`web resource ${textAt(each, "Name")}`, textAt(each, "WebResourceId")]),
    ...listAt(customizations, "EntityRelationships").map((each): Id => [
      `relationship ${textAt(each, "ReferencingEntityName")}.${textAt(each, "ReferencingAttributeName")} to ${textAt(each, "ReferencedEntityName")}`,
      attributeOf(each, "Name"),
    ]),
    ...listAt(customizations, "optionsets").map((choice): Id => [`choice ${english(choice, "displaynames")}`, attributeOf(choice, "Name")]),
    ...listAt(customizations, "CustomControls").map((control): Id => {
      const name = textAt(control, "Name");
      return [`code component ${name.split(".").pop() ?? ""}`, name];
    }),
    ...idsOfApp(),
  ];
  const twice = ids.map(([what]) => what).filter((what, at, all) => all.indexOf(what) !== at);
  if (twice.length > 0) throw new Error(`Two things with the same description: ${twice.join("; ")}`);
  return Object.fromEntries(ids.sort(([a], [b]) => (a < b ? -1 : 1)));
}

it("keeps the id or name of every component and of every part of a form: a released one never changes", () => {
  expect(idsOf()).toEqual(JSON.parse(readFileSync(join(__dirname, "ids.json"), "utf8")));
});

it("gives every component an id of its own", () => {
  const ids = Object.values(idsOf()).flatMap((id) => (id.startsWith("{") ? [id.toLowerCase()] : []));
  expect(ids.length).toBeGreaterThan(150);
  expect(new Set(ids).size).toBe(ids.length);
});

it("gives every element inside the forms an id of its own", () => {
  const forms = ["systemform", "Dashboard"].flatMap((kind) => descendants(customizations, kind));
  const ids = forms.flatMap((form) => {
    return ["tab", "section", "cell", "header", "footer"]
      .flatMap((name) => descendants(form, name))
      .map(({ attributes }) => attributes["id"]);
  });
  expect(ids.every((id) => /^\{[0-9a-f-]{36}\}$/.test(id ?? ""))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

it("lists a root component for everything that is not part of a table", () => {
  const manifest = xmlPart(packedParts(true), "solution.xml");
  const roots = listAt(manifest, "SolutionManifest", "RootComponents").map(({ attributes }) => attributes["type"] ?? "");
  const counts = Object.fromEntries([...new Set(roots)].map((type) => [type, roots.filter((each) => each === type).length]));
  // tables, choices, roles, application ribbon, dashboard, web resources, site map, controls, app
  expect(counts).toEqual({ "1": 8, "9": 10, "20": 4, "50": 1, "60": 1, "61": 23, "62": 1, "66": 5, "80": 1 });
});
