/** What the launcher tells in the user's own row, for an administrator who looks for a cause: the day of the start, the hook that made the pane, the version. */
import { reportStart } from "../../launcher/reportStart";
import { prepareStart } from "../../launcher/start";
import { createClient } from "../../shared/dataverse/client";
import { answerOnce, dataverseForEachTest, freshLauncher, openApp, settled } from "./app";
import type { Launcher } from "./app";

declare const PRODUCT_VERSION: string;

const current = dataverseForEachTest();
/** Time is the launcher's own here: the fake timers' clock. */
const today = () => new Date().toISOString().slice(0, 10);
const lines = () =>
  current()
    .rows("msgn_agentsettings?$select=msgn_laststart")
    .map((row) => row["msgn_laststart"]);

const HOOKS: readonly (readonly [string, (launcher: Launcher) => unknown])[] = [
  ["global", ({ Ribbon }) => Ribbon.isAvailable()],
  ["form", ({ Ribbon }) => Ribbon.launchOnly("form")],
  ["list", ({ Ribbon }) => Ribbon.launchOnly("list")],
  ["onLoad", ({ Launch }) => Launch.onLoad()],
];

it.each(HOOKS)("tells that the hook %s has made the pane", async (hook, call) => {
  await openApp(current(), "ana");
  await call(await freshLauncher());
  await settled();
  expect(lines()).toEqual([`${today()} ${hook} ${PRODUCT_VERSION}`]);
});

it("tells that the hook is unknown where the browser has kept an earlier version's ribbon", async () => {
  await openApp(current(), "ana");
  (await freshLauncher()).Ribbon.launchOnly();
  await settled();
  expect(lines()).toEqual([`${today()} unknown ${PRODUCT_VERSION}`]);
});

it("tells the hook of the frame that has made the pane, not of one that found it", async () => {
  await openApp(current(), "ana");
  const [first, second] = [await freshLauncher(), await freshLauncher()];
  first.Ribbon.launchOnly("form");
  await Promise.all([second.Ribbon.isAvailable(), settled()]);
  await (await freshLauncher()).Ribbon.isAvailable();
  await settled();
  expect(lines()).toEqual([`${today()} form ${PRODUCT_VERSION}`]);
});

describe("a later start", () => {
  /** Starts once by the list; the app is then loaded anew. */
  async function startedBefore() {
    const app = await openApp(current(), "ana");
    (await freshLauncher()).Ribbon.launchOnly("list");
    await settled();
    for (const pane of app.panes.panes) app.panes.close(pane);
    current().asked.length = 0;
    return freshLauncher();
  }

  it("by the same hook on the same day writes nothing", async () => {
    const launcher = await startedBefore();
    launcher.Ribbon.launchOnly("list");
    await settled();
    expect(current().asked).toHaveLength(3);
    expect(current().asked.filter((request) => !request.startsWith("GET"))).toEqual([]);
  });

  it("by another hook writes once", async () => {
    const launcher = await startedBefore();
    await launcher.Ribbon.isAvailable();
    await settled();
    expect(lines()).toEqual([`${today()} global ${PRODUCT_VERSION}`]);
    expect(current().asked).toHaveLength(4);
  });

  it("on another day writes once", async () => {
    const launcher = await startedBefore();
    jest.setSystemTime(Date.now() + 86_400_000);
    launcher.Ribbon.launchOnly("list");
    await settled();
    expect(lines()).toEqual([`${today()} list ${PRODUCT_VERSION}`]);
  });

  it("in two tabs at once writes once: the second one has read a row that is no more", async () => {
    await startedBefore();
    const client = createClient(current().fetchAs("ana"));
    const row = await prepareStart(client, { userId: current().idOf("ana"), userName: "ana", app: "msgn_MessageNotification" });
    if (!row) throw new Error("Ana has a part in the product.");
    await reportStart(client, row, "form");
    await expect(reportStart(client, row, "onLoad")).rejects.toMatchObject({ kind: "stale" });
    expect(lines()).toEqual([`${today()} form ${PRODUCT_VERSION}`]);
  });
});

it("goes on without a word where the role may not write the row", async () => {
  const app = await openApp(current(), "ana");
  const { Ribbon } = await freshLauncher();
  await Ribbon.isAvailable();
  for (const pane of app.panes.panes) app.panes.close(pane);
  answerOnce("msgn_agentsettings(", () => new Response("", { status: 403 }));
  Ribbon.launchOnly("form");
  await settled();
  expect(app.panes.panes).toHaveLength(1);
});
