/** Where one row was asked for, the answer is that row: a proxy or a mistaken cache that answers with another one has not answered. */
import type { ApiClient } from "../../../shared/dataverse/client";
import { createBothGateways } from "./createBothGateways";
import { NOON, numberBlock } from "../sessions";
import { claimable } from "./claimable";
import { claimedAnswer } from "./claimedAnswer";

const ME = "a0000000-0000-0000-0000-00000000000a";
const ASKED = "50000000-0000-0000-0000-000000000001";
const ANOTHER = "50000000-0000-0000-0000-000000000002";
const session = { msgn_sessionstatus: 864500000, _ownerid_value: ME, _owninguser_value: ME, "@odata.etag": 'W/"1"' };
const contactNumber = { statecode: 0, "@odata.etag": 'W/"1"' };

/** A gateway whose every question is answered with this body. */
const answered = (body: unknown) => {
  const client: ApiClient = () => Promise.resolve({ body, etag: 'W/"1"', now: NOON });
  return createBothGateways(client, ME, () => NOON);
};

const ask = {
  "a session": (body: unknown) => answered(body).readSession(ASKED),
  "a session that is claimed": (body: unknown) => answered(claimedAnswer(body)).claim(ASKED, claimable()),
  "a contact number": (body: unknown) => answered(body).readContactNumber(ASKED),
  "a number that is blocked": (body: unknown) => answered(body).setBlocked(ASKED, numberBlock(), 'W/"1"'),
};

it.each([
  ["a session", { ...session, msgn_sessionid: ANOTHER }],
  ["a session", session],
  ["a session", null],
  ["a session that is claimed", { ...session, msgn_sessionid: ANOTHER }],
  ["a contact number", { ...contactNumber, msgn_contactnumberid: ANOTHER }],
  ["a number that is blocked", { ...contactNumber, msgn_contactnumberid: ANOTHER }],
] as const)("refuses %j answered with %j", async (what, body) => {
  await expect(ask[what](body)).rejects.toMatchObject({ kind: "failed", name: "RequestFailed" });
});

it.each([
  ["a session", { ...session, msgn_sessionid: ASKED }],
  ["a session that is claimed", { ...session, msgn_sessionid: ASKED }],
  ["a contact number", { ...contactNumber, msgn_contactnumberid: ASKED.toUpperCase() }],
  ["a number that is blocked", { ...contactNumber, msgn_contactnumberid: ASKED }],
] as const)("takes %j where it is the row", async (what, body) => {
  await expect(ask[what](body)).resolves.toBeDefined();
});

it("does not take another user's settings for this user's", async () => {
  const settings = (user: string): ApiClient => {
    const bodyOf = (path: string) => {
      if (path.startsWith("systemusers")) return { RolePrivileges: [] };
      return { value: path.startsWith("msgn_configurations") ? [] : [{ _ownerid_value: user, msgn_sound: true }] };
    };
    return ({ path }) => Promise.resolve({ body: bodyOf(path), etag: null, now: NOON });
  };
  await expect(createBothGateways(settings(ANOTHER), ME, () => NOON).readProfile()).rejects.toMatchObject({ kind: "failed" });
  await expect(createBothGateways(settings(ME), ME, () => NOON).readProfile()).resolves.toMatchObject({ settings: { sound: true } });
});
