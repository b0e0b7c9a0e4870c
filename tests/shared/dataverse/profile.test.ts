import { profileOf, settingsColumns } from "../../../shared/dataverse/profile";
import { PRIVILEGES } from "../../../shared/dataverse/names";
import { NO_ALERTS } from "../../../shared/domain/alerts";
import { alertsOf } from "../../../shared/domain/settings";
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

it("writes settings as it reads them", () => {
  for (const corner of [null, "bottom-end", "bottom-start", "top-end", "top-start"] as const) {
    const settings = { corner, sound: corner === null, desktop: corner !== null, quietUntil: corner === null ? null : NOON };
    expect(profileOf(ben.id, AGENT, {}, settingsColumns(settings)).settings).toEqual(settings);
  }
});
