import { createPresence } from "../../shared/browser/presence";
import { PANE_ID } from "../../launcher/pane";
import { dataverseForEachTest, freshLauncher, openApp, settled, visibility } from "./app";

/** A window of the browser, at its place on the screen. */
const windowAt = (screenX: number, document = visibility) => ({ screenX, screenY: 0, outerWidth: 1_400, outerHeight: 900, document });
const current = dataverseForEachTest();

/** Ana's app with its pane, which no host form has announced. */
async function setUp() {
  const app = await openApp(current(), "ana");
  const other = app.panes.create({ paneId: "other", isSelected: false });
  const launcher = await freshLauncher();
  const start = async () => {
    await launcher.Ribbon.isAvailable();
    const pane = app.panes.find(PANE_ID);
    if (!pane) throw new Error("There is no pane.");
    return pane;
  };
  return { app, other, start, launcher };
}

async function pass(ms: number) {
  await settled();
  await jest.advanceTimersByTimeAsync(ms);
  await settled();
}

/** The pane's host form comes, as the platform would mount it. */
async function mount({ app }: Awaited<ReturnType<typeof setUp>>) {
  const page = app.panes.find(PANE_ID)?.page;
  if (page?.pageType === "entityrecord") await app.openForm(page.entityName, page.entityId, page.formId);
  await settled();
}

describe("a pane whose form has not announced itself after ten seconds", () => {
  it("is selected once, until its form has come, and is out of the way again", async () => {
    const set = await setUp();
    const pane = await set.start();
    await pass(9_999);
    expect(set.app.panes.open).toBeUndefined();
    await pass(1);
    expect(set.app.panes.open).toBe(pane);
    await mount(set);
    expect(set.app.panes.open).toBeUndefined();
    await pass(60_000);
    expect(set.app.panes.open).toBeUndefined();
  });

  it("gives the place back to the pane that was open", async () => {
    const set = await setUp();
    set.app.panes.select(set.other);
    const pane = await set.start();
    await pass(10_000);
    expect(set.app.panes.open).toBe(pane);
    await mount(set);
    expect(set.app.panes.open).toBe(set.other);
  });

  it("leaves the pane selected that was selected and collapsed, and collapses", async () => {
    const set = await setUp();
    set.app.panes.select(set.other);
    set.app.panes.state = 0;
    await set.start();
    await pass(10_000);
    await mount(set);
    expect([set.app.panes.selected, set.app.panes.open]).toEqual([set.other, undefined]);
  });

  it("is out of the way again after five seconds where no form comes at all", async () => {
    const set = await setUp();
    const pane = await set.start();
    await pass(10_000);
    await pass(4_999);
    expect(set.app.panes.open).toBe(pane);
    await pass(1);
    expect(set.app.panes.open).toBeUndefined();
  });

  it("leaves another product's pane open that opened meanwhile", async () => {
    const set = await setUp();
    await set.start();
    await pass(10_000);
    set.app.panes.select(set.other);
    await mount(set);
    expect(set.app.panes.open).toBe(set.other);
  });

  it("stays open where the agent has opened it meanwhile", async () => {
    const set = await setUp();
    const pane = await set.start();
    await pass(5_000);
    set.app.panes.select(pane);
    await pass(20_000);
    expect(set.app.panes.open).toBe(pane);
  });

  it("is watched by the next frame, where the frame that made it has gone", async () => {
    const set = await setUp();
    const pane = await set.start();
    jest.clearAllTimers();
    await (await freshLauncher()).Ribbon.isAvailable();
    await pass(10_000);
    expect(set.app.panes.open).toBe(pane);
  });
});

it("a window that the agent does not look at waits until they do", async () => {
  const set = await setUp();
  visibility.visibilityState = "hidden";
  const pane = await set.start();
  await pass(600_000);
  expect(set.app.panes.open).toBeUndefined();
  visibility.visibilityState = "visible";
  visibility.dispatchEvent(new Event("visibilitychange"));
  await pass(10_000);
  expect(set.app.panes.open).toBe(pane);
});

it.each([
  ["beside this one", windowAt(1_400)],
  ["that the agent does not look at", windowAt(0, Object.assign(new EventTarget(), { visibilityState: "hidden" as const }))],
])("the host form of another window, %s, is not taken for this one's", async (_, other) => {
  createPresence(other).announce();
  const isThere = createPresence(windowAt(0)).isThere(10_000);
  createPresence(other).announce();
  await pass(10_000);
  expect(await isThere).toBe(false);
});

it("the host form of this window is found from any frame, however late it comes", async () => {
  const isThere = createPresence(windowAt(0)).isThere(10_000);
  await pass(9_000);
  createPresence(windowAt(0)).announce();
  await settled();
  expect(await isThere).toBe(true);
});

it("is selected for its form's sake also where the platform answers only when the pane is mounted", async () => {
  const set = await setUp();
  const api = set.app.xrm.App?.sidePanes;
  if (!api) throw new Error("The sandbox has no side panes.");
  const { createPane } = api;
  api.createPane = async (options) => {
    const pane = await createPane(options);
    const navigate = pane.navigate.bind(pane);
    // Resolves when the pane has been selected.
    pane.navigate = async (page) => {
      await navigate(page);
      await new Promise<void>((resolve) => {
        set.app.panes.subscribe(() => {
          if (set.app.panes.open) resolve();
        });
      });
    };
    return pane;
  };
  const selected = jest.spyOn(set.app.panes, "select");
  const isAvailable = set.launcher.Ribbon.isAvailable();
  await pass(1_000);
  await pass(10_000);
  expect(selected).toHaveBeenCalledTimes(1);
  // The rule did not wait for it; once it is mounted, everything is as it was.
  expect([await isAvailable, set.app.panes.open]).toEqual([false, undefined]);
});

it("is selected once, however many frames come and go after a form that never announces itself", async () => {
  const set = await setUp();
  await set.start();
  await pass(30_000);
  const selected = jest.spyOn(set.app.panes, "select");
  for (let frame = 0; frame < 5; frame++) {
    await (await freshLauncher()).Ribbon.isAvailable();
    await pass(20_000);
  }
  expect(selected).not.toHaveBeenCalled();
});

it("a pane whose form is there is never touched", async () => {
  const set = await setUp();
  await set.start();
  await mount(set);
  const changed = jest.fn();
  set.app.panes.subscribe(changed);
  await pass(60_000);
  // Nor by another frame that starts later.
  await (await freshLauncher()).Ribbon.isAvailable();
  await pass(60_000);
  expect([changed.mock.calls, set.app.panes.open]).toEqual([[], undefined]);
});

it("without a way to ask, no pane is touched", async () => {
  const set = await setUp();
  const RealChannel = globalThis.BroadcastChannel;
  Reflect.deleteProperty(globalThis, "BroadcastChannel");
  try {
    await set.start();
    await pass(60_000);
    expect(set.app.panes.open).toBeUndefined();
  } finally {
    globalThis.BroadcastChannel = RealChannel;
  }
});
