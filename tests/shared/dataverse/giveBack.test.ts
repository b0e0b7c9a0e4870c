/** Giving a session back, on the sandbox's Dataverse: everybody has it as it was before. */
import { createClient } from "../../../shared/dataverse/client";
import type { Fetch } from "../../../shared/dataverse/client";
import { createBothGateways } from "./createBothGateways";
import { markAllRead } from "./markAllRead";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";

const NUMBER = "+15550100";
const COLUMNS = "statecode,statuscode,msgn_sessionstatus,msgn_acceptedon,_msgn_acceptedby_value,_ownerid_value,_owningteam_value";
let dataverse: TestDataverse;

const gatewayOf = (login: Login) => createBothGateways(createClient(dataverse.fetchAs(login)), dataverse.idOf(login), () => dataverse.now);
const read = (login: Login, session: string) => markAllRead(createClient(dataverse.fetchAs(login)), session, dataverse.idOf(login));
const owner = (login: Login) => ({ "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` });

/** The session's row, without what any write changes. */
const row = (session: string) => ({ ...dataverse.system("GET", `msgn_sessions(${session})?$select=${COLUMNS}`), "@odata.etag": "" });

/** Claims it as this agent, whose form then marks its messages read. */
async function claimAndRead(login: Login, session: string) {
  const before = await gatewayOf(login).readSession(session);
  const claim = await gatewayOf(login).claim(session, before);
  dataverse.now += 2_000;
  await read(login, session);
  return { before, claim };
}

beforeEach(async () => {
  dataverse = await startDataverse();
});

afterEach(() => dataverse.close());

const SCENES: readonly (readonly [string, () => object])[] = [
  ["new, of the gateway's user", () => owner("gateway")],
  [
    "accepted by a colleague",
    () => ({
      ...owner("ana"),
      msgn_sessionstatus: 864500001,
      msgn_acceptedon: "2026-11-22T10:00:00Z",
      "msgn_acceptedby@odata.bind": `/systemusers(${dataverse.idOf("ana")})`,
    }),
  ],
  [
    "a team's",
    () => ({
      msgn_sessionstatus: 864500001,
      "ownerid@odata.bind": `/teams(${String(dataverse.rows("teams?$filter=name eq 'Front Desk'")[0]?.["teamid"])})`,
    }),
  ],
];

it.each(SCENES)("restores owner, status, and by whom and when it was accepted, of a session that was %s", async (_, session) => {
  const id = dataverse.text(NUMBER, { session: session() });
  const before = row(id);
  const won = await claimAndRead("ben", id);
  expect(row(id)).not.toEqual(before);
  await gatewayOf("ben").giveBack(id, won.before, won.claim);
  expect(row(id)).toEqual(before);
});

it("restores that it was closed", async () => {
  const id = dataverse.text(NUMBER);
  dataverse.system("PATCH", `msgn_sessions(${id})`, { statecode: 1, statuscode: 2 });
  const before = row(id);
  const won = await claimAndRead("ben", id);
  await gatewayOf("ben").giveBack(id, won.before, won.claim);
  expect(row(id)).toEqual(before);
});

it("is seen by the other agents as before: with the messages unread that the claim's form had marked, and no others", async () => {
  const id = dataverse.text(NUMBER, { secondsAgo: 300 });
  dataverse.text(NUMBER, { secondsAgo: 200 });
  // Ana had read the first one, as its owner, before she gave the session to nobody in particular.
  const [first] = dataverse.rows("msgn_messages?$orderby=msgn_receivedon");
  dataverse.system("PATCH", `msgn_messages(${String(first?.["msgn_messageid"])})`, { msgn_readon: "2026-11-22T11:59:00Z" });
  const before = await gatewayOf("ana").readInbox();
  const won = await claimAndRead("ben", id);
  expect((await gatewayOf("ana").readInbox()).sessions).toEqual([]);
  await gatewayOf("ben").giveBack(id, won.before, won.claim);
  expect((await gatewayOf("ana").readInbox()).sessions).toEqual(before.sessions);
});

it("changes nothing at all where somebody has changed the session since", async () => {
  const id = dataverse.text(NUMBER);
  const won = await claimAndRead("ben", id);
  dataverse.system("PATCH", `msgn_sessions(${id})`, { msgn_name: "Another name" });
  const before = row(id);
  await expect(gatewayOf("ben").giveBack(id, won.before, won.claim)).rejects.toMatchObject({ kind: "stale" });
  expect(row(id)).toEqual(before);
  expect((await gatewayOf("ana").readInbox()).sessions).toEqual([]);
});

it("is not undone by a form that marks the messages read at the same moment", async () => {
  const id = dataverse.text(NUMBER);
  const before = await gatewayOf("ben").readSession(id);
  const claim = await gatewayOf("ben").claim(id, before);
  const server = dataverse.fetchAs("ben");
  // The form has marked them, and gives them back when it has seen whose the session is; the list of what was read came before that.
  const fetch: Fetch = async (url, init) => {
    if (init.method === "POST") await read("ben", id);
    return server(url, init);
  };
  await createBothGateways(createClient(fetch), dataverse.idOf("ben"), () => dataverse.now).giveBack(id, before, claim);
  expect((await gatewayOf("ana").readInbox()).sessions).toMatchObject([{ id, unread: 1 }]);
});

it("makes a thousand messages unread again, and more", async () => {
  const id = dataverse.text(NUMBER);
  for (let at = 1; at <= 1_100; at++) {
    dataverse.system("POST", "msgn_messages", {
      msgn_providermessageid: `more ${at}`,
      msgn_receivedon: new Date(dataverse.now).toISOString(),
      "msgn_sessionid@odata.bind": `/msgn_sessions(${id})`,
    });
  }
  const won = await claimAndRead("ben", id);
  await gatewayOf("ben").giveBack(id, won.before, won.claim);
  expect((await gatewayOf("ana").readInbox()).sessions).toMatchObject([{ id, unread: 1_101 }]);
});

it("tells who changed a session last", async () => {
  const id = dataverse.text(NUMBER);
  await gatewayOf("ana").claim(id, await gatewayOf("ana").readSession(id));
  expect((await gatewayOf("ben").readSession(id)).changedBy).toEqual({ id: dataverse.idOf("ana"), name: "Ana Ruiz" });
});
