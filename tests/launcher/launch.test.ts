/** Starts that fail and are tried again, and starts by an administrator's own page. */
import { PANE_ID } from "../../launcher/pane";
import { answerOnce, bugs, cutConnection, dataverseForEachTest, freshLauncher, openApp, settled } from "./app";

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

  it("again and again is tried more and more seldom, at most every five minutes", async () => {
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
    expect(tries).toBeGreaterThan(12);
    expect(tries).toBeLessThan(35);
  });

  it("because the server is busy is tried again when the server says, not before", async () => {
    const { ribbon } = await setUp();
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
