/** What happened to a session is noted with it, on the sandbox's Dataverse: both are written, or neither. */
import { createClient } from "../../../shared/dataverse/client";
import type { Fetch } from "../../../shared/dataverse/client";
import { claim } from "../../../shared/inbox/claim";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";
import { createBothGateways } from "./createBothGateways";

const NUMBER = "+15550100";
let dataverse: TestDataverse;

beforeEach(async () => {
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

const gatewayOf = (login: Login, fetch: Fetch = dataverse.fetchAs(login)) =>
  createBothGateways(createClient(fetch), dataverse.idOf(login), () => dataverse.now);
const owner = (login: Login) => ({ "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` });
const accepted = (login: Login) => ({ ...owner(login), msgn_sessionstatus: 864500001 });
const team = () => `/teams(${String(dataverse.rows("teams?$filter=name eq 'Front Desk'")[0]?.["teamid"])})`;

/** What is noted of a session: kind, who did it and owns the row, whose it was, how long the customer had waited. */
const events = (session: string) =>
  dataverse
    .rows(`msgn_sessionevents?$filter=_msgn_sessionid_value eq ${session}&$orderby=createdon,msgn_kind`)
    .map((row) => [
      row["msgn_kind"],
      row["_createdby_value"],
      row["_ownerid_value"],
      row["_msgn_fromownerid_value"] ?? null,
      row["msgn_waitedminutes"] ?? null,
    ]);

async function take(login: Login, session: string, fetch?: Fetch) {
  const gateway = gatewayOf(login, fetch);
  const shown = (await gatewayOf(login).readInbox()).sessions.find(({ id }) => id === session);
  if (!shown) throw new Error("not in the inbox");
  const rules = { viewer: { userId: dataverse.idOf(login), mayBlock: true }, idleTimeout: 15 * 60_000 };
  return claim(gateway, shown.status === "new" ? "accept" : "assign", shown, rules);
}

it("notes who accepted a new session, and when by the server's clock", async () => {
  const session = dataverse.text(NUMBER, { session: owner("gateway") });
  await take("ana", session);
  const ana = dataverse.idOf("ana");
  expect(events(session)).toEqual([[864500000, ana, ana, null, null]]);
  expect(dataverse.rows("msgn_sessionevents")[0]).toMatchObject({ createdon: "2026-11-22T12:00:00Z", msgn_name: "2026-11-22T12:00:00Z" });
});

it("notes from whom a session was taken over, and how many whole minutes its customer had waited", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: 17 * 60 + 59, session: accepted("ana") });
  await take("ben", session);
  const ben = dataverse.idOf("ben");
  expect(events(session)).toEqual([[864500001, ben, ben, dataverse.idOf("ana"), 17]]);
});

it("notes nobody's name where a team's session was taken over", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: 60, session: { msgn_sessionstatus: 864500001, "ownerid@odata.bind": team() } });
  await take("ben", session);
  expect(events(session)).toMatchObject([[864500001, dataverse.idOf("ben"), dataverse.idOf("ben"), null, 1]]);
});

it("notes who gave a session back that was theirs", async () => {
  const session = dataverse.text(NUMBER, { session: owner("gateway") });
  const ana = gatewayOf("ana");
  const before = await ana.readSession(session);
  const won = await ana.claim(session, before);
  // What happens in one moment has no order.
  dataverse.now += 1_000;
  await ana.giveBack(session, before, won);
  const id = dataverse.idOf("ana");
  expect(events(session).slice(1)).toEqual([[864500002, id, id, id, null]]);
});

it("notes nothing of a claim that came too late, nor of a Give Back of a session that somebody has changed since", async () => {
  const session = dataverse.text(NUMBER, { session: owner("gateway") });
  const before = await gatewayOf("ana").readSession(session);
  const won = await gatewayOf("ana").claim(session, before);
  await expect(gatewayOf("ben").claim(session, before)).rejects.toMatchObject({ kind: "stale" });
  dataverse.system("PATCH", `msgn_sessions(${session})`, { msgn_name: "Another name" });
  await expect(gatewayOf("ana").giveBack(session, before, won)).rejects.toMatchObject({ kind: "stale" });
  expect(events(session)).toHaveLength(1);
});

it("makes no claim of an agent whose role may not note what happened: the session stays as it was", async () => {
  const session = dataverse.text(NUMBER, { session: owner("gateway") });
  const before = dataverse.system("GET", `msgn_sessions(${session})`);
  const server = dataverse.fetchAs("ana");
  // Of the two requests the second one is refused, as a copy of the role without the new table's rights would have it.
  const fetch: Fetch = (url, init) =>
    server(url, typeof init.body === "string" ? { ...init, body: init.body.replace("msgn_sessionevents", "roles") } : init);
  await expect(gatewayOf("ana", fetch).claim(session, await gatewayOf("ana").readSession(session))).rejects.toThrow();
  expect(dataverse.system("GET", `msgn_sessions(${session})`)).toEqual(before);
});

describe("a claim whose change set is answered in another way", () => {
  /** The server, with its answers to batches changed. */
  const answering = (change: (text: string, status: number) => Response): Fetch => {
    const server = dataverse.fetchAs("ana");
    return async (url, init) => {
      const answer = await server(url, init);
      return url.endsWith("$batch") ? change(await answer.text(), answer.status) : answer;
    };
  };

  it("is the viewer's where the answer holds no row: it is read again, and can be given back", async () => {
    const session = dataverse.text(NUMBER, { session: owner("gateway") });
    const fetch = answering((text) => new Response(text.replaceAll("200 OK", "204 No Content").replaceAll(/^\{.*$/gm, "")));
    const result = await take("ana", session, fetch);
    expect(result).toMatchObject({ done: true, won: { claim: { etag: (await gatewayOf("ana").readSession(session)).etag } } });
    expect(events(session)).toHaveLength(1);
  });

  it.each([200, 400, 412])("is lost where a colleague was quicker, whatever status (%d) is around the 412", async (status) => {
    const session = dataverse.text(NUMBER, { session: owner("gateway") });
    const before = await gatewayOf("ana").readSession(session);
    await gatewayOf("ben").claim(session, before);
    const fetch = answering((text, real) => {
      expect(real).toBe(412);
      return new Response(text, { status });
    });
    await expect(gatewayOf("ana", fetch).claim(session, before)).rejects.toMatchObject({ kind: "stale" });
  });
});
