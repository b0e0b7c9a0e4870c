/** When a message arrived, and which one is the newest: times that others write are not to be trusted, and hold whole seconds only. */
import { createClient } from "../../../shared/dataverse/client";
import { createBothGateways } from "./createBothGateways";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";

const NUMBER = "+15550100";
const HOUR = 3_600;
const DAY = 24 * HOUR;
let dataverse: TestDataverse;

const gatewayOf = (login: Login) => createBothGateways(createClient(dataverse.fetchAs(login)), dataverse.idOf(login), () => dataverse.now);

beforeEach(async () => {
  dataverse = await startDataverse();
});

afterEach(() => dataverse.close());

describe.each([
  ["three hours", 3 * HOUR],
  ["400 days", 400 * DAY],
])("a received time that is %s ahead", (_, ahead) => {
  it("is taken for the time at which the message was stored", async () => {
    const storedAt = dataverse.now;
    const id = dataverse.text(NUMBER, { secondsAgo: -ahead });
    dataverse.now += 60_000;
    dataverse.text("+15550101");
    const { sessions } = await gatewayOf("ana").readInbox();
    expect(sessions.map(({ phoneNumber }) => phoneNumber)).toContain(NUMBER);
    expect(sessions.find((session) => session.id === id)).toMatchObject({ oldestUnreadAt: storedAt, newestUnreadAt: storedAt });
    expect((await gatewayOf("ana").readPreviews(sessions)).get(id)).toBe("Message 1");
  });

  it("does not keep a customer's wait from beginning, however often they write", async () => {
    const storedAt = dataverse.now;
    const owner = { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ben")})` };
    const id = dataverse.text(NUMBER, { secondsAgo: -ahead, session: owner });
    dataverse.now += 600_000;
    dataverse.text(NUMBER, { secondsAgo: -ahead });
    const [session] = (await gatewayOf("ana").readInbox()).sessions;
    expect(session).toMatchObject({ unread: 2, oldestUnreadAt: storedAt, newestUnreadAt: dataverse.now });
    expect(await gatewayOf("ana").readSession(id)).toMatchObject({ oldestUnreadAt: storedAt });
  });
});

it("begins the wait with the message that was stored first, in the list and for a claim alike, also where the gateway's clock was set right meanwhile", async () => {
  const storedAt = dataverse.now;
  const owner = { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ben")})` };
  const id = dataverse.text(NUMBER, { secondsAgo: -3 * HOUR, session: owner });
  dataverse.now += 600_000;
  dataverse.text(NUMBER);
  const [session] = (await gatewayOf("ana").readInbox()).sessions;
  expect(session).toMatchObject({ unread: 2, oldestUnreadAt: storedAt });
  expect(await gatewayOf("ana").readSession(id)).toMatchObject({ oldestUnreadAt: storedAt });
});

it("reads the newest unread message of each session with one request", async () => {
  dataverse.text(NUMBER, { secondsAgo: 5 });
  dataverse.text(NUMBER);
  dataverse.text("+15550101");
  const { sessions } = await gatewayOf("ana").readInbox();
  dataverse.asked.length = 0;
  const previews = await gatewayOf("ana").readPreviews(sessions);
  expect([...previews.values()].sort()).toEqual(["Message 2", "Message 3"]);
  expect(dataverse.asked).toHaveLength(1);
});

it("previews the last of thirty messages that arrived within one second, in whatever order their ids sort", async () => {
  for (let message = 0; message < 30; message++) dataverse.text(NUMBER);
  const { sessions } = await gatewayOf("ana").readInbox();
  expect([...(await gatewayOf("ana").readPreviews(sessions)).values()]).toEqual(["Message 30"]);
});

it("previews the message that was received last, where an older one was delivered late", async () => {
  dataverse.text(NUMBER, { secondsAgo: 60 });
  dataverse.now += 300_000;
  dataverse.text(NUMBER, { secondsAgo: 900 });
  const { sessions } = await gatewayOf("ana").readInbox();
  expect([...(await gatewayOf("ana").readPreviews(sessions)).values()]).toEqual(["Message 1"]);
});

it("previews no answer of ours, and nothing that was read, of the same second", async () => {
  const id = dataverse.text(NUMBER);
  const receivedOn = new Date(dataverse.now).toISOString();
  dataverse.now += 5_000;
  const besides = (body: string, more: object) =>
    dataverse.system("POST", "msgn_messages", {
      msgn_providermessageid: body,
      msgn_body: body,
      msgn_receivedon: receivedOn,
      "msgn_sessionid@odata.bind": `/msgn_sessions(${id})`,
      ...more,
    });
  besides("ours", { msgn_direction: 864500001 });
  besides("read", { msgn_readon: new Date(dataverse.now).toISOString() });
  const { sessions } = await gatewayOf("ana").readInbox();
  expect(await gatewayOf("ana").readPreviews(sessions)).toEqual(new Map([[id, "Message 1"]]));
});
