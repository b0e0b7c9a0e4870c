/** An agent's settings from the dialog's question to the row of the sandbox, and back in every tab. */
import { createAgentGateway } from "../../../shared/dataverse/agentGateway";
import { createClient } from "../../../shared/dataverse/client";
import { createGateway } from "../../../shared/dataverse/gateway";
import { NO_SETTINGS } from "../../../shared/domain/settings";
import { createActions } from "../../../shared/inbox/actions";
import { createInbox } from "../../../shared/inbox/inbox";
import type { Fetch } from "../../../shared/dataverse/client";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";
import { createWorld, takeReports } from "./laboratory";
import { SILENT_SERVER } from "./silentServer";
import { withSettings } from "./withSettings";
import type { BrowserWorld } from "./laboratory";

const WANTED = { ...NO_SETTINGS, corner: "top-start", sound: false, desktop: true, quietUntil: Date.UTC(2026, 10, 22, 13) } as const;
let dataverse: TestDataverse;
let world: BrowserWorld;

beforeEach(async () => {
  dataverse = await startDataverse();
  world = createWorld((ms) => (dataverse.now += ms));
});
afterEach(() => dataverse.close());

/** A tab of Ana's with its first list. */
async function openTab(fetch: Fetch = dataverse.fetchAs("ana")) {
  const tab = world.tab("ana");
  const rung: string[] = [];
  const client = createClient(fetch);
  const inbox = createInbox({
    gateway: createGateway(client, dataverse.idOf("ana"), tab.now),
    browser: tab,
    channel: tab.channel,
    alerter: {
      ring: () => rung.push("ring"),
      notify: () => rung.push("notify"),
      askPermission: () => Promise.resolve(true),
      permission: () => "default",
    },
    openSession: () => Promise.resolve(true),
    createActions: (tools) =>
      createActions(tools, { agent: createAgentGateway(client, dataverse.idOf("ana"), tab.now), panel: SILENT_SERVER }),
  });
  await world.settle();
  return { inbox: withSettings(inbox), rung };
}

const settingsOfAna = () => dataverse.rows(`msgn_agentsettings?$filter=_ownerid_value eq ${dataverse.idOf("ana")}`);

it("are written to the agent's own row, made where there is none, and are in effect at once in every tab", async () => {
  const [one, other] = [await openTab(), await openTab()];
  expect(await one.inbox.saveSettings(WANTED)).toBeNull();
  expect(settingsOfAna()).toEqual([
    expect.objectContaining({
      msgn_bubblecorner: 864500003,
      msgn_sound: false,
      msgn_desktopnotification: true,
      msgn_donotdisturbuntil: "2026-11-22T13:00:00Z",
    }),
  ]);
  for (const { inbox } of [one, other]) {
    const { bubble, settings } = inbox.getSnapshot();
    expect([bubble.corner, settings?.chosen]).toEqual(["top-start", { ...NO_SETTINGS, ...WANTED }]);
  }
  expect(await one.inbox.saveSettings({ ...WANTED, corner: null, quietUntil: null })).toBeNull();
  expect(other.inbox.getSnapshot().bubble.corner).toBe("bottom-end");
  expect(settingsOfAna()).toEqual([expect.objectContaining({ msgn_bubblecorner: null, msgn_donotdisturbuntil: null })]);
  for (const { inbox } of [one, other]) inbox.destroy();
});

it("leave alone what was saved elsewhere meanwhile: only what is changed is written", async () => {
  const { inbox } = await openTab();
  await inbox.saveSettings({ order: "longest" });
  const [row] = settingsOfAna();
  // Her other computer, which no channel reaches.
  dataverse.system("PATCH", `msgn_agentsettings(${String(row?.["msgn_agentsettingid"])})`, { msgn_density: 864500001 });
  // Two at once: neither knows of the other when it is asked for.
  await Promise.all([inbox.saveSettings({ filter: "mine" }), inbox.saveSettings({ shortcut: "" })]);
  expect(settingsOfAna()).toEqual([
    expect.objectContaining({
      msgn_listorder: 864500001,
      msgn_density: 864500001,
      msgn_listfilter: 864500002,
      msgn_shortcut: "None",
      msgn_sound: false,
    }),
  ]);
  expect(inbox.getSnapshot().settings?.chosen).toMatchObject({ order: "longest", filter: "mine", shortcut: "" });
  inbox.destroy();
});

it("decide how the next message is told", async () => {
  const { inbox, rung } = await openTab();
  const arrive = async (number: string) => {
    dataverse.text(number);
    inbox.navigated("history");
    await world.advance(3_000);
    return rung.splice(0);
  };
  expect(await arrive("+15550101")).toEqual([]);
  await inbox.saveSettings({ ...WANTED, sound: true, quietUntil: null });
  expect(await arrive("+15550102")).toEqual(["ring", "notify"]);
  await inbox.saveSettings({ ...WANTED, sound: true, quietUntil: inbox.serverNow() + 60_000 });
  expect(await arrive("+15550103")).toEqual([]);
  inbox.destroy();
});

it("are not taken back by an answer that was on its way when they were saved", async () => {
  let goOn: () => void = () => undefined;
  let isSlow = false;
  const fetch = dataverse.fetchAs("ana");
  const slow: Fetch = async (url, init) => {
    const answer = await fetch(url, init);
    if (isSlow && init.method === "GET" && url.includes("msgn_configurations")) await new Promise<void>((resolve) => (goOn = resolve));
    return answer;
  };
  const { inbox } = await openTab(slow);
  await inbox.saveSettings({ ...WANTED, corner: "top-end" });
  isSlow = true;
  // The profile is read again in the background once it is old: one part of it is here, and the others are not.
  await world.advance(660_000);
  const saving = inbox.saveSettings(WANTED);
  await world.settle();
  expect(await saving).toBeNull();
  goOn();
  await world.settle();
  expect(inbox.getSnapshot().settings?.chosen).toEqual({ ...NO_SETTINGS, ...WANTED });
  inbox.destroy();
});

it("stay as they were where the server does not take them", async () => {
  const fetch = dataverse.fetchAs("ana");
  const { inbox } = await openTab((url, init) => (init.method === "PATCH" ? Promise.reject(new TypeError("cut")) : fetch(url, init)));
  expect(await inbox.saveSettings(WANTED)).toBe("unreachable");
  expect(inbox.getSnapshot().bubble.corner).toBe("bottom-end");
  inbox.destroy();
});

it("are not saved by a bug, which is reported", async () => {
  const fetch = dataverse.fetchAs("ana");
  const { inbox } = await openTab(fetch);
  expect(await inbox.saveSettings({ ...WANTED, quietUntil: Number.NaN })).toBe("failed");
  expect(takeReports()).toEqual([expect.any(RangeError)]);
  inbox.destroy();
});
