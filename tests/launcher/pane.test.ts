import { ensurePane, isPaneOpen, PANE_ID, showPane } from "../../launcher/pane";
import type { AppSidePane, AppSidePanes } from "../../launcher/platform";
import { dataverseForEachTest, openApp } from "./app";

const current = dataverseForEachTest();
const ROW = "11111111-1111-4111-8111-111111111111";

async function setUp() {
  const { panes, xrm } = await openApp(current(), "ana");
  const api = xrm.App?.sidePanes;
  if (!api) throw new Error("The sandbox has no side panes.");
  return { panes, api };
}

/** Lets something happen while the pane is on its way to the form, or its form fail. */
function whileItLoads(api: AppSidePanes, happen: (pane: AppSidePane) => void): void {
  const { createPane } = api;
  api.createPane = async (options) => {
    const pane = await createPane(options);
    const navigate = pane.navigate.bind(pane);
    pane.navigate = async (page) => {
      happen(pane);
      await navigate(page);
    };
    return pane;
  };
}

describe("making the pane", () => {
  it("shows the host form of the agent's own row, and cannot be closed", async () => {
    const { panes, api } = await setUp();
    await ensurePane(api, "Messages", ROW, () => undefined);
    expect(panes.panes).toEqual([
      expect.objectContaining({
        title: "Messages",
        canClose: false,
        alwaysRender: true,
        keepBadgeOnSelect: true,
        page: { pageType: "entityrecord", entityName: "msgn_agentsetting", entityId: ROW, formId: "5b0a7c1e-3f64-4d0e-9a51-6d1f0c2e8a01" },
      }),
    ]);
  });

  it("covers nothing, not for a moment", async () => {
    const { panes, api } = await setUp();
    const seen: unknown[] = [];
    panes.subscribe(() => seen.push(panes.open));
    await ensurePane(api, "Messages", ROW, () => undefined);
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set([undefined]));
  });

  it("collapses it where the platform opens it all the same", async () => {
    const { panes, api } = await setUp();
    whileItLoads(api, (pane) => pane.select());
    await ensurePane(api, "Messages", ROW, () => undefined);
    expect(panes.open).toBeUndefined();
  });

  it("gives the place back to the pane that was open where the platform opens it all the same", async () => {
    const { panes, api } = await setUp();
    const other = panes.create({ paneId: "other" });
    whileItLoads(api, (pane) => pane.select());
    await ensurePane(api, "Messages", ROW, () => undefined);
    expect(panes.open).toBe(other);
  });

  it("leaves a pane open that was open before", async () => {
    const { panes, api } = await setUp();
    const other = panes.create({ paneId: "other" });
    await ensurePane(api, "Messages", ROW, () => undefined);
    expect(panes.open).toBe(other);
  });

  it("leaves another product's pane open that opened meanwhile", async () => {
    const { panes, api } = await setUp();
    const other = panes.create({ paneId: "other", isSelected: false });
    whileItLoads(api, () => panes.select(other));
    await ensurePane(api, "Messages", ROW, () => undefined);
    expect(panes.open).toBe(other);
  });

  it("takes an unfilled pane away again, and says why it could not be filled", async () => {
    const { panes, api } = await setUp();
    const reason = new Error("the form cannot be shown");
    whileItLoads(api, () => {
      throw reason;
    });
    await expect(ensurePane(api, "Messages", ROW, () => undefined)).rejects.toBe(reason);
    expect(panes.panes).toEqual([]);
  });

  it("makes no second one, neither later nor when another frame makes it at the same moment", async () => {
    const { panes, api } = await setUp();
    const createPane = jest.fn(api.createPane);
    api.createPane = async (options) => {
      // Both frames have looked by the time that one of them makes the pane.
      await Promise.resolve();
      return createPane(options);
    };
    await Promise.all([ensurePane(api, "Messages", ROW, () => undefined), ensurePane(api, "Messages", ROW, () => undefined)]);
    expect([createPane.mock.calls.length, panes.panes.map(({ paneId, visit }) => [paneId, visit])]).toEqual([2, [[PANE_ID, 1]]]);
    await ensurePane(api, "Messages", ROW, () => undefined);
    expect([createPane.mock.calls.length, panes.panes[0]?.visit]).toEqual([2, 1]);
  });

  it("says why the platform makes none", async () => {
    const { api } = await setUp();
    const reason = new Error("no panes in this app");
    api.createPane = () => Promise.reject(reason);
    await expect(ensurePane(api, "Messages", ROW, () => undefined)).rejects.toBe(reason);
  });
});

describe("what the agent sees", () => {
  async function made() {
    const set = await setUp();
    await ensurePane(set.api, "Messages", ROW, () => undefined);
    const [pane] = set.panes.panes;
    if (!pane) throw new Error("There is no pane.");
    return { ...set, pane, other: set.panes.create({ paneId: "other", isSelected: false }) };
  }

  it("is the pane only while it is selected and the panes are expanded", async () => {
    const { panes, api, pane, other } = await made();
    expect(isPaneOpen(api)).toBe(false);
    panes.select(pane);
    expect(isPaneOpen(api)).toBe(true);
    panes.state = 0;
    expect(isPaneOpen(api)).toBe(false);
    panes.select(other);
    expect(isPaneOpen(api)).toBe(false);
  });

  it("becomes the pane, whichever was selected before", async () => {
    const { panes, api, pane, other } = await made();
    panes.select(other);
    showPane(api, true);
    expect(panes.open).toBe(pane);
  });

  it("becomes the pane also where selecting alone expands nothing", async () => {
    const { panes, api, pane } = await made();
    const facade = api.getPane(PANE_ID);
    if (!facade) throw new Error("There is no pane.");
    facade.select = () => {
      panes.select(pane);
      panes.state = 0;
    };
    showPane(api, true);
    expect(panes.open).toBe(pane);
  });

  it("stays another product's pane when ours is to be hidden", async () => {
    const { panes, api, other } = await made();
    panes.select(other);
    showPane(api, false);
    expect(panes.open).toBe(other);
  });

  it("is not drawn anew when the pane is there already", async () => {
    const { panes, api } = await made();
    showPane(api, true);
    const changed = jest.fn();
    panes.subscribe(changed);
    showPane(api, true);
    expect(changed).not.toHaveBeenCalled();
  });

  it("stays as it is where there is no pane to show", async () => {
    const { panes, api } = await setUp();
    showPane(api, false);
    expect(panes.open).toBeUndefined();
  });
});
