import { PANE_ID } from "../../launcher/pane";
import { bugs, cutConnection, dataverseForEachTest, freshLauncher, openApp, settled } from "./app";

const current = dataverseForEachTest();

async function setUp() {
  const app = await openApp(current(), "ana");
  return { app, ribbon: (await freshLauncher()).Ribbon };
}

/** The first request of the scripts whose address contains `part` gets this answer instead of the server's. */
function answerOnce(part: string, answer: () => Response): void {
  const send = globalThis.fetch;
  let isAnswered = false;
  globalThis.fetch = (input, init) => {
    if (isAnswered || !(input as string).includes(part)) return send(input, init);
    isAnswered = true;
    return Promise.resolve(answer());
  };
}

const signInPage = () => new Response("<!doctype html><title>Sign in</title>", { headers: { "Content-Type": "text/html" } });

/** Time for everything but the in-process server. */
const stopTime = (): void => void jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });

afterEach(() => jest.useRealTimers());

it("is one global with what the solution's ribbon and forms name", async () => {
  const { Ribbon, HostForm } = await freshLauncher();
  expect([Object.keys(Ribbon), Object.keys(HostForm)]).toEqual([["isAvailable", "openMessages"], ["onLoad"]]);
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

  it("leaves no timer behind once it has answered", async () => {
    const { ribbon } = await setUp();
    stopTime();
    expect([await ribbon.isAvailable(), jest.getTimerCount()]).toEqual([true, 0]);
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

  it("asks the server once for a user who has no part in the product", async () => {
    const app = await openApp(current(), "zoe");
    const { Ribbon } = await freshLauncher();
    expect([await Ribbon.isAvailable(), await Ribbon.isAvailable()]).toEqual([false, false]);
    expect([app.panes.panes, current().asked]).toEqual([[], [expect.stringContaining("RetrieveUserSetOfPrivilegesByNames")]]);
  });

  it("is no when the server takes longer than the platform waits, and the pane comes all the same", async () => {
    const { app, ribbon } = await setUp();
    stopTime();
    const send = globalThis.fetch;
    let goOn = (): void => undefined;
    const wait = new Promise<void>((resolve) => (goOn = resolve));
    globalThis.fetch = async (input, init) => {
      await wait;
      return send(input, init);
    };
    const answer = ribbon.isAvailable();
    await jest.advanceTimersByTimeAsync(8_000);
    expect(await answer).toBe(false);
    goOn();
    await settled();
    expect(app.panes.panes).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe("a start that failed", () => {
  it.each([
    ["roles", "RetrieveUserSetOfPrivilegesByNames"],
    ["configuration", "msgn_configurations"],
    ["settings row", "msgn_agentsettings"],
  ])("because the sign-in page came instead of the %s is tried again after half a minute, and the pane comes", async (_, part) => {
    const { app, ribbon } = await setUp();
    stopTime();
    answerOnce(part, signInPage);
    expect(await ribbon.isAvailable()).toBe(false);
    current().asked.length = 0;
    jest.advanceTimersByTime(29_999);
    expect([await ribbon.isAvailable(), current().asked]).toEqual([false, []]);
    jest.advanceTimersByTime(1);
    expect([await ribbon.isAvailable(), app.panes.panes.length]).toEqual([true, 1]);
  });

  it("because the settings row came without its id is tried again", async () => {
    const { app, ribbon } = await setUp();
    stopTime();
    answerOnce("msgn_agentsettings", () => Response.json({ msgn_name: "Ana Ruiz" }));
    expect([await ribbon.isAvailable(), app.panes.panes.length]).toEqual([false, 0]);
    jest.advanceTimersByTime(30_000);
    expect([await ribbon.isAvailable(), app.panes.panes.length]).toEqual([true, 1]);
  });

  it("because the server is busy is tried again when the server says, not before", async () => {
    const { ribbon } = await setUp();
    stopTime();
    answerOnce("msgn_configurations", () => new Response("", { status: 429, headers: { "Retry-After": "90" } }));
    expect(await ribbon.isAvailable()).toBe(false);
    current().asked.length = 0;
    jest.advanceTimersByTime(89_999);
    expect([await ribbon.isAvailable(), current().asked]).toEqual([false, []]);
    jest.advanceTimersByTime(1);
    expect(await ribbon.isAvailable()).toBe(true);
  });

  it("is no bug, and nobody is told", async () => {
    const { ribbon } = await setUp();
    cutConnection();
    await ribbon.isAvailable();
    expect(bugs()).toEqual([]);
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

  it("is reported at the start, which is tried again after half a minute", async () => {
    const { app, ribbon } = await setUp();
    stopTime();
    const { getGlobalContext } = app.xrm.Utility;
    Object.assign(app.xrm.Utility, { getGlobalContext: broken });
    expect([await ribbon.isAvailable(), await ribbon.isAvailable(), bugs()]).toEqual([false, false, [bug]]);
    Object.assign(app.xrm.Utility, { getGlobalContext });
    jest.advanceTimersByTime(30_000);
    expect(await ribbon.isAvailable()).toBe(true);
  });

  it("is what a platform does that shows no form, and the next try fills a new pane", async () => {
    const { app, ribbon } = await setUp();
    stopTime();
    const panes = app.xrm.App?.sidePanes;
    if (!panes) throw new Error("The sandbox has no side panes.");
    const { createPane } = panes;
    panes.createPane = async (options) => Object.assign(await createPane(options), { navigate: () => Promise.reject(bug) });
    expect([await ribbon.isAvailable(), app.panes.panes, bugs()]).toEqual([false, [], [bug]]);
    panes.createPane = createPane;
    jest.advanceTimersByTime(30_000);
    expect([await ribbon.isAvailable(), app.panes.panes.length]).toEqual([true, 1]);
  });
});

it("opens the pane by its command", async () => {
  const { app, ribbon } = await setUp();
  await ribbon.isAvailable();
  ribbon.openMessages();
  expect(app.panes.open?.paneId).toBe(PANE_ID);
});
