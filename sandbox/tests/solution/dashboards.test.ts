/** Dashboards and charts of a zip: what is read of them, what is refused, and what is told that the sandbox cannot draw. */
import { importSolution } from "../../server/solution";
import type { ImportedSolution } from "../../server/solution";
import { chart, CHART_OR_GRID, dashboard, WEB_RESOURCE } from "../fixture/dashboards";
import type { ChartParts, DashboardParts } from "../fixture/dashboards";
import { element, fixtureId, text } from "../fixture/element";
import { view } from "../fixture/formsAndViews";
import { smallZip } from "../fixture/smallZip";
import { nameColumn, systemRelationships, table } from "../fixture/tables";

const CHART = fixtureId(0x701);
const VIEW = fixtureId(0x201);
const ROLE = fixtureId(0x702);

interface Parts {
  readonly chart?: Partial<ChartParts>;
  readonly dashboard?: DashboardParts;
  /** In place of the charts of the zip's own table. */
  readonly charts?: readonly string[];
}

function read({ chart: chartParts = {}, dashboard: dashboardParts, charts }: Parts): ImportedSolution {
  const visits = table({
    ...{ name: "sample_visit", label: "Visit", pluralLabel: "Visits", ownership: "OrgOwned" as const },
    columns: [nameColumn()],
    views: [view({ number: 1, table: "sample_visit", label: "All visits", columns: ["sample_name"] })],
  });
  const own = charts ?? [chart({ id: CHART, table: "sample_visit", label: "Visits by name", groupBy: "sample_name", ...chartParts })];
  const entity = visits.replace(/<\/Entity>$/, `${element("Visualizations", {}, ...own)}</Entity>`);
  return importSolution(
    smallZip({
      entities: [entity],
      relationships: systemRelationships("sample_visit", "OrgOwned"),
      more: dashboardParts === undefined ? [] : [element("Dashboards", {}, dashboard(dashboardParts))],
    }),
  );
}

const shown = (parameters: Readonly<Record<string, string>>): DashboardParts => ({
  cells: [{ label: "Visits", classId: CHART_OR_GRID, parameters: { TargetEntityType: "sample_visit", ...parameters } }],
});

it("reads a chart: its query, its shape, its colour, and the column that a list can be filtered by", () => {
  const [found] = read({}).model.charts;
  expect(found).toMatchObject({ id: CHART, table: "sample_visit", labels: { "1033": "Visits by name" } });
  expect(found?.fetchXml).toContain('aggregate="true"');
  expect(found?.drawing).toEqual({
    shape: "bar",
    category: "group",
    measure: "figure",
    column: "sample_name",
    colors: ["rgb(10, 20, 30)"],
  });
});

it("reads of a chart that groups by another table's column how the two are joined", () => {
  const via = { name: "contact", from: "fullname", to: "sample_name", "link-type": "outer" };
  expect(read({ chart: { groupBy: "jobtitle", via } }).model.charts[0]?.drawing).toMatchObject({
    category: "group",
    column: "jobtitle",
    via: { table: "contact", from: "fullname", to: "sample_name" },
  });
});

it.each([
  ["a shape that it does not draw", { type: "Funnel" }, "its type is Funnel"],
  ["several series", { series: 2 }, "it has several series"],
  [
    "two groups",
    { more: [element("attribute", { name: "createdon", groupby: "true", dategrouping: "day", alias: "day" })] },
    "it does not group by one column",
  ],
])("says of a chart with %s why it cannot be drawn", (_, parts, problem) => {
  expect(read({ chart: parts }).model.charts[0]?.drawing).toBe(problem);
});

it("refuses a chart whose query names a column that its table does not have", () => {
  expect(() => read({ chart: { groupBy: "sample_gone" } })).toThrow(/chart "Visits by name" of sample_visit names a column .*sample_gone/);
});

it("refuses two charts with one id", () => {
  const twice = ["One", "Two"].map((label) => chart({ id: CHART, table: "sample_visit", label, groupBy: "sample_name" }));
  expect(() => read({ charts: twice })).toThrow(/Two charts have the same id/);
});

it("reads a dashboard: its cells with their components, and the roles that see it", () => {
  const { model, leftOut } = read({ dashboard: { ...shown({ ChartGridMode: "Chart", VisualizationId: `{${CHART}}` }), roles: [ROLE] } });
  expect(leftOut).toEqual([]);
  const [found] = model.dashboards;
  expect(found).toMatchObject({ id: fixtureId(0x700), labels: { "1033": "Desk today" }, roles: [ROLE] });
  const [section] = found?.tabs[0]?.columns[0]?.sections ?? [];
  expect(section?.columns).toBe(4);
  expect(section?.rows[0]?.[0]).toMatchObject({
    labels: { "1033": "Visits" },
    colspan: 2,
    control: { classId: CHART_OR_GRID, parameters: { ChartGridMode: "Chart", VisualizationId: `{${CHART}}` } },
  });
});

it.each([
  ["view", shown({ ViewId: `{${fixtureId(0x70a)}}` }), /"Desk today" names an unknown view/],
  ["chart", shown({ ViewId: `{${VIEW}}`, VisualizationId: `{${fixtureId(0x70a)}}` }), /names an unknown chart/],
  ["table", shown({ TargetEntityType: "sample_gone" }), /shows an unknown table: sample_gone/],
  [
    "web resource",
    { cells: [{ label: "Page", classId: WEB_RESOURCE, parameters: { Url: "sample_/gone.html" } }] },
    /web resource that is not in the solution: sample_\/gone\.html/,
  ],
])("refuses a dashboard that names a %s which is not there", (_, parts, problem) => {
  expect(() => read({ dashboard: parts })).toThrow(problem);
});

it("takes a dashboard's views and charts of the platform's tables, which others have made, at their word", () => {
  const parts = shown({ TargetEntityType: "contact", ViewId: `{${fixtureId(0x70a)}}` });
  expect(read({ dashboard: parts }).model.dashboards).toHaveLength(1);
});

it("refuses ids that are no GUIDs", () => {
  expect(() => read({ dashboard: { ...shown({}), id: "x" } })).toThrow(/A dashboard has an id that is no GUID/);
  expect(() => read({ chart: { id: "x" } })).toThrow(/A chart of sample_visit has an id that is no GUID/);
});

it("tells of a chart that a web resource draws", () => {
  const made = chart({ id: CHART, table: "sample_visit", label: "Drawn", groupBy: "sample_name" });
  const drawn = made.replace("<isdefault>", `${text("webresourcename", "sample_/draw.html")}<isdefault>`);
  expect(read({ charts: [drawn] }).model.charts[0]?.drawing).toBe("a web resource draws it");
});
