import { createClient } from "../../shared/dataverse/client";
import { prepareStart } from "../../launcher/start";
import { isAvailable, openMessages } from "../../launcher/ribbon";
import { startDataverse } from "../dataverse";
import type { Login, TestDataverse } from "../dataverse";
import { closeApp, createPanes, openApp } from "./app";

let dataverse: TestDataverse;
const start = (login: Login, app = "msgn_MessageNotification") =>
  prepareStart(createClient(dataverse.fetchAs(login)), { userId: dataverse.idOf(login), userName: login, app });

beforeEach(async () => {
  dataverse = await startDataverse();
});

afterEach(() => dataverse.close());

it("makes the agent's own settings row once, and finds it again", async () => {
  const first = await start("ana");
  expect(first).toEqual(expect.any(String));
  expect(await start("ana")).toBe(first);
  expect(dataverse.rows("msgn_agentsettings")).toEqual([
    expect.objectContaining({ _msgn_userid_value: dataverse.idOf("ana"), _ownerid_value: dataverse.idOf("ana") }),
  ]);
});

it("asks nothing but the roles of a user who has no part in the product", async () => {
  expect(await start("zoe")).toBeNull();
  expect(dataverse.asked).toEqual([expect.stringContaining("RetrieveUserSetOfPrivilegesByNames")]);
});

it("makes the default configuration record for an administrator, once", async () => {
  await Promise.all([start("mia"), start("mia"), start("root")]);
  expect(dataverse.rows("msgn_configurations")).toEqual([expect.objectContaining({ msgn_name: "Default", msgn_idletimeoutminutes: 15 })]);
});

it("leaves the making of the configuration record to those who may, and works without", async () => {
  expect(await start("ana")).not.toBeNull();
  expect(dataverse.rows("msgn_configurations")).toEqual([]);
});

it("shows only in the apps that the configuration record names", async () => {
  dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_apps: "sales_app, MSGN_MessageNotification" });
  expect(await start("ana")).not.toBeNull();
  expect(await start("ana", "hr_app")).toBeNull();
});

describe("the enable rule", () => {
  const realFetch = globalThis.fetch;

  afterEach(() => {
    globalThis.fetch = realFetch;
    closeApp();
  });

  it("is no, without an error, where the app has no side panes", async () => {
    expect(await isAvailable()).toBe(false);
    openApp(undefined);
    expect(await isAvailable()).toBe(false);
  });

  it("is no when the server cannot be reached, and never throws", async () => {
    openApp(createPanes());
    globalThis.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
    expect(await isAvailable()).toBe(false);
  });

  it("makes one pane on the host form, unselected, however often it is asked", async () => {
    jest.resetModules();
    const fresh = await import("../../launcher/ribbon");
    const panes = createPanes();
    openApp(panes, `{${dataverse.idOf("ana").toUpperCase()}}`);
    globalThis.fetch = dataverse.fetchAs("ana") as typeof fetch;
    expect(await Promise.all([fresh.isAvailable(), fresh.isAvailable(), fresh.isAvailable()])).toEqual([true, true, true]);
    expect(await fresh.isAvailable()).toBe(true);
    expect([panes.created, panes.state]).toEqual([1, 0]);
    expect(panes.all[0]?.shows).toMatchObject({ entityName: "msgn_agentsetting" });
    openMessages();
    expect(panes.state).toBe(1);
  });

  it("makes one pane when two frames, each with its own script, start at the same moment", async () => {
    const panes = createPanes();
    openApp(panes, dataverse.idOf("ana"));
    globalThis.fetch = dataverse.fetchAs("ana") as typeof fetch;
    const frames = await Promise.all([1, 2].map(() => freshRibbon()));
    expect(await frames[0]?.isAvailable()).toBe(true);
    expect(await frames[1]?.isAvailable()).toBe(true);
    expect(panes.created).toBe(1);
  });

  it("takes an unfilled pane away again, and fills one the next time", async () => {
    const panes = createPanes();
    panes.failNextNavigation = true;
    openApp(panes, dataverse.idOf("ana"));
    globalThis.fetch = dataverse.fetchAs("ana") as typeof fetch;
    expect(await (await freshRibbon()).isAvailable()).toBe(false);
    expect(panes.all).toEqual([]);
    expect(await (await freshRibbon()).isAvailable()).toBe(true);
    expect(panes.all).toHaveLength(1);
  });

  it("is no, without an error, when the platform itself throws", async () => {
    const panes = createPanes();
    openApp({
      ...panes,
      getPane: () => {
        throw new Error("no panes today");
      },
    });
    expect(await (await freshRibbon()).isAvailable()).toBe(false);
  });

  it("is no when the server takes longer than the platform waits", async () => {
    jest.useFakeTimers();
    openApp(createPanes(), dataverse.idOf("ana"));
    globalThis.fetch = () => new Promise(() => undefined);
    const answer = (await freshRibbon()).isAvailable();
    await jest.advanceTimersByTimeAsync(8_000);
    expect(await answer).toBe(false);
    jest.useRealTimers();
  });
});

/** The script as another frame has it: with globals of its own. */
function freshRibbon() {
  jest.resetModules();
  return import("../../launcher/ribbon");
}
