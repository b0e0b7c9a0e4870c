/** Whatever rows the server sends: what can be understood is shown, the rest is left out, and nothing that is shown is nonsense. */
import * as fc from "fast-check";
import type { InboxSession } from "../../../shared/domain/session";
import type { ApiClient } from "../../../shared/dataverse/client";
import { createBothGateways } from "./createBothGateways";
import { PRIVILEGES } from "../../../shared/dataverse/names";
import { profileOf } from "../../../shared/dataverse/profile";
import { previewQuery } from "../../../shared/dataverse/panelQueries";
import { dateTime, guid } from "../../../shared/dataverse/values";
import { readRow, readSessions } from "../../../shared/dataverse/inboxRows";
import { privilegeNames, rowsOf } from "../../../shared/dataverse/rows";
import type { Row } from "../../../shared/dataverse/rows";
import { INITIAL_STATE } from "../../../shared/inbox/inboxState";
import { project } from "../../../shared/inbox/project";
import { RequestFailed } from "../../../shared/domain/failure";
import { anyId, hostileName, hostileText, hostileValue, tries } from "../../hostile";
import { ana, NOON, numberBlock } from "../sessions";

const sessionsOf = (given: readonly Row[]) => readSessions(given.map(readRow));

// However slow the machine is: what is tested is not its speed.
jest.setTimeout(60_000);

const NAME = "@OData.Community.Display.V1.FormattedValue";
const date = fc
  .date({ min: new Date("1753-01-01"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true })
  .map((at) => at.toISOString().replace(/\.\d+Z$/, "Z"));

/** A row as this version knows it, whatever the customer is called. */
const goodRow: fc.Arbitrary<Row> = fc.record({
  session: anyId,
  status: fc.constantFrom(864_500_000, 864_500_001),
  owner: anyId,
  [`owner${NAME}`]: hostileName,
  owninguser: fc.option(anyId),
  businessnumber: hostileName,
  contactnumber: anyId,
  phonenumber: hostileName,
  customer: fc.option(anyId),
  [`customer${NAME}`]: hostileText,
  unread: fc.integer({ min: 1, max: 50_000 }),
  oldest: date,
  newest: date,
  dismissedupto: fc.option(date),
  dismissedcount: fc.option(fc.nat()),
});

/** A row with something wrong in up to four columns, or nothing like a row. */
const badRow: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 6,
    arbitrary: goodRow.chain((row) =>
      fc
        .dictionary(fc.constantFrom(...Object.keys(row)), hostileValue, { minKeys: 1, maxKeys: 4, noNullPrototype: true })
        .map((changes) => ({ ...row, ...changes })),
    ),
  },
  {
    weight: 1,
    arbitrary: goodRow.chain((row) => fc.subarray(Object.keys(row)).map((keys) => Object.fromEntries(keys.map((key) => [key, row[key]])))),
  },
  { weight: 1, arbitrary: hostileValue },
);

/** Rows of both kinds, in any order. */
const rows = fc.array(
  fc.oneof(
    goodRow.map((row) => ({ row: row, isGood: true })),
    badRow.map((row) => ({ row, isGood: false })),
  ),
  {
    maxLength: 8,
  },
);

/** Fails on a session that could not be shown, opened, claimed or dismissed. */
function expectSound(session: InboxSession): void {
  const { id, contactNumberId, phoneNumber, contactName, businessNumber, status, owner, unread, dismissal } = session;
  expect([guid(id), guid(contactNumberId)]).toEqual([id.toLowerCase(), contactNumberId.toLowerCase()]);
  for (const text of [phoneNumber, businessNumber, owner.id, owner.name]) expect(typeof text).toBe("string");
  expect(contactName === null || (typeof contactName === "string" && contactName !== "")).toBe(true);
  expect(["new", "accepted", "unknown"]).toContain(status);
  expect(["user", "team"]).toContain(owner.kind);
  expect(Number.isSafeInteger(unread) && unread >= 1).toBe(true);
  const times = [session.oldestUnreadAt, session.newestUnreadAt, ...(dismissal ? [dismissal.upTo] : [])];
  // Wherever the user is: the panel moves an instant by the user's time zone, and writes it.
  for (const at of times) for (const offset of [-14, 0, 14]) expect(() => dateTime(at + offset * 3_600_000)).not.toThrow();
  if (dismissal) expect(dismissal.count).toBeGreaterThanOrEqual(0);
  expect(() => previewQuery([session])).not.toThrow();
}

const onlyRows = (given: readonly { row: unknown }[]) => rowsOf({ value: given.map(({ row }) => row) });

describe("the inbox query's rows", () => {
  it.each([
    ["a row a session", sessionsOf],
    ["a row a message", sessionsOf],
  ])("give sound sessions, and a malformed one does not take a well-formed one with it: %s", (_, read) => {
    fc.assert(
      fc.property(rows, (given) => {
        const sessions = read(onlyRows(given));
        for (const session of sessions) expectSound(session);
        const wellFormed = given.filter(({ isGood }) => isGood).map(({ row }) => (row as Row)["session"]);
        expect(sessions.map(({ id }) => id)).toEqual(expect.arrayContaining(wellFormed));
      }),
      tries(300),
    );
  });

  it("come to a count that can be shown, and to a lower bound where one of them was left out", async () => {
    await fc.assert(
      fc.asyncProperty(rows, hostileValue, async (given, noise) => {
        const client: ApiClient = () => Promise.resolve({ body: { value: given.map(({ row }) => row), noise }, etag: null, now: NOON });
        const reading = await createBothGateways(client, ana.id, () => 0).readInbox();
        const profile = profileOf(ana.id, new Set(Object.values(PRIVILEGES)));
        const { unread, notifications, isLowerBound } = project({ ...INITIAL_STATE, profile, reading }, null);
        expect(unread).toBe(notifications.reduce((sum, { session }) => sum + session.unread, 0));
        expect(Number.isSafeInteger(unread) && (unread ?? 0) >= notifications.length).toBe(true);
        for (const { session, actions } of notifications) {
          expectSound(session);
          expect(session.status).not.toBe("unknown");
          expect(actions).not.toEqual([]);
        }
        if (reading.sessions.length < onlyRows(given).length) expect(isLowerBound).toBe(true);
      }),
      tries(200),
    );
  });

  it("of a status that a later version wrote are read, and nothing is offered on them", () => {
    const later = fc
      .oneof(fc.integer({ min: 864_500_002, max: 864_509_999 }), hostileValue)
      .filter((status) => status !== 864_500_000 && status !== 864_500_001);
    fc.assert(
      fc.property(goodRow, later, (row, status) => {
        expect(sessionsOf([{ ...row, status }])).toEqual([expect.objectContaining({ id: row["session"], status: "unknown" })]);
      }),
      tries(200),
    );
  });
});

describe("the configuration record and the agent's settings", () => {
  const columns = [
    "msgn_idletimeoutminutes", "msgn_refreshseconds", "msgn_floatingbubble", "msgn_bubblecorner", "msgn_agentsmayblock", "msgn_soundallowed",
    "msgn_desktopallowed", "msgn_sound", "msgn_desktopnotification", "msgn_donotdisturbuntil",
  ]; // prettier-ignore
  const row = fc.option(fc.dictionary(fc.constantFrom(...columns), hostileValue, { noNullPrototype: true }), { nil: undefined });

  it("come to values that the product can go on with, whatever they hold", () => {
    fc.assert(
      fc.property(row, row, (record, settings) => {
        const { configuration, settings: alerts, viewer, mayUse } = profileOf(ana.id, new Set(Object.values(PRIVILEGES)), record, settings);
        const { idleTimeout, refreshInterval, floatingBubble, corner } = configuration;
        // Never is a time, too: no number is not.
        expect(idleTimeout === null || idleTimeout > 0).toBe(true);
        expect(refreshInterval === null || refreshInterval >= 5_000).toBe(true);
        expect(["bottom-end", "bottom-start", "top-end", "top-start"]).toContain(corner);
        for (const flag of [floatingBubble, alerts.sound, alerts.desktop, viewer.mayBlock, mayUse]) expect(typeof flag).toBe("boolean");
        expect(alerts.quietUntil === null || Number.isFinite(alerts.quietUntil)).toBe(true);
      }),
      tries(800),
    );
  });

  it("give no right to one whose privileges cannot be read: without a list, the request failed", () => {
    fc.assert(
      fc.property(hostileValue, fc.array(fc.oneof(hostileValue, fc.record({ PrivilegeName: hostileValue }))), (body, list) => {
        expect(profileOf(ana.id, privilegeNames({ RolePrivileges: list }))).toMatchObject({ mayUse: false, viewer: { mayBlock: false } });
        for (const given of [body, { RolePrivileges: body }]) {
          const isList = typeof given === "object" && given !== null && "RolePrivileges" in given && Array.isArray(given.RolePrivileges);
          if (!isList) expect(() => privilegeNames(given)).toThrow(RequestFailed);
        }
      }),
      tries(200),
    );
  });
});

it("reads previews, sessions and contact numbers of any body, or fails as a request does", async () => {
  const body = fc.oneof(
    hostileValue,
    fc.record(
      { value: fc.oneof(hostileValue, fc.array(hostileValue)), RolePrivileges: hostileValue, error: hostileValue },
      { requiredKeys: [] },
    ),
    fc.dictionary(
      fc.constantFrom("@odata.etag", "statecode", "msgn_sessionstatus", "msgn_contactnumberid", "_ownerid_value", "_msgn_blockedby_value"),
      hostileValue,
      { noNullPrototype: true },
    ),
  );
  const id = "50000000-0000-0000-0000-000000000001";
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 3 }), fc.option(hostileText), async (bodies, etag) => {
      let turn = 0;
      const client: ApiClient = () => Promise.resolve({ body: bodies[turn++ % bodies.length], etag, now: NOON });
      const gateway = createBothGateways(client, ana.id, () => 0);
      const asked = [
        gateway.readPreviews([]),
        gateway.readSession(id),
        gateway.readContactNumber(id),
        gateway.setBlocked(id, numberBlock(), "*"),
        gateway.readProfile(),
        gateway.readInbox(),
      ];
      for (const outcome of await Promise.allSettled(asked)) {
        if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(RequestFailed);
      }
    }),
    tries(500),
  );
});
