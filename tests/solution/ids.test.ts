import { readFileSync } from "node:fs";
import { join } from "node:path";
import { textAt, type XmlElement } from "../../Solutions/build/xml";
import { BUILD_TIMEOUT, descendants, english, ensureBuilt, listAt, packedParts, tablesOf, xmlPart } from "./builtSolution";

let customizations: XmlElement;

beforeAll(async () => {
  await ensureBuilt();
  customizations = xmlPart(packedParts(true), "customizations.xml");
}, BUILD_TIMEOUT);

/** Every component that Dataverse knows by id: an upgrade finds it again by that, so an id that changes is another component. */
function idsOf(): Record<string, string> {
  const ids: [string, string][] = [];
  for (const [table, entity] of tablesOf(customizations)) {
    for (const form of descendants(entity, "systemform"))
      ids.push([`form ${table} ${english(form, "LocalizedNames")}`, textAt(form, "formid")]);
    for (const view of descendants(entity, "savedquery"))
      ids.push([`view ${table} ${english(view, "LocalizedNames")}`, textAt(view, "savedqueryid")]);
  }
  for (const { attributes } of listAt(customizations, "Roles")) ids.push([`role ${attributes["name"] ?? ""}`, attributes["id"] ?? ""]);
  for (const each of listAt(customizations, "WebResources"))
    ids.push([`web resource ${textAt(each, "Name")}`, textAt(each, "WebResourceId")]);
  return Object.fromEntries(ids.sort(([a], [b]) => (a < b ? -1 : 1)));
}

it("keeps the id of every component: a released one never changes", () => {
  expect(idsOf()).toEqual(JSON.parse(readFileSync(join(__dirname, "ids.json"), "utf8")));
});

it("gives every component an id of its own", () => {
  const ids = Object.values(idsOf()).map((id) => id.toLowerCase());
  expect(new Set(ids).size).toBe(ids.length);
});

it("gives every element inside the forms an id of its own", () => {
  const ids = descendants(customizations, "systemform").flatMap((form) => {
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
  // tables, choices, roles, application ribbon, web resources, site map, control, app
  expect(counts).toEqual({ "1": 6, "9": 3, "20": 3, "50": 1, "61": 10, "62": 1, "66": 1, "80": 1 });
});
