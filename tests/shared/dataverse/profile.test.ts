import { profileOf, settingsColumns } from "../../../shared/dataverse/profile";
import { PRIVILEGES } from "../../../shared/dataverse/names";
import { NO_ALERTS } from "../../../shared/domain/alerts";
import { alertsOf, NO_SETTINGS } from "../../../shared/domain/settings";
import type { AgentSettings } from "../../../shared/domain/settings";
import { ben, NOON } from "../sessions";

const AGENT = new Set<string>([
  PRIVILEGES.readSession,
  PRIVILEGES.readMessage,
  PRIVILEGES.writeContactNumber,
  PRIVILEGES.createAgentSetting,
]);
const ADMINISTRATOR = new Set([...AGENT, PRIVILEGES.createConfiguration]);
const mayBlock = (privileges: ReadonlySet<string>, row?: object) => profileOf(ben.id, privileges, { ...row }).viewer.mayBlock;

it("lets agents block unless the configuration record says no", () => {
  expect([mayBlock(AGENT), mayBlock(AGENT, { msgn_agentsmayblock: true }), mayBlock(AGENT, { msgn_agentsmayblock: false })]).toEqual([
    true,
    true,
    false,
  ]);
});

it("lets an administrator block whatever the record says to agents", () => {
  expect(mayBlock(ADMINISTRATOR, { msgn_agentsmayblock: false })).toBe(true);
});

it("lets nobody block who may not write contact numbers", () => {
  expect(mayBlock(new Set([PRIVILEGES.readSession, PRIVILEGES.readMessage]))).toBe(false);
});

it("gives no part in the product to one who cannot read sessions and messages", () => {
  expect([profileOf(ben.id, AGENT).mayUse, profileOf(ben.id, new Set([PRIVILEGES.readSession])).mayUse]).toEqual([true, false]);
});

it("rings, and shows desktop notifications, only to an agent who wants that", () => {
  const alerts = (settings?: object) => {
    const profile = profileOf(ben.id, AGENT, {}, settings && { ...settings });
    return alertsOf(profile.settings, profile.allowed);
  };
  expect(alerts({})).toEqual(NO_ALERTS);
  expect(alerts({ msgn_sound: true })).toEqual({ sound: true, desktop: false, quietUntil: null });
  const wanted = { msgn_sound: false, msgn_desktopnotification: true, msgn_donotdisturbuntil: "2026-11-22T12:00:00Z" };
  expect(alerts(wanted)).toEqual({ sound: false, desktop: true, quietUntil: NOON });
  expect(alerts()).toEqual(NO_ALERTS);
});

it("alerts nobody where the configuration record forbids it, and keeps what the agent has chosen", () => {
  const forbidden = { msgn_soundallowed: false, msgn_desktopallowed: false };
  const { settings, allowed } = profileOf(ben.id, AGENT, forbidden, { msgn_sound: true, msgn_desktopnotification: true });
  expect(alertsOf(settings, allowed)).toMatchObject({ sound: false, desktop: false });
  expect(settings).toMatchObject({ sound: true, desktop: true });
});

/** The agent's own, as their row says. */
const settingsOf = (row: object) => profileOf(ben.id, AGENT, {}, { ...row }).settings;

const CHOSEN: AgentSettings = {
  corner: "top-start",
  place: { side: "start", permille: 0 },
  filter: "waiting",
  order: "longest",
  density: "roomy",
  shortcut: "Ctrl+Alt+N",
  countInTitle: false,
  sound: true,
  desktop: true,
  quietUntil: NOON,
  openIn: "page",
  lastList: "",
};

it("writes settings as it reads them", () => {
  for (const corner of [null, "bottom-end", "bottom-start", "top-end", "top-start"] as const) {
    for (const filter of ["all", "new", "mine", "waiting"] as const) {
      expect(settingsOf(settingsColumns({ ...CHOSEN, corner, filter }))).toEqual({ ...CHOSEN, corner, filter });
    }
  }
  const others: AgentSettings = { ...NO_SETTINGS, place: { side: "end", permille: 1000 }, shortcut: "", openIn: "pane" };
  for (const settings of [NO_SETTINGS, others]) expect(settingsOf(settingsColumns(settings))).toEqual(settings);
});

it("writes the settings that it is given, and no others", () => {
  const sent = (settings: Partial<AgentSettings>): unknown => JSON.parse(JSON.stringify(settingsColumns(settings)));
  expect(sent({})).toEqual({});
  expect(sent({ order: "longest" })).toEqual({ msgn_listorder: 864500001 });
  expect(sent({ place: null, quietUntil: null })).toEqual({
    msgn_bubbleside: null,
    msgn_bubbleheight: null,
    msgn_donotdisturbuntil: null,
  });
});

it("takes an agent who has chosen nothing for one who wants the shortcut, the count in the title, and all notifications, newest first", () => {
  expect(settingsOf({})).toEqual(NO_SETTINGS);
  expect(settingsOf({ msgn_shortcut: null, msgn_countintitle: null })).toEqual(NO_SETTINGS);
});

it.each([
  { msgn_listfilter: 864500004 },
  { msgn_listfilter: "all" },
  { msgn_listorder: 864499999 },
  { msgn_density: 1.5 },
  { msgn_bubblecorner: "top" },
  { msgn_bubbleside: 864500001 },
  { msgn_bubbleheight: 500 },
  { msgn_bubbleside: 864500001, msgn_bubbleheight: 1001 },
  { msgn_bubbleside: 864500001, msgn_bubbleheight: -1 },
  { msgn_bubbleside: 864500002, msgn_bubbleheight: 500 },
  { msgn_shortcut: 7 },
  { msgn_donotdisturbuntil: "tomorrow" },
])("takes %j, which cannot be understood, for nothing that was chosen", (row) => {
  expect(settingsOf(row)).toEqual(NO_SETTINGS);
});
