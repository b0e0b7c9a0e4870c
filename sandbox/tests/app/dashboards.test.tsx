/** @jest-environment jsdom */
import { setIconOptions } from "@fluentui/react";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import * as React from "react";
import { chartQuery } from "../../app/dashboard/chartQuery";
import { DashboardPage } from "../../app/dashboard/DashboardPage";
import { pageQuery } from "../../app/list/pageQuery";
import { siteMapFor } from "../../app/navigation/siteMap";
import { Router } from "../../app/navigation/router";
import { addressOf, pageOf } from "../../app/navigation/address";
import { makeShell } from "../../app/shell";
import type { Chart, ChartDrawing, Dashboard } from "../../model";
import { CHART_OR_GRID, WEB_RESOURCE } from "../fixture/dashboards";
import { answer, column, otherId, rowId, session, table, view } from "./fixtures";
import type { SessionParts } from "./fixtures";

const FORMATTED = "@OData.Community.Display.V1.FormattedValue";
const VIEW = "11111111-1111-4111-8111-111111111111";
const CHART = "22222222-2222-4222-8222-222222222222";
const BOARD = "33333333-3333-4333-8333-333333333333";

const cases = table("case", [
  column("ownerid", "owner", { labels: { "1033": "Owner" } }),
  column("kind", "picklist", { options: [{ value: 1, labels: { "1033": "Loud", "1031": "Laut" } }] }),
]);
const open = {
  ...view("case", '<fetch distinct="true"><entity name="case"><attribute name="name"/><order attribute="name"/><filter><condition attribute="open" operator="eq" value="1"/></filter><link-entity name="mail" from="caseid" to="caseid" alias="m"><attribute name="name"/><order attribute="name"/><filter><condition attribute="read" operator="null"/></filter></link-entity></entity></fetch>', ["name"]), // prettier-ignore
  id: VIEW,
  labels: { "1033": "Open cases" },
};
const byOwner = '<fetch aggregate="true"><entity name="case"><attribute name="ownerid" groupby="true" alias="group"/><attribute name="caseid" aggregate="count" alias="figure"/></entity></fetch>'; // prettier-ignore

const drawing = (more: Partial<ChartDrawing> = {}): ChartDrawing => ({
  ...{ shape: "bar", category: "group", measure: "figure", column: "ownerid", colors: [] },
  ...more,
});
const chartOf = (how: ChartDrawing | string): Chart => ({
  id: CHART,
  table: "case",
  labels: { "1033": "Cases" },
  fetchXml: byOwner,
  drawing: how,
});

interface Component {
  readonly classId?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

function board(components: readonly Component[], roles?: readonly string[]): Dashboard {
  const cells = components.map(({ classId = CHART_OR_GRID, parameters }, at) => ({
    ...{ labels: { "1033": `Component ${at + 1}` }, showLabel: true, colspan: 2, rowspan: 10, visible: true },
    control: { id: `c${at}`, classId, disabled: false, visible: true, parameters },
  }));
  const section = { name: "s", labels: {}, showLabel: false, columns: 4, rows: [cells] };
  return {
    id: BOARD,
    labels: { "1033": "Desk today" },
    tabs: [{ name: "t", labels: {}, showLabel: false, columns: [{ width: "100%", sections: [section] }] }],
    ...(roles === undefined ? {} : { roles }),
  };
}

const GROUPS = [
  { group: rowId, [`group${FORMATTED}`]: "Kim Ruiz", figure: 3 },
  { group: otherId, [`group${FORMATTED}`]: "Lee Park", figure: 1 },
  { figure: 2 },
];
const settled = () => act(async () => await new Promise((resolve) => setTimeout(resolve, 5)));

async function show(parts: SessionParts, groups: readonly object[] = GROUPS, failing = false) {
  const asked: string[] = [];
  const send: typeof fetch = (url) => {
    asked.push(decodeURIComponent(url as string));
    return Promise.resolve(
      failing ? answer(403, '{"error":{"code":"0x80040220","message":"No right."}}') : answer(200, JSON.stringify({ value: groups })),
    );
  };
  const user = session({ tables: [cases], views: [open], send, ...parts });
  window.history.replaceState(null, "", addressOf({ pageType: "dashboard" }, user.appId));
  const shell = makeShell(user, new Router(window, user.appId, { pageType: "dashboard" }));
  render(<DashboardPage shell={shell} page={{ pageType: "dashboard" }} place="main" />);
  await settled();
  return { shell, asked };
}

const withChart = (how: ChartDrawing | string = drawing()): SessionParts => ({
  charts: [chartOf(how)],
  dashboards: [
    board([
      {
        parameters: { TargetEntityType: "case", ViewId: `{${VIEW.toUpperCase()}}`, ChartGridMode: "Chart", VisualizationId: `{${CHART}}` },
      },
    ]),
  ],
});

beforeAll(() => setIconOptions({ disableWarnings: true }));

describe("a chart's query", () => {
  it("has the filters and links of the view, and not its columns and order", () => {
    const query = chartQuery(byOwner, open);
    expect(query).toMatch(/aggregate="true"/);
    expect(query).toMatch(/attribute="open"/);
    expect(query).toMatch(/<link-entity name="mail"[^>]*><filter>/);
    expect(query).not.toMatch(/order|name="name"|distinct/);
  });
});

describe.each(["bar", "column", "pie"] as const)("a chart drawn as %s", (shape) => {
  it("says each group with its figure, and leads by pointer and keyboard to the list of its rows", async () => {
    const { shell } = await show(withChart(drawing({ shape })));
    const chart = within(screen.getByRole("group", { name: "Component 1" }));
    expect(chart.getAllByRole("link").map((one) => one.getAttribute("aria-label"))).toEqual(["Kim Ruiz: 3", "Lee Park: 1", "(blank): 2"]);
    act(() => void fireEvent.click(chart.getByRole("link", { name: "Lee Park: 1" })));
    await settled();
    expect(shell.router.page).toEqual({
      pageType: "entitylist",
      entityName: "case",
      viewId: VIEW,
      only: { column: "ownerid", value: otherId },
    });
    act(() => void fireEvent.keyDown(chart.getByRole("link", { name: "(blank): 2" }), { key: "Enter" }));
    await settled();
    expect(shell.router.page).toEqual({ pageType: "entitylist", entityName: "case", viewId: VIEW, only: { column: "ownerid" } });
  });
});

describe("a chart", () => {
  it("is read as its reader, with the view's filters", async () => {
    const { asked } = await show(withChart());
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^\/uclient\/api\/data\/v9\.2\/cases\?fetchXml=.*aggregate="true".*attribute="open"/);
  });

  it("names choices in the reader's language", async () => {
    await show({ ...withChart(drawing({ column: "kind" })), languageId: 1031 }, [{ group: 1, [`group${FORMATTED}`]: "Loud", figure: 4 }]);
    expect(screen.getByRole("link", { name: "Laut: 4" })).toBeTruthy();
  });

  it("leads to the rows of a group by another table's column, joined as the chart joins it", async () => {
    const maker = table("maker", [column("code", "string"), column("name", "string", { labels: { "1033": "Name" } })]);
    const how = { ...drawing({ column: "name" }), via: MAKER };
    const { shell } = await show({ ...withChart(how), tables: [cases, maker] }, [{ group: "Ace", figure: 2 }, { figure: 1 }]);
    act(() => void fireEvent.click(screen.getByRole("link", { name: "Ace: 2" })));
    await settled();
    expect(shell.router.page).toMatchObject({ entityName: "case", only: { column: "name", value: "Ace", via: MAKER } });
    const query = pageQuery(open, { number: 1, size: 50, cookie: undefined }, undefined, { column: "name", value: "Ace", via: MAKER });
    expect(query).toContain('<link-entity name="maker" from="code" to="makercode" link-type="outer" alias="sandboxonly"/>');
    expect(query).toContain('<condition entityname="sandboxonly" attribute="name" operator="eq" value="Ace"/>');
  });

  it("opens the whole view where a list cannot be filtered by its group", async () => {
    const { shape, category, measure, colors } = drawing();
    const { shell } = await show(withChart({ shape, category, measure, colors }));
    act(() => void fireEvent.click(screen.getByRole("link", { name: "Kim Ruiz: 3" })));
    await settled();
    expect(shell.router.page).toEqual({ pageType: "entitylist", entityName: "case", viewId: VIEW });
  });

  it("says that there is nothing, what went wrong, and what it cannot draw", async () => {
    await show(withChart(), []);
    expect(screen.getByText("No data available.")).toBeTruthy();
    document.body.innerHTML = "";
    await show(withChart(), [], true);
    expect(await screen.findByText("No right.")).toBeTruthy();
    document.body.innerHTML = "";
    await show(withChart("its type is Funnel"));
    expect(screen.getByRole("note").textContent).toContain("It cannot draw this chart: its type is Funnel.");
  });

  it("has a link to the records of its view", async () => {
    await show(withChart());
    expect(screen.getByRole("link", { name: "View Records: Component 1" }).getAttribute("href")).toContain(`viewid=${VIEW}`);
  });
});

describe("a dashboard", () => {
  it("shows a view's rows, and a web resource in a frame", async () => {
    const page = { id: rowId, name: "sample_/page.html", type: 1, part: "WebResources/page" };
    await show({
      webResources: [page],
      dashboards: [board([{ parameters: { TargetEntityType: "case", ViewId: VIEW } }, { classId: WEB_RESOURCE, parameters: { Url: "sample_/page.html" } }])],
    }, [{ caseid: rowId, name: "Fridge" }]); // prettier-ignore
    expect(within(screen.getByRole("table", { name: "Component 1" })).getByText("Fridge")).toBeTruthy();
    expect(screen.getByTitle("sample_/page.html").getAttribute("src")).toBe("/WebResources/sample_/page.html");
  });

  it("reads everything again when asked to", async () => {
    const { asked } = await show(withChart());
    fireEvent.click(screen.getByRole("button", { name: "Refresh All" }));
    await settled();
    expect(asked).toHaveLength(2);
  });

  it("says in a component's place that its reader may not read the table, and asks nothing", async () => {
    const { asked } = await show({ ...withChart(), rights: {} });
    expect(screen.getByRole("note").textContent).toBe("Your roles do not let you read these rows.");
    expect(asked).toEqual([]);
  });

  it("is shown to whoever has one of its roles, and to nobody else", async () => {
    const parameters = { TargetEntityType: "case", ViewId: VIEW };
    await show({ dashboards: [board([{ parameters }], [otherId])] });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Desk today");
    document.body.innerHTML = "";
    await show({ dashboards: [board([{ parameters }], [rowId])] });
    expect(screen.getByText("There is no dashboard here that your roles show you.")).toBeTruthy();
  });

  it("is what a link of the site map opens the page of dashboards with", () => {
    const link = { id: "l", labels: { "1033": "Today" }, url: "/workplace/home_dashboards.aspx", dashboard: BOARD };
    const user = session({ app: { areas: [{ id: "a", labels: {}, groups: [{ id: "g", labels: {}, subAreas: [link] }] }] } });
    expect(siteMapFor(user)[0]?.groups[0]?.links[0]?.page).toEqual({ pageType: "dashboard", dashboardId: BOARD });
  });
});

const MAKER = { table: "maker", from: "code", to: "makercode" };

it.each([
  { column: "ownerid", value: rowId },
  { column: "ownerid" },
  { column: "name", value: "Ace", via: MAKER },
  { column: "name", via: MAKER },
])("a filtered list has an address: %j", (only) => {
  const page = { pageType: "entitylist", entityName: "case", only } as const;
  expect(pageOf(addressOf(page, "app"))).toEqual(page);
});
