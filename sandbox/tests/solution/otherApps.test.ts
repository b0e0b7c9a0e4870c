/** Apps of other makers: what they name besides tables, views and main forms of the zip. */
import { importSolution } from "../../server/solution";
import type { ImportedSolution } from "../../server/solution";
import { element, fixtureId, text, texts } from "../fixture/element";
import { form } from "../fixture/formsAndViews";
import { smallZip } from "../fixture/smallZip";
import { nameColumn, systemRelationships, table } from "../fixture/tables";

const QUICK = fixtureId(0x810);
const DASHBOARD = fixtureId(0x811);
const STRANGE = fixtureId(0x812);

const plain = table({ ...{ name: "sample_visit", label: "Visit", pluralLabel: "Visits", ownership: "OrgOwned" }, columns: [nameColumn()] });
const quick = form({ id: QUICK, label: "Quick", order: 1, fields: [] });
const visit = plain.replace("</Entity>", `${element("FormXml", {}, element("forms", { type: "quick" }, quick))}</Entity>`);
const dashboards = element("Dashboards", {}, element("Dashboard", {}, text("FormId", `{${DASHBOARD}}`)));

interface AppParts {
  readonly links?: readonly string[];
  readonly components?: readonly string[];
  readonly required?: readonly string[];
}

function withApp({ links = [], components = [], required = [] }: AppParts): ImportedSolution {
  const groups = element("Group", { Id: "g" }, ...links);
  const siteMap = element("SiteMap", {}, element("Area", { Id: "a" }, groups));
  const app = element("AppModule", {}, text("UniqueName", "sample_Visits"), element("AppModuleComponents", {}, ...components));
  return importSolution(
    smallZip({
      entities: [visit],
      relationships: systemRelationships("sample_visit", "OrgOwned"),
      more: [
        dashboards,
        element("AppModules", {}, app),
        element("AppModuleSiteMaps", {}, element("AppModuleSiteMap", {}, text("SiteMapUniqueName", "sample_Visits"), siteMap)),
      ],
      required,
    }),
  );
}

const linksOf = ({ model }: ImportedSolution) =>
  model.apps[0]?.areas.flatMap((area) => area.groups.flatMap((group) => group.subAreas)) ?? [];
const component = (type: number, named: Readonly<Record<string, string>>): string => element("AppModuleComponent", { type, ...named });

it("may name dashboards and forms that the sandbox does not play", () => {
  const components = [QUICK, DASHBOARD].map((id) => component(60, { id: `{${id}}` }));
  expect(withApp({ components }).model.apps).toHaveLength(1);
});

it("may name forms and views of tables that the zip does not bring, which it cannot know", () => {
  const components = [
    component(1, { schemaName: "contact" }),
    component(60, { id: `{${STRANGE}}` }),
    component(26, { id: `{${STRANGE}}` }),
  ];
  expect(withApp({ components }).model.apps).toHaveLength(1);
});

it("may name what solution.xml says is of another solution", () => {
  const required = [element("Required", { type: 60, displayName: "Day", id: `{${STRANGE.toUpperCase()}}`, solution: "Days" })];
  const solution = withApp({ components: [component(60, { id: `{${STRANGE}}` })], required });
  expect(solution.missing).toMatchObject([{ kind: "form", name: "Day" }]);
});

it.each([
  [60, "form"],
  [26, "view"],
])("is refused where all its tables are the zip's, and it names a component of type %d that is not there", (type, kind) => {
  const components = [component(1, { schemaName: "sample_visit" }), component(type, { id: `{${STRANGE}}` })];
  expect(() => withApp({ components })).toThrow(`names an unknown ${kind}: ${STRANGE}`);
});

it("loses its links to tables that are not here, and those that need a privilege on one, and says so", () => {
  const needy = element("SubArea", { Id: "needy", Entity: "contact" }, element("Privilege", { Entity: "incident", Privilege: "Read" }));
  const lead = element(
    "SubArea",
    { Id: "lead", Entity: "lead" },
    element("Titles", {}, element("Title", { LCID: "1033", Title: "Leads" })),
  );
  const components = ["contact", "lead"].map((schemaName) => component(1, { schemaName }));
  const solution = withApp({ links: [element("SubArea", { Id: "v", Entity: "sample_visit" }), lead, needy], components });
  expect(linksOf(solution).map(({ id }) => id)).toEqual(["v"]);
  expect(solution.model.apps[0]?.tables).toEqual(["contact"]);
  expect(solution.leftOut.filter(({ kind }) => kind.startsWith("link"))).toEqual([
    { kind: "link of the site map", name: "Leads (table lead)" },
    { kind: "link of the site map", name: "contact (table incident)" },
  ]);
});

it("may link to custom pages and to addresses", () => {
  const links = [element("SubArea", { Id: "p", Page: "sample_map_1a2b3" }), element("SubArea", { Id: "u", Url: "https://example.org/" })];
  expect(linksOf(withApp({ links }))).toMatchObject([
    { id: "p", customPage: "sample_map_1a2b3" },
    { id: "u", url: "https://example.org/" },
  ]);
});

it("may have its site map in another solution, by what solution.xml says", () => {
  const app = element("AppModule", {}, text("UniqueName", "sample_Visits"), texts("LocalizedNames", "LocalizedName", "Visits"));
  const required = [element("Required", { type: 62, schemaName: "sample_Visits", solution: "Maps" })];
  const { model } = importSolution(smallZip({ more: [element("AppModules", {}, app)], required }));
  expect(model.apps).toMatchObject([{ uniqueName: "sample_Visits", areas: [] }]);
});
