/** What a thread reads of Dataverse: of the session, its number, its customer, its texts and its events. */
import { createClient } from "../../../shared/dataverse/client";
import { createThreadGateway } from "../../../shared/dataverse/threadGateway";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";

const NUMBER = "+15550100";
let dataverse: TestDataverse;

beforeEach(async () => {
  dataverse = await startDataverse();
});

afterEach(() => dataverse.close());

const gatewayOf = (login: Login) => createThreadGateway(createClient(dataverse.fetchAs(login)), dataverse.idOf(login), () => dataverse.now);
const ownedBy = (login: Login) => ({
  session: { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` },
});

/** Our text, as the control writes one. */
function answer(session: string, columns: object = {}): void {
  dataverse.system("POST", "msgn_messages", {
    msgn_body: "It is ready.",
    msgn_direction: 864500001,
    msgn_receivedon: new Date(dataverse.now).toISOString(),
    "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
    ...columns,
  });
}

it("knows the customer's record, the owner, what is unread since when, and that the customer has opted out", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: 60, ...ownedBy("ana") });
  dataverse.text(NUMBER);
  const contact = String(dataverse.system("POST", "contacts", { firstname: "Jane", lastname: "Doe" })["contactid"]);
  const [number] = dataverse.rows("msgn_contactnumbers?$select=msgn_contactnumberid");
  dataverse.system("PATCH", `msgn_contactnumbers(${String(number?.["msgn_contactnumberid"])})`, {
    "msgn_customerid_contact@odata.bind": `/contacts(${contact})`,
    msgn_optedouton: new Date(dataverse.now).toISOString(),
  });
  const head = await gatewayOf("ben").readHead(session, true);
  expect(head).toMatchObject({ isActive: true, isBlocked: false, optedOutOn: dataverse.now, customer: { table: "contact", id: contact } });
  expect(head.session).toMatchObject({
    phoneNumber: NUMBER,
    contactName: "Jane Doe",
    businessNumber: "+15550999",
    status: "accepted",
    owner: { id: dataverse.idOf("ana"), name: "Ana Ruiz", kind: "user" },
    unread: 2,
    oldestUnreadAt: dataverse.now - 60_000,
    newestUnreadAt: dataverse.now,
  });
  expect(head.firstUnread?.at).toBe(dataverse.now - 60_000);
});

it("knows how far the viewer has dismissed a new conversation, and nobody else's dismissal", async () => {
  const session = dataverse.text(NUMBER);
  for (const [login, count] of [
    ["ben", 1],
    ["ana", 7],
  ] as const) {
    dataverse.system("POST", "msgn_dismissals", {
      msgn_dismissedupto: new Date(dataverse.now).toISOString(),
      msgn_dismissedcount: count,
      "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
      "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})`,
    });
  }
  expect((await gatewayOf("ben").readHead(session, true)).session.dismissal).toEqual({ upTo: dataverse.now, count: 1 });
});

it("has the times of the first and the last of more unread texts than it reads", async () => {
  let session = "";
  for (let left = 204; left >= 0; left -= 1) session = dataverse.text(NUMBER, { secondsAgo: left });
  const { session: read } = await gatewayOf("ben").readHead(session, true);
  expect([read.unread, read.oldestUnreadAt, read.newestUnreadAt]).toEqual([205, dataverse.now - 204_000, dataverse.now]);
});

it("reads what became of our texts, and who wrote them", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: 60, ...ownedBy("ana") });
  answer(session, { msgn_deliverystatus: 864500004, msgn_deliveryerror: "optedOut", msgn_segments: 2 });
  answer(session);
  const { items } = await gatewayOf("ben").readTexts(session, null, 20);
  const ours = items.filter(({ direction }) => direction === "out");
  expect(ours.map(({ delivery, error, segments, isUnread }) => [delivery, error, segments, isUnread])).toEqual(
    expect.arrayContaining([
      ["failed", "optedOut", 2, false],
      [null, "", null, false],
    ]),
  );
  expect(items.filter(({ direction }) => direction === "in")).toHaveLength(1);
});

it("leaves out a text that it cannot understand, and shows the others", async () => {
  const session = dataverse.text(NUMBER);
  const server = dataverse.fetchAs("ben");
  const gateway = createThreadGateway(
    createClient(async (url, init) => {
      const answered = await server(url, init);
      if (!url.includes("msgn_messages?$select=msgn_direction")) return answered;
      const body = (await answered.json()) as { value: unknown[] };
      return Response.json({ value: [null, 7, {}, { msgn_messageid: "x" }, ...body.value] }, { headers: answered.headers });
    }),
    dataverse.idOf("ben"),
    () => dataverse.now,
  );
  expect((await gateway.readTexts(session, null, 20)).items).toHaveLength(1);
});

it("tells the texts that have changed since an instant: a new one, and one that was read", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: 60, ...ownedBy("ana") });
  const gateway = gatewayOf("ana");
  const [first] = (await gateway.readTexts(session, null, 20)).items;
  dataverse.now += 60_000;
  expect((await gateway.readChanged(session, dataverse.now, 20)).items).toEqual([]);
  await gateway.markRead(session, [first?.id ?? ""]);
  dataverse.text(NUMBER);
  const changed = (await gateway.readChanged(session, dataverse.now, 20)).items;
  expect(changed.map(({ isUnread }) => isUnread).sort()).toEqual([false, true]);
});

it("reads what happened, by whom, and from whom; leaves out what it cannot understand, such as a kind of a later version", async () => {
  const session = dataverse.text(NUMBER, { session: { msgn_sessionstatus: 864500001 } });
  dataverse.system("POST", "msgn_sessionevents", {
    msgn_name: "taken over",
    msgn_kind: 864500001,
    msgn_waitedminutes: 17,
    "msgn_fromownerid@odata.bind": `/systemusers(${dataverse.idOf("ana")})`,
    "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
  });
  const server = dataverse.fetchAs("ben");
  const gateway = createThreadGateway(
    createClient(async (url, init) => {
      const answered = await server(url, init);
      if (!url.includes("msgn_sessionevents")) return answered;
      const { value } = (await answered.json()) as { value: Record<string, unknown>[] };
      const [row] = value;
      const strange = [{}, { ...row, msgn_kind: 1 }, { ...row, createdon: "soon" }, { ...row, msgn_sessioneventid: "x" }];
      return Response.json({ value: [null, ...strange, ...value] }, { headers: answered.headers });
    }),
    dataverse.idOf("ben"),
    () => dataverse.now,
  );
  expect(await gateway.readEvents(session)).toEqual([
    expect.objectContaining({ kind: "takenOver", at: dataverse.now, fromName: "Ana Ruiz", waitedMinutes: 17 }),
  ]);
});

it("reads what happened in one second in the order in which it happened, whatever the kinds", async () => {
  const session = dataverse.text("+15550100", {});
  for (const kind of [864500003, 864500000, 864500002, 864500001]) {
    dataverse.system("POST", "msgn_sessionevents", { msgn_kind: kind, "msgn_sessionid@odata.bind": `/msgn_sessions(${session})` });
  }
  const gateway = createThreadGateway(createClient(dataverse.fetchAs("ben")), dataverse.idOf("ben"), () => dataverse.now);
  expect((await gateway.readEvents(session)).map(({ kind }) => kind)).toEqual(["closed", "accepted", "givenBack", "takenOver"]);
});
