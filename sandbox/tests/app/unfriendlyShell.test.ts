/** @jest-environment jsdom */
import { formContext } from "../../app/form/formContext";
import { pageOf } from "../../app/navigation/address";
import type { Page } from "../../app/navigation/address";
import type { Router } from "../../app/navigation/router";
import { startOtherProduct } from "../../app/panes/otherProduct";
import { SidePanes } from "../../app/panes/sidePanes";
import { makeShell } from "../../app/shell";
import { pageContext } from "../../app/xrm/pageContext";
import { makeXrm } from "../../app/xrm/xrm";
import { friendlyTemper } from "../../model";
import type { Temper } from "../../model";
import { opened } from "./cases";
import { rowId, session } from "./fixtures";

interface PaneApi {
  select(): void;
  navigate(input: object): Promise<void>;
}
interface XrmApi {
  readonly App: { readonly sidePanes: { state: number; createPane(options: object): Promise<PaneApi> } };
  readonly Navigation: { openForm(options: object): Promise<unknown>; navigateTo(input: object): Promise<void> };
}

function setUp(temper: Partial<Temper>, page: Page = { pageType: "entitylist", entityName: "case" }) {
  const gone: Page[] = [];
  const router = { page, go: (page: Page) => Promise.resolve(gone.push(page)) } as unknown as Router;
  const shell = makeShell(session({ temper }), router);
  return { shell, gone, xrm: makeXrm(shell) as unknown as XrmApi };
}

const input = { pageType: "entityrecord", entityName: "case", entityId: rowId, formId: rowId };
const withoutForm = { pageType: "entityrecord", entityName: "case", entityId: rowId };
const place = (address: string): Page => pageOf(address) ?? { pageType: "dashboard" };

describe("a side pane that was never selected", () => {
  const mounted = async (temper: Partial<Temper>, act: (pane: PaneApi, xrm: XrmApi) => void = () => undefined) => {
    const { shell, xrm } = setUp(temper);
    const pane = await xrm.App.sidePanes.createPane({ paneId: "a", alwaysRender: true, isSelected: false });
    await pane.navigate(input);
    act(pane, xrm);
    return shell.panes.panes.every((one) => shell.panes.isMounted(one));
  };

  it("mounts its page all the same in a friendly shell, with alwaysRender", async () => {
    expect(await mounted({})).toBe(true);
  });

  it("does not mount it with unselectedPane unmounted, though navigate resolves", async () => {
    expect(await mounted({ unselectedPane: "unmounted" })).toBe(false);
  });

  it("keeps it once it has been selected, also when it is collapsed afterwards", async () => {
    const selectAndCollapse = (pane: PaneApi, xrm: XrmApi): void => {
      pane.select();
      xrm.App.sidePanes.state = 0;
    };
    expect(await mounted({ unselectedPane: "unmounted" }, selectAndCollapse)).toBe(true);
  });
});

describe("a form id", () => {
  it.each([
    ["friendly", input],
    ["ignored", withoutForm],
  ] as const)("is %s in panes, openForm and navigateTo", async (formId, page) => {
    const { shell, gone, xrm } = setUp({ formId });
    const pane = await xrm.App.sidePanes.createPane({ paneId: "a" });
    await pane.navigate(input);
    await xrm.Navigation.openForm({ entityName: "case", entityId: rowId, formId: rowId });
    await xrm.Navigation.navigateTo(input);
    expect([shell.panes.panes[0]?.page, ...gone]).toEqual([page, page, page]);
  });
});

describe("getPageContext", () => {
  const pages = {
    list: place(`/main.aspx?pagetype=entitylist&etn=case&viewid=${rowId}`),
    record: place(`/main.aspx?pagetype=entityrecord&etn=case&id=${rowId}`),
    dashboard: place("/main.aspx?pagetype=dashboard"),
    custom: place("/main.aspx?pagetype=custom&name=sample_board"),
    webResource: place("/main.aspx?pagetype=webresource&webresourceName=sample_/board.html&data=x"),
  };
  const answer = (page: Page, reading: Temper["pageContext"]) => pageContext(setUp({ pageContext: reading }, page).shell);

  it("answers every kind of page's input in a friendly shell", () => {
    expect(answer(pages.list, "friendly")).toEqual({ input: { pageType: "entitylist", entityName: "case", viewId: rowId } });
    expect(answer(pages.record, "friendly")).toEqual({ input: withoutForm });
    expect(answer(pages.dashboard, "friendly")).toEqual({ input: { pageType: "dashboard" } });
    expect(answer(pages.custom, "friendly")).toEqual({ input: { pageType: "custom", name: "sample_board" } });
    const webResource = { pageType: "webresource", webresourceName: "sample_/board.html", data: "x" };
    expect(answer(pages.webResource, "friendly")).toEqual({ input: webResource });
  });

  it("throws on every page with pageContext throws", () => {
    for (const page of Object.values(pages)) expect(() => answer(page, "throws")).toThrow(TypeError);
  });

  it("has nothing to say of what is neither list nor form with pageContext empty", () => {
    expect(answer(pages.list, "empty")).toEqual(answer(pages.list, "friendly"));
    expect(answer(pages.record, "empty")).toEqual(answer(pages.record, "friendly"));
    expect(answer(pages.dashboard, "empty")).toEqual({});
    expect([answer(pages.custom, "empty"), answer(pages.webResource, "empty")]).toEqual([undefined, undefined]);
  });

  it("answers the page of the side pane that was opened last with pageContext pane", async () => {
    const { shell, xrm } = setUp({ pageContext: "pane" }, pages.list);
    expect(pageContext(shell)?.input).toMatchObject({ pageType: "entitylist" });
    const pane = await xrm.App.sidePanes.createPane({ paneId: "a", alwaysRender: true, isSelected: false });
    await pane.navigate(input);
    expect(pageContext(shell)?.input).toMatchObject(input);
    const other = await xrm.App.sidePanes.createPane({ paneId: "b" });
    await other.navigate({ pageType: "dashboard" });
    expect(pageContext(shell)?.input).toEqual({ pageType: "dashboard" });
    xrm.App.sidePanes.state = 0;
    expect(pageContext(shell)?.input).toMatchObject(input);
  });
});

describe("the sections around a form", () => {
  interface Ui {
    readonly headerSection?: { setBodyVisible(visible: boolean): void };
    readonly footerSection?: { setVisible(visible: boolean): void; getVisible(): boolean };
  }
  const uiOf = async (temper: Partial<Temper>): Promise<Ui> => formContext((await opened({}, { temper })).form).ui;

  it("can be hidden in a friendly shell, the footer too", async () => {
    const ui = await uiOf({});
    ui.headerSection?.setBodyVisible(false);
    ui.footerSection?.setVisible(false);
    expect(ui.footerSection?.getVisible()).toBe(false);
  });

  it("are undefined with headerSection missing, and nothing else is", async () => {
    const ui = await uiOf({ headerSection: "missing" });
    expect([ui.headerSection, ui.footerSection]).toEqual([undefined, undefined]);
    expect((ui as { getFormType(): number }).getFormType()).toBe(2);
  });
});

describe("another product with a side pane", () => {
  it("makes it when the app starts, and selects it a second later", () => {
    jest.useFakeTimers();
    try {
      const panes = new SidePanes(friendlyTemper);
      startOtherProduct(panes);
      expect([panes.panes.length, panes.state, panes.selected]).toEqual([1, 0, undefined]);
      jest.advanceTimersByTime(1_000);
      expect([panes.state, panes.selected?.title]).toEqual([1, "Other product"]);
    } finally {
      jest.useRealTimers();
    }
  });
});
