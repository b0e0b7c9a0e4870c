import { profileOf } from "../../../shared/dataverse/profile";
import { PRIVILEGES } from "../../../shared/dataverse/names";
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

it("rings by default, and shows desktop notifications only to an agent who wants them", () => {
  expect(profileOf(ben.id, AGENT, {}, {}).alerts).toEqual({ sound: true, desktop: false, quietUntil: null });
  const wanted = { msgn_sound: false, msgn_desktopnotification: true, msgn_donotdisturbuntil: "2026-11-22T12:00:00Z" };
  expect(profileOf(ben.id, AGENT, {}, wanted).alerts).toEqual({ sound: false, desktop: true, quietUntil: NOON });
});

it("alerts nobody where the configuration record forbids it", () => {
  const forbidden = { msgn_soundallowed: false, msgn_desktopallowed: false };
  expect(profileOf(ben.id, AGENT, forbidden, { msgn_desktopnotification: true }).alerts).toMatchObject({ sound: false, desktop: false });
});
