/** Close, on the sandbox's Dataverse: a conversation is finished by its owner, whole, or not at all. */
import { closeSession } from "../../../shared/dataverse/closeSession";
import { createClient } from "../../../shared/dataverse/client";
import type { Fetch } from "../../../shared/dataverse/client";
import { createActionGateway } from "../../../shared/dataverse/actionGateway";
import { close } from "../../../shared/inbox/close";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";

const NUMBER = "+15550100";
let dataverse: TestDataverse;

beforeEach(async () => {
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

const accepted = (login: Login) => ({
  "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})`,
  msgn_sessionstatus: 864500001,
});

function closeAs(login: Login, session: string, fetch: Fetch = dataverse.fetchAs(login)) {
  const client = createClient(fetch);
  const { readSession } = createActionGateway(client, dataverse.idOf(login), () => dataverse.now);
  return close({ readSession, closeSession: (id, read) => closeSession(client, id, read) }, session, dataverse.idOf(login));
}

const row = (session: string) => dataverse.system("GET", `msgn_sessions(${session})`);
const unread = () => dataverse.rows("msgn_messages?$filter=msgn_readon eq null").length;
const kinds = () => dataverse.rows("msgn_sessionevents").map((event) => event["msgn_kind"]);
/** Ana's server, at whose first batch something happens before or after. */
function atFirstBatch(happen: (send: () => Promise<Response>) => Promise<Response>): Fetch {
  const server = dataverse.fetchAs("ana");
  let hasHappened = false;
  return (url, init) => {
    if (hasHappened || !url.endsWith("$batch")) return server(url, init);
    hasHappened = true;
    return happen(() => server(url, init));
  };
}

it("deactivates the session, marks its messages read, and notes who closed it", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  dataverse.text(NUMBER);
  dataverse.text("+15550101");
  expect(await closeAs("ana", session)).toMatchObject({ won: { before: { isActive: true } } });
  expect(row(session)).toMatchObject({ statecode: 1, statuscode: 2, msgn_sessionstatus: 864500001, _ownerid_value: dataverse.idOf("ana") });
  expect(unread()).toBe(1);
  expect(dataverse.rows("msgn_sessionevents")).toMatchObject([
    { msgn_kind: 864500003, _msgn_sessionid_value: session, _createdby_value: dataverse.idOf("ana") },
  ]);
});

it("is done in one write, however many messages are unread", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  for (let more = 0; more < 5; more++) dataverse.text(NUMBER);
  dataverse.asked.length = 0;
  await closeAs("ana", session);
  expect(dataverse.asked.filter((asked) => !asked.startsWith("GET"))).toEqual(["POST $batch"]);
});

it("marks a thousand messages read, and more", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  for (let more = 0; more < 1_100; more++) dataverse.text(NUMBER);
  await closeAs("ana", session);
  expect([unread(), row(session)["statecode"]]).toEqual([0, 1]);
});

it.each<[string, () => object]>([
  ["a colleague's", () => accepted("ben")],
  ["nobody's in person: new", () => ({ ...accepted("ana"), msgn_sessionstatus: 864500000 })],
  ["a team's", () => ({ ...accepted("ana"), "ownerid@odata.bind": `/teams(${String(dataverse.rows("teams")[0]?.["teamid"])})` })],
])("is refused where the session is %s, and writes nothing", async (_, session) => {
  const id = dataverse.text(NUMBER, { session: session() });
  const before = row(id);
  dataverse.asked.length = 0;
  expect(await closeAs("ana", id)).toEqual({ owner: expect.any(String) as string });
  expect(row(id)).toEqual(before);
  expect(dataverse.asked.filter((asked) => !asked.startsWith("GET"))).toEqual([]);
});

it("is refused, with the name of the new owner, where a colleague takes the session over at the same moment", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  const fetch = atFirstBatch((send) => {
    dataverse.system("PATCH", `msgn_sessions(${session})`, accepted("ben"));
    return send();
  });
  expect(await closeAs("ana", session, fetch)).toEqual({ owner: "Ben Okafor" });
  expect([unread(), row(session)["statecode"], kinds()]).toEqual([1, 0, []]);
});

it("is done all the same where the row changed for another reason at the same moment: it is read and judged again", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  const fetch = atFirstBatch((send) => {
    dataverse.system("PATCH", `msgn_sessions(${session})`, { msgn_name: "Another name" });
    return send();
  });
  expect(await closeAs("ana", session, fetch)).toMatchObject({ won: { before: { isActive: true } } });
  expect(kinds()).toEqual([864500003]);
});

it("is recognised as done, and not done twice, where only the answer was lost", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  const fetch = atFirstBatch(async (send) => {
    await send();
    throw new TypeError("Failed to fetch");
  });
  expect(await closeAs("ana", session, fetch)).toMatchObject({ won: { before: { isActive: true } } });
  expect([unread(), kinds()]).toEqual([0, [864500003]]);
});

it("has failed, and is known not to have happened, where the request was lost", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  const fetch = atFirstBatch(() => Promise.reject(new TypeError("Failed to fetch")));
  await expect(closeAs("ana", session, fetch)).rejects.toMatchObject({ kind: "offline", mayBeDone: false });
  expect([unread(), row(session)["statecode"]]).toEqual([1, 0]);
});

it("stops at once where the server asks to wait, and says how long", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  const fetch = atFirstBatch(() => Promise.resolve(new Response("{}", { status: 429, headers: { "Retry-After": "7" } })));
  await expect(closeAs("ana", session, fetch)).rejects.toMatchObject({ kind: "throttled", retryAfter: 7_000 });
});

it("gives up where the row keeps changing", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  const server = dataverse.fetchAs("ana");
  const fetch: Fetch = (url, init) => {
    if (url.endsWith("$batch")) dataverse.system("PATCH", `msgn_sessions(${session})`, { msgn_name: "Another name" });
    return server(url, init);
  };
  await expect(closeAs("ana", session, fetch)).rejects.toMatchObject({ kind: "stale" });
});

it("leaves a text that arrives after the list of unread ones was read unread, so that its owner is notified of it", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  const fetch = atFirstBatch((send) => {
    dataverse.system("POST", "msgn_messages", {
      msgn_providermessageid: "late",
      msgn_receivedon: new Date(dataverse.now).toISOString(),
      "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
    });
    return send();
  });
  expect(await closeAs("ana", session, fetch)).toMatchObject({ won: { before: { isActive: true } } });
  expect(unread()).toBe(1);
});

/** Ana's server, which gives no answer to the reading of the session with this number, counted from 1. */
function withoutReading(number: number, server: Fetch): Fetch {
  let readings = 0;
  return (url, init) => {
    const isReading = (init.method ?? "GET") === "GET" && url.includes("msgn_sessions(");
    if (isReading && ++readings === number) return Promise.resolve(new Response("{}", { status: 429, headers: { "Retry-After": "7" } }));
    return server(url, init);
  };
}

it("has failed where the session cannot be read, and nothing is written", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  await expect(closeAs("ana", session, withoutReading(1, dataverse.fetchAs("ana")))).rejects.toMatchObject({ kind: "throttled" });
  expect([unread(), row(session)["statecode"]]).toEqual([1, 0]);
});

it("is not known to have happened or not where neither the write is answered, nor the question what became of it", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  const fetch = atFirstBatch(async (send) => {
    await send();
    throw new TypeError("Failed to fetch");
  });
  await expect(closeAs("ana", session, withoutReading(2, fetch))).rejects.toMatchObject({ kind: "offline", mayBeDone: true });
  expect(kinds()).toEqual([864500003]);
});

it("says why the session could not be read again where the row had changed: nothing was written", async () => {
  const session = dataverse.text(NUMBER, { session: accepted("ana") });
  const fetch = atFirstBatch((send) => {
    dataverse.system("PATCH", `msgn_sessions(${session})`, { msgn_name: "Another name" });
    return send();
  });
  await expect(closeAs("ana", session, withoutReading(2, fetch))).rejects.toMatchObject({
    kind: "throttled",
    retryAfter: 7_000,
    mayBeDone: false,
  });
  expect([unread(), row(session)["statecode"]]).toEqual([1, 0]);
});
