import { badgeText } from "../../app/panes/badge";
import { SidePanes } from "../../app/panes/sidePanes";
import { xrmSidePanes } from "../../app/xrm/sidePanes";
import { rowId } from "./fixtures";

interface PaneApi {
  paneId: string;
  badge: number | boolean;
  width: number;
  select(): void;
  close(): void;
  navigate(input: object): Promise<void>;
}
interface PanesApi {
  state: number;
  createPane(options: object): Promise<PaneApi>;
  getPane(id: string): PaneApi | undefined;
  getSelectedPane(): PaneApi | undefined;
  getAllPanes(): { getLength(): number };
}

function setUp(): { readonly panes: SidePanes; readonly api: PanesApi } {
  const panes = new SidePanes();
  return { panes, api: xrmSidePanes(panes) as unknown as PanesApi };
}

describe("Xrm.App.sidePanes", () => {
  it("selects and expands a new pane", async () => {
    const { api } = setUp();
    await api.createPane({ paneId: "a", title: "A" });
    expect(api.state).toBe(1);
    expect(api.getSelectedPane()?.paneId).toBe("a");
  });

  it("neither selects nor expands a pane with isSelected false", async () => {
    const { api } = setUp();
    await api.createPane({ paneId: "a", isSelected: false });
    expect(api.state).toBe(0);
    expect(api.getSelectedPane()).toBeUndefined();
  });

  it("hands out the same pane for the same id, and undefined for an unknown one", async () => {
    const { api } = setUp();
    const made = await api.createPane({ paneId: "a" });
    expect(api.getPane("a")).toBe(made);
    expect(api.getPane("b")).toBeUndefined();
    expect(api.getAllPanes().getLength()).toBe(1);
  });

  it("refuses a second pane of the same id, an unknown option and a wrong state", async () => {
    const { api } = setUp();
    await api.createPane({ paneId: "a" });
    await expect(api.createPane({ paneId: "a" })).rejects.toThrow('already a side pane "a"');
    await expect(api.createPane({ paneId: "b", colour: "red" })).rejects.toThrow("colour");
    expect(() => {
      api.state = 2;
    }).toThrow("0 (collapsed) or 1 (expanded)");
  });

  it("throws for a member that it lacks", async () => {
    const { api } = setUp();
    const pane = await api.createPane({ paneId: "a" });
    expect(() => (api as unknown as Record<string, unknown>).addOnSelect).toThrow("Xrm.App.sidePanes.addOnSelect");
    expect(() => Object.assign(pane, { colour: "red" })).toThrow("setting pane.colour");
  });

  it("collapses the open pane when its icon is pressed, and expands it again", async () => {
    const { panes, api } = setUp();
    await api.createPane({ paneId: "a" });
    const [pane] = panes.panes;
    if (pane === undefined) throw new Error("There is no pane.");
    panes.toggle(pane);
    expect(api.state).toBe(0);
    expect(api.getSelectedPane()?.paneId).toBe("a");
    panes.toggle(pane);
    expect(api.state).toBe(1);
  });

  it("keeps the content of a collapsed pane only with alwaysRender", async () => {
    const { panes, api } = setUp();
    await api.createPane({ paneId: "kept", alwaysRender: true });
    await api.createPane({ paneId: "dropped" });
    api.state = 0;
    expect(panes.panes.filter((pane) => panes.isMounted(pane)).map((pane) => pane.paneId)).toEqual(["kept"]);
  });

  it("clears the badge when the pane is selected, unless the pane keeps it", async () => {
    const { api } = setUp();
    const cleared = await api.createPane({ paneId: "a", isSelected: false });
    const kept = await api.createPane({ paneId: "b", isSelected: false, keepBadgeOnSelect: true });
    cleared.badge = 3;
    kept.badge = 3;
    cleared.select();
    kept.select();
    expect([cleared.badge, kept.badge]).toEqual([false, 3]);
  });

  it("loads a form of a row in a pane, each time anew", async () => {
    const { panes, api } = setUp();
    const pane = await api.createPane({ paneId: "a" });
    await pane.navigate({ pageType: "entityrecord", entityName: "case", entityId: `{${rowId.toUpperCase()}}`, formId: rowId });
    expect(panes.panes[0]).toMatchObject({
      page: { pageType: "entityrecord", entityName: "case", entityId: rowId, formId: rowId },
      visit: 1,
    });
    await expect(pane.navigate({ pageType: "search", searchText: "x" })).rejects.toThrow('pages of type "search"');
    await expect(pane.navigate({ pageType: "webresource", entityName: "x" })).rejects.toThrow("needs a webresourceName");
  });

  it("has no selected pane after the selected one was closed", async () => {
    const { api } = setUp();
    const pane = await api.createPane({ paneId: "a" });
    pane.close();
    expect(api.getSelectedPane()).toBeUndefined();
    expect(api.state).toBe(0);
  });
});

describe("a pane's badge", () => {
  it.each([
    [3, "3"],
    [100, "99+"],
    [0, undefined],
    [true, ""],
    [false, undefined],
  ])("of %p shows %p", (badge, text) => {
    expect(badgeText(badge)).toBe(text);
  });
});
