import { PANE_ID } from "../../launcher/pane";
import { answerOnce, bugs, cutConnection, dataverseForEachTest, freshLauncher, openApp, settled } from "./app";

const current = dataverseForEachTest();

async function setUp() {
  const app = await openApp(current(), "ana");
  return { app, ribbon: (await freshLauncher()).Ribbon };
}

it("is one global with what the solution's ribbon and forms name", async () => {
  const { Ribbon, HostForm, Launch } = await freshLauncher();
  expect([Ribbon, HostForm, Launch].map(Object.keys)).toEqual([["isAvailable", "launchOnly", "openMessages"], ["onLoad"], ["onLoad"]]);
});

describe("the enable rule", () => {
  it("is no, without an error, where the app has no side panes", async () => {
    const { app, ribbon } = await setUp();
    for (const xrm of [{ App: {}, Utility: app.xrm.Utility }, { Utility: app.xrm.Utility }, undefined]) {
      Object.assign(globalThis, { Xrm: xrm });
      expect(await ribbon.isAvailable()).toBe(false);
      ribbon.openMessages();
    }
  });

  it("is no when the server cannot be reached", async () => {
    const { app, ribbon } = await setUp();
    cutConnection();
    expect(await ribbon.isAvailable()).toBe(false);
    expect(app.panes.panes).toEqual([]);
  });

  it("makes one pane on the host form, unselected, however often it is asked", async () => {
    const { app, ribbon } = await setUp();
    expect(await Promise.all([ribbon.isAvailable(), ribbon.isAvailable(), ribbon.isAvailable()])).toEqual([true, true, true]);
    expect(await ribbon.isAvailable()).toBe(true);
    expect(app.panes.panes).toEqual([expect.objectContaining({ paneId: PANE_ID, visit: 1 })]);
    expect(app.panes.open).toBeUndefined();
  });

  it("leaves the watch for a pane that is not mounted behind, once", async () => {
    const { ribbon } = await setUp();
    expect([await ribbon.isAvailable(), jest.getTimerCount()]).toEqual([true, 1]);
    expect([await ribbon.isAvailable(), jest.getTimerCount()]).toEqual([true, 1]);
  });

  it("asks nothing but whether the pane is there, once it is there", async () => {
    const { ribbon } = await setUp();
    await ribbon.isAvailable();
    current().asked.length = 0;
    const other = (await freshLauncher()).Ribbon;
    expect([await ribbon.isAvailable(), await other.isAvailable(), current().asked]).toEqual([true, true, []]);
  });

  it("makes one pane when two frames, each with its own script, start at the same moment", async () => {
    const { app, ribbon } = await setUp();
    const other = (await freshLauncher()).Ribbon;
    expect(await Promise.all([ribbon.isAvailable(), other.isAvailable()])).toEqual([true, true]);
    expect(app.panes.panes).toEqual([expect.objectContaining({ visit: 1 })]);
  });

  it("makes the pane anew when somebody has taken it away", async () => {
    const { app, ribbon } = await setUp();
    await ribbon.isAvailable();
    for (const pane of app.panes.panes) app.panes.close(pane);
    expect(await ribbon.isAvailable()).toBe(true);
    expect(app.panes.panes).toHaveLength(1);
  });

  it.each([
    [1033, "Messages"],
    [1031, "Nachrichten"],
    [1025, "الرسائل"],
    [1037, "Messages"],
  ])("calls the pane in the user's language, %i: %s", async (language, title) => {
    const app = await openApp(current(), "ana", language);
    await (await freshLauncher()).Ribbon.isAvailable();
    expect(app.panes.panes[0]?.title).toBe(title);
  });

  it("asks the server of a user who has no part in the product once in five minutes, and makes the pane when a role was given meanwhile", async () => {
    const { app, ribbon } = await setUp();
    answerOnce("RetrieveUserSetOfPrivilegesByNames", () => Response.json({ RolePrivileges: [] }));
    expect([await ribbon.isAvailable(), await ribbon.isAvailable()]).toEqual([false, false]);
    expect([app.panes.panes, current().asked]).toEqual([[], []]);
    jest.advanceTimersByTime(299_999);
    expect([await ribbon.isAvailable(), current().asked]).toEqual([false, []]);
    jest.advanceTimersByTime(1);
    expect([await ribbon.isAvailable(), app.panes.panes.length]).toEqual([true, 1]);
  });

  it("is no when the server takes longer than two seconds, and the pane comes all the same", async () => {
    const { app, ribbon } = await setUp();
    const send = globalThis.fetch;
    let goOn = (): void => undefined;
    const wait = new Promise<void>((resolve) => (goOn = resolve));
    globalThis.fetch = async (input, init) => {
      await wait;
      return send(input, init);
    };
    const answer = ribbon.isAvailable();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await answer).toBe(false);
    goOn();
    await settled();
    expect(app.panes.panes).toHaveLength(1);
  });
});

describe("the rule on every table's forms and lists", () => {
  it("makes the pane, and answers no at once, so that no second button shows", async () => {
    const { app, ribbon } = await setUp();
    expect([ribbon.launchOnly(), ribbon.launchOnly()]).toEqual([false, false]);
    await settled();
    expect(app.panes.panes).toEqual([expect.objectContaining({ paneId: PANE_ID, visit: 1 })]);
    expect(app.panes.open).toBeUndefined();
  });

  it("makes one pane together with the global rule", async () => {
    const { app, ribbon } = await setUp();
    const other = (await freshLauncher()).Ribbon;
    other.launchOnly();
    expect([await ribbon.isAvailable(), ribbon.launchOnly()]).toEqual([true, false]);
    await settled();
    expect(app.panes.panes).toEqual([expect.objectContaining({ paneId: PANE_ID, visit: 1 })]);
  });
});

describe("a bug", () => {
  const bug = new TypeError("undefined is not a function");
  const broken = () => {
    throw bug;
  };

  it("is reported where the rule looks for the pane, and the rule says no", async () => {
    const { app, ribbon } = await setUp();
    Object.assign(app.xrm.App?.sidePanes ?? {}, { getPane: broken });
    expect([await ribbon.isAvailable(), bugs()]).toEqual([false, [bug]]);
  });

  it("is reported at the start, which is tried again", async () => {
    const { app, ribbon } = await setUp();
    const { getGlobalContext } = app.xrm.Utility;
    Object.assign(app.xrm.Utility, { getGlobalContext: broken });
    expect([await ribbon.isAvailable(), await ribbon.isAvailable(), bugs()]).toEqual([false, false, [bug]]);
    Object.assign(app.xrm.Utility, { getGlobalContext });
    jest.advanceTimersByTime(3_000);
    expect(await ribbon.isAvailable()).toBe(true);
  });

  it("is what a platform does that shows no form, and the next try fills a new pane", async () => {
    const { app, ribbon } = await setUp();
    const panes = app.xrm.App?.sidePanes;
    if (!panes) throw new Error("The sandbox has no side panes.");
    const { createPane } = panes;
    panes.createPane = async (options) => Object.assign(await createPane(options), { navigate: () => Promise.reject(bug) });
    expect([await ribbon.isAvailable(), app.panes.panes, bugs()]).toEqual([false, [], [bug]]);
    panes.createPane = createPane;
    jest.advanceTimersByTime(3_000);
    expect([await ribbon.isAvailable(), app.panes.panes.length]).toEqual([true, 1]);
  });
});

it("opens the pane by its command", async () => {
  const { app, ribbon } = await setUp();
  await ribbon.isAvailable();
  ribbon.openMessages();
  expect(app.panes.open?.paneId).toBe(PANE_ID);
});
