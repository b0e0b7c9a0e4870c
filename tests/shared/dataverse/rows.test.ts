import { readRow, readSessions } from "../../../shared/dataverse/inboxRows";
import { privilegeNames, rowsOf } from "../../../shared/dataverse/rows";
import type { Row } from "../../../shared/dataverse/rows";
import { RequestFailed } from "../../../shared/domain/failure";
import { NOON } from "../sessions";

const NAME = "@OData.Community.Display.V1.FormattedValue";
const S1 = "50000000-0000-0000-0000-000000000001";
const S2 = "50000000-0000-0000-0000-000000000002";
const C1 = "c0000000-0000-0000-0000-000000000001";
const at = (ms: number) => new Date(ms).toISOString();

const sessionsOf = (rows: readonly Row[]) => readSessions(rows.map(readRow));

/** A row of the inbox query as Dataverse sends it. */
const row = (overrides: Record<string, unknown> = {}) => ({
  session: S1,
  status: 864500001,
  owner: "u1",
  [`owner${NAME}`]: "Ana Ruiz",
  owninguser: "u1",
  businessnumber: "+15550999",
  contactnumber: C1,
  phonenumber: "+15550100",
  customer: "k1",
  [`customer${NAME}`]: "Jane Doe",
  unread: 3,
  oldest: at(NOON - 1000),
  newest: at(NOON),
  dismissedupto: null,
  dismissedcount: null,
  ...overrides,
});

it("reads a session with all that the rules need", () => {
  expect(sessionsOf([row()])).toEqual([
    {
      id: S1,
      contactNumberId: C1,
      phoneNumber: "+15550100",
      contactName: "Jane Doe",
      businessNumber: "+15550999",
      businessName: "",
      idleTimeout: "configured",
      isOthers: false,
      isOptedOut: false,
      status: "accepted",
      owner: { id: "u1", name: "Ana Ruiz", kind: "user", isDisabled: false },
      unread: 3,
      oldestUnreadAt: NOON - 1000,
      newestUnreadAt: NOON,
      dismissal: null,
      given: null,
    },
  ]);
});

it("reads who gave it to its owner, when, and what they said", () => {
  const given = { givenby: "u2", "givenby@OData.Community.Display.V1.FormattedValue": "Ben Okafor", givenon: at(NOON), givennote: "Hello" };
  expect(sessionsOf([row(given)])[0]?.given).toEqual({ byId: "u2", by: "Ben Okafor", at: NOON, note: "Hello" });
});

it("tells that the customer has opted out, whenever that was", () => {
  expect(sessionsOf([row({ optedouton: at(NOON) })])[0]?.isOptedOut).toBe(true);
});

it("reads the viewer's dismissal", () => {
  expect(sessionsOf([row({ dismissedupto: at(NOON), dismissedcount: 2 })])[0]?.dismissal).toEqual({ upTo: NOON, count: 2 });
});

it("lets a dismissal without a count cover every message up to its time", () => {
  expect(sessionsOf([row({ dismissedupto: at(NOON) })])[0]?.dismissal).toEqual({ upTo: NOON, count: Infinity });
});

it("takes a session without an owning user for a team's", () => {
  expect(sessionsOf([row({ owninguser: null })])[0]?.owner.kind).toBe("team");
});

it("calls a status that a later version wrote unknown", () => {
  expect(sessionsOf([row({ status: 864500007 })])[0]?.status).toBe("unknown");
});

it("has no contact name where the number belongs to nobody known", () => {
  expect(sessionsOf([row({ customer: null, [`customer${NAME}`]: undefined })])[0]?.contactName).toBeNull();
});

it.each([
  { session: null },
  { contactnumber: undefined },
  { newest: "soon" },
  { newest: "+275760-09-13T00:00:00Z" },
  { unread: 0 },
  { unread: "many" },
  { unread: -3 },
  { unread: 1.5 },
  { session: "s1" },
  { contactnumber: `${C1}) or (1 eq 1` },
])("leaves out a row with %p, and keeps the others", (broken) => {
  expect(sessionsOf([row(broken), row({ session: S2 })]).map(({ id }) => id)).toEqual([S2]);
});

it("counts message by message when the server cannot: newest first, oldest last", () => {
  const messages = [row({ newest: at(NOON) }), row({ session: S2, newest: at(NOON - 1) }), row({ newest: at(NOON - 9000) })];
  expect(sessionsOf(messages.map((message) => ({ ...message, unread: undefined, oldest: undefined })))).toEqual([
    expect.objectContaining({ id: S1, unread: 2, newestUnreadAt: NOON, oldestUnreadAt: NOON - 9000 }),
    expect.objectContaining({ id: S2, unread: 1 }),
  ]);
});

it("finds the rows of a collection, and leaves out what is none", () => {
  expect(rowsOf({ value: [null, 1, "a", { b: 1 }] })).toEqual([{ b: 1 }]);
});

it.each([null, "text", [], {}, { value: "x" }])("takes %p for a failure, not for an empty list: it may be a sign-in page", (body) => {
  expect(() => rowsOf(body)).toThrow(RequestFailed);
});

it("has the wait begin with the message that arrived first, and the list go by the one that arrived last, where messages come in the order of their received times", () => {
  const message = (received: number, made: number) =>
    row({ unread: undefined, oldest: undefined, newest: at(received), newestmade: at(made), msgn_messageid: `${made}` });
  const [session] = sessionsOf([message(NOON + 9_000, NOON), message(NOON + 8_000, NOON - 3_000), message(NOON + 2_000, NOON + 2_000)]);
  expect(session).toMatchObject({ unread: 3, oldestUnreadAt: NOON - 3_000, newestUnreadAt: NOON + 2_000 });
});

it.each([null, "a page", [], {}, { RolePrivileges: "none" }])(
  "takes an answer that is no list of privileges for none of the server's: %j",
  (body) => {
    expect(() => privilegeNames(body)).toThrow(RequestFailed);
  },
);

it.each([
  [{ dismissedupto: at(NOON), dismissedcount: 2 }, {}],
  [{}, { dismissedupto: at(NOON), dismissedcount: 2 }],
])("keeps the one dismissal of a message that comes twice, whichever of its rows has it: %j, %j", (first, second) => {
  const message = { msgn_messageid: "30000000-0000-0000-0000-000000000001", unread: undefined };
  const [session, ...others] = sessionsOf([row({ ...message, ...first }), row({ ...message, ...second })]);
  expect([session?.unread, session?.dismissal, others]).toEqual([1, { upTo: NOON, count: 2 }, []]);
});
