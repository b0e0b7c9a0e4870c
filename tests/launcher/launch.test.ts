/** Starts that fail and are tried again, and starts by an administrator's own page. */
import { PANE_ID } from "../../launcher/pane";
import { answerOnce, bugs, cutConnection, dataverseForEachTest, freshLauncher, openApp, settled, visibility } from "./app";

const current = dataverseForEachTest();

const signInPage = () => new Response("<!doctype html><title>Sign in</title>", { headers: { "Content-Type": "text/html" } });

async function setUp() {
  const app = await openApp(current(), "ana");
  return { app, ribbon: (await freshLauncher()).Ribbon };
}

describe("a start that failed", () => {
  const pages: readonly (readonly [string, () => Response])[] = [
    ["the sign-in page", signInPage],
    ["nothing", () => new Response("")],
    ["something else", () => Response.json({ message: "under maintenance" })],
    ["a list of something else", () => Response.json({ value: "none" })],
    ["an error", () => new Response("", { status: 503 })],
  ];
  const requests = ["RetrieveUserSetOfPrivilegesByNames", "msgn_configurations", "msgn_agentsettings"];

  it.each(requests.flatMap((part) => pages.map(([what, answer]) => [what, part, answer] as const)))(
    "because %s came for %s is tried again by itself within three seconds, and the pane comes",
    async (_, part, answer) => {
      const { app, ribbon } = await setUp();
      answerOnce(part, answer);
      expect(await ribbon.isAvailable()).toBe(false);
      current().asked.length = 0;
      jest.advanceTimersByTime(1_499);
      expect([await ribbon.isAvailable(), current().asked]).toEqual([false, []]);
      jest.advanceTimersByTime(1_501);
      await settled();
      expect([await ribbon.isAvailable(), app.panes.panes.length]).toEqual([true, 1]);
    },
  );

  it("again and again is tried more and more seldom, at least every two minutes", async () => {
    const { ribbon } = await setUp();
    cutConnection();
    let tries = 0;
    const cut = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      tries += 1;
      return cut(input, init);
    };
    await ribbon.isAvailable();
    for (let second = 0; second < 3_600; second++) await jest.advanceTimersByTimeAsync(1_000);
    expect(tries).toBeGreaterThan(30);
    expect(tries).toBeLessThan(70);
  });

  it("because the server is busy is tried again when the server says, not before", async () => {
    const { ribbon } = await setUp();
    answerOnce("msgn_configurations", () => new Response("", { status: 429, headers: { "Retry-After": "90" } }));
    expect(await ribbon.isAvailable()).toBe(false);
    current().asked.length = 0;
    jest.advanceTimersByTime(90_000);
    expect([await ribbon.isAvailable(), current().asked]).toEqual([false, []]);
    // Not all clients in the same second.
    jest.advanceTimersByTime(3_000);
    await settled();
    expect(await ribbon.isAvailable()).toBe(true);
  });

  it("again and again is tried by the next page at once, five seconds after the last try", async () => {
    const { app, ribbon } = await setUp();
    const send = globalThis.fetch;
    cutConnection();
    await ribbon.isAvailable();
    await jest.advanceTimersByTimeAsync(600_000);
    globalThis.fetch = send;
    const other = (await freshLauncher()).Ribbon;
    expect(await other.isAvailable()).toBe(true);
    for (const pane of app.panes.panes) app.panes.close(pane);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await ribbon.isAvailable()).toBe(true);
  });

  it("because the server is busy, and says that it may be asked at once, is tried a moment later all the same", async () => {
    const { ribbon } = await setUp();
    let asked = 0;
    globalThis.fetch = () => {
      asked += 1;
      return Promise.resolve(new Response("", { status: 429, headers: { "Retry-After": "0" } }));
    };
    await ribbon.isAvailable();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked).toBeLessThan(8);
  });

  it("because the server says no is asked again like a missing role: by a later page, after five minutes", async () => {
    const { ribbon } = await setUp();
    answerOnce("msgn_configurations", () => new Response("", { status: 403 }));
    expect(await ribbon.isAvailable()).toBe(false);
    current().asked.length = 0;
    await jest.advanceTimersByTimeAsync(299_999);
    expect([await ribbon.isAvailable(), current().asked]).toEqual([false, []]);
    await jest.advanceTimersByTimeAsync(1);
    expect(await ribbon.isAvailable()).toBe(true);
  });

  it("is not tried again while nobody looks at the window", async () => {
    const { app, ribbon } = await setUp();
    answerOnce("msgn_configurations", signInPage);
    await ribbon.isAvailable();
    visibility.visibilityState = "hidden";
    await jest.advanceTimersByTimeAsync(600_000);
    expect(app.panes.panes).toEqual([]);
    visibility.visibilityState = "visible";
    visibility.dispatchEvent(new Event("visibilitychange"));
    await settled();
    expect(app.panes.panes).toHaveLength(1);
  });

  it.each(["createPane", "navigate"])("because the platform's %s refuses is tried more and more seldom, and told once", async (refused) => {
    const { app, ribbon } = await setUp();
    const panes = app.xrm.App?.sidePanes;
    if (!panes) throw new Error("The sandbox has no side panes.");
    let tries = 0;
    const refuse = () => {
      tries += 1;
      return Promise.reject(new Error("not here"));
    };
    const { createPane } = panes;
    panes.createPane =
      refused === "createPane" ? refuse : async (options) => Object.assign(await createPane(options), { navigate: refuse });
    await ribbon.isAvailable();
    await jest.advanceTimersByTimeAsync(300_000);
    expect(tries).toBeLessThan(10);
    expect(bugs()).toHaveLength(1);
  });

  it("because the platform does not answer at all is tried again by a page after a minute", async () => {
    const { app, ribbon } = await setUp();
    const { getGlobalContext } = app.xrm.Utility;
    Object.assign(app.xrm.Utility, {
      getGlobalContext: () => ({ ...getGlobalContext(), getCurrentAppProperties: () => new Promise(() => undefined) }),
    });
    void ribbon.isAvailable();
    await jest.advanceTimersByTimeAsync(60_000);
    Object.assign(app.xrm.Utility, { getGlobalContext });
    expect(await ribbon.isAvailable()).toBe(true);
  });

  it("is no bug, and nobody is told", async () => {
    const { ribbon } = await setUp();
    cutConnection();
    await ribbon.isAvailable();
    expect(bugs()).toEqual([]);
  });
});

describe("an administrator's own page", () => {
  it("makes the pane as a form's OnLoad", async () => {
    const { app } = await setUp();
    (await freshLauncher()).Launch.onLoad({});
    await settled();
    expect(app.panes.panes).toEqual([expect.objectContaining({ paneId: PANE_ID, visit: 1 })]);
  });

  it("makes the pane from a web resource whose own window has no platform", async () => {
    const { app } = await setUp();
    const { Launch } = await freshLauncher();
    Object.assign(globalThis, { Xrm: undefined });
    Launch.onLoad(null, app.xrm);
    await settled();
    expect(app.panes.panes).toHaveLength(1);
  });

  it("does nothing where there is no platform at all", async () => {
    const { app } = await setUp();
    const { Launch } = await freshLauncher();
    Object.assign(globalThis, { Xrm: undefined });
    Launch.onLoad();
    await settled();
    expect([app.panes.panes, bugs()]).toEqual([[], []]);
  });
});
