/**
 * Somebody makes rows that are about somebody else. Ben may make agent settings and dismissals, under any id, with any name in them: neither may keep Ana from
 * her own, hide anything from her, or change her counts.
 */
import { prepareStart, settingsIdOf } from "../../../launcher/start";
import { createClient } from "../../../shared/dataverse/client";
import { derivedId } from "../../../shared/dataverse/derivedId";
import { createBothGateways } from "./createBothGateways";
import { offers } from "../../../shared/domain/offers";
import { startDataverse } from "../../dataverse";
import type { Login, Row, TestDataverse } from "../../dataverse";

const NUMBER = "+15550100";
const END_OF_TIME = "2099-12-31T23:59:59Z";
let dataverse: TestDataverse;

beforeEach(async () => {
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

const clientOf = (login: Login) => createClient(dataverse.fetchAs(login));
const gatewayOf = (login: Login) => createBothGateways(clientOf(login), dataverse.idOf(login), () => dataverse.now);
/** The id of the row that a start finds or makes; null: no part in the product. */
async function start(login: Login): Promise<string | null> {
  const row = await prepareStart(clientOf(login), { userId: dataverse.idOf(login), userName: login, app: "msgn_MessageNotification" });
  return row && settingsIdOf(row);
}
const settingsOf = (login: Login) => dataverse.rows(`msgn_agentsettings?$filter=_ownerid_value eq ${dataverse.idOf(login)}`);
const dismissalsOf = (login: Login) => dataverse.rows(`msgn_dismissals?$filter=_ownerid_value eq ${dataverse.idOf(login)}`);

/** Makes a row by the Web API, as anybody may who has the role; returns the status. */
async function make(login: Login, path: string, body: object): Promise<number> {
  const init = { method: "PATCH", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return (await dataverse.fetchAs(login)(`/api/data/v9.2/${path}`, init)).status;
}

const dismissal = (session: string, upTo = END_OF_TIME) => ({
  msgn_name: "Ana Ruiz",
  msgn_dismissedupto: upTo,
  msgn_dismissedcount: 1_000_000,
  "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
});

/** What Ana's list holds: for each session the count, and what she may do. */
async function listOfAna(): Promise<readonly string[]> {
  const { viewer } = await gatewayOf("ana").readProfile();
  const { sessions, now } = await gatewayOf("ana").readInbox();
  return sessions.map((session) => `${session.unread} ${offers(session, { viewer, now, idleTimeout: null }).join()}`);
}

const WHOLE = ["2 accept,dismiss,block"];

describe("a stranger's agent setting", () => {
  it("cannot be made in a colleague's name", async () => {
    const owned = { "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ana")})` };
    expect(await make("ben", `msgn_agentsettings(${derivedId(dataverse.idOf("ana"))})`, owned)).toBe(403);
  });

  it("under the id that hers would have keeps nobody from a start, and stays as it is", async () => {
    const taken = derivedId(dataverse.idOf("ana"));
    expect(await make("ben", `msgn_agentsettings(${taken})`, { msgn_name: "Ana Ruiz", msgn_sound: true })).toBe(204);
    const own = await start("ana");
    expect(own).not.toBe(taken);
    expect(settingsOf("ana")).toEqual([expect.objectContaining({ msgn_agentsettingid: own, msgn_name: "ana", msgn_sound: false })]);
    expect(settingsOf("ben")).toEqual([expect.objectContaining({ msgn_agentsettingid: taken, msgn_name: "Ana Ruiz" })]);
    expect(await start("ana")).toBe(own);
    expect((await gatewayOf("ana").readProfile()).settings.sound).toBe(false);
  });

  it("does not count, however many there are and however old", async () => {
    for (const end of ["a", "b"])
      await make("ben", `msgn_agentsettings(50000000-0000-4000-8000-00000000000${end})`, { msgn_name: "Ana Ruiz" });
    dataverse.now += 60_000;
    expect(settingsOf("ana")).toEqual([]);
    await start("ana");
    expect(settingsOf("ana")).toHaveLength(1);
  });

  // Each with a Dataverse of its own: a row that one of them has led to would be found at once by the next.
  it.each([
    [400, ""],
    [403, ""],
    [404, "0x80040217"],
    [409, "0x80040237"],
    [412, ""],
    [500, ""],
  ])("is not waited for where the server refuses its id with %d %s", async (status, code) => {
    const taken = derivedId(dataverse.idOf("ana"));
    const send = dataverse.fetchAs("ana");
    const refusal = () => Response.json({ error: { code, message: "" } }, { status });
    const client = createClient((url, init) => (url.includes(`(${taken})`) ? Promise.resolve(refusal()) : send(url, init)));
    const row = await prepareStart(client, { userId: dataverse.idOf("ana"), userName: "ana", app: "any" });
    const id = row && settingsIdOf(row);
    expect(id).not.toBe(taken);
    expect(settingsOf("ana").map((own) => own["msgn_agentsettingid"])).toEqual([id]);
  });
});

describe("one's own settings", () => {
  it("are one row for two tabs that start at once", async () => {
    expect(new Set(await Promise.all([start("ana"), start("ana"), start("ana")])).size).toBe(1);
    expect(settingsOf("ana")).toHaveLength(1);
  });

  it("are the oldest row where there are several, for the start as for the profile", async () => {
    const owned = { "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ana")})` };
    const oldest = dataverse.system("POST", "msgn_agentsettings", { ...owned, msgn_sound: false })["msgn_agentsettingid"];
    dataverse.now += 60_000;
    dataverse.system("PATCH", `msgn_agentsettings(${derivedId(dataverse.idOf("ana"))})`, { ...owned, msgn_sound: true });
    expect(await start("ana")).toBe(oldest);
    expect((await gatewayOf("ana").readProfile()).settings.sound).toBe(false);
  });

  it("are activated at the start where somebody has deactivated them", async () => {
    const id = await start("ana");
    dataverse.system("PATCH", `msgn_agentsettings(${String(id)})`, { statecode: 1, statuscode: 2 });
    expect(await start("ana")).toBe(id);
    expect(settingsOf("ana")).toEqual([expect.objectContaining({ statecode: 0, statuscode: 1 })]);
  });

  it("cost one question at a start, and no write, once they are there", async () => {
    await start("ana");
    dataverse.asked.length = 0;
    await start("ana");
    expect(dataverse.asked.filter((one) => one.includes("msgn_agentsettings"))).toEqual([expect.stringMatching(/^GET /)]);
  });
});

describe("a stranger's dismissal", () => {
  let session: string;

  beforeEach(() => {
    session = dataverse.text(NUMBER, { secondsAgo: 60 });
    dataverse.text(NUMBER);
  });

  it("hides nothing from a colleague and doubles no count, under whatever id", async () => {
    expect(await listOfAna()).toEqual(WHOLE);
    expect(await make("ben", `msgn_dismissals(${derivedId(dataverse.idOf("ana"), session)})`, dismissal(session))).toBe(204);
    for (const end of ["a", "b"]) await make("ben", `msgn_dismissals(50000000-0000-4000-8000-00000000000${end})`, dismissal(session));
    expect(await listOfAna()).toEqual(WHOLE);
  });

  it("under the id that hers would have keeps her neither from dismissing nor from taking it back", async () => {
    const taken = derivedId(dataverse.idOf("ana"), session);
    await make("ben", `msgn_dismissals(${taken})`, dismissal(session, "2026-11-22T11:00:00Z"));
    const { sessions } = await gatewayOf("ana").readInbox();
    const mark = { upTo: Number(sessions[0]?.newestUnreadAt), count: 2 };
    await gatewayOf("ana").writeDismissal(session, mark, "Jane Doe");
    expect(await listOfAna()).toEqual(["2 "]);
    await gatewayOf("ana").writeDismissal(session, { ...mark, count: 1 }, "Jane Doe");
    expect(dismissalsOf("ana")).toEqual([expect.objectContaining({ msgn_dismissedcount: 1 })]);
    await gatewayOf("ana").writeDismissal(session, null, "Jane Doe");
    expect(await listOfAna()).toEqual(WHOLE);
    expect(dismissalsOf("ben")).toEqual([expect.objectContaining({ msgn_dismissalid: taken, msgn_dismissedupto: "2026-11-22T11:00:00Z" })]);
  });

  it("hides nothing where the administrator, who reads every row, looks at the list", async () => {
    await make("ben", `msgn_dismissals(${derivedId(dataverse.idOf("mia"), session)})`, dismissal(session));
    expect((await gatewayOf("mia").readInbox()).sessions).toEqual([expect.objectContaining({ unread: 2, dismissal: null })]);
  });
});

describe("two dismissals of one's own of one session", () => {
  const ids = ["a", "b"].map((end) => `50000000-0000-4000-8000-00000000000${end}`);
  let session: string;

  beforeEach(async () => {
    session = dataverse.text(NUMBER, { secondsAgo: 60 });
    dataverse.text(NUMBER);
    for (const id of ids)
      await make("ana", `msgn_dismissals(${id})`, {
        ...dismissal(session),
        msgn_dismissedcount: 1,
        msgn_dismissedupto: "2026-11-22T11:59:00Z",
      });
  });

  it.each([
    ["the aggregate", () => false],
    ["the rows one by one", (url: string) => url.includes("aggregate")],
    ["the sessions page by page", (url: string) => url.includes("aggregate") || url.includes("top")],
  ])("count each message once, by %s", async (_, isReplaced) => {
    const fetch = dataverse.fetchAs("ana");
    const tooMany = () => Response.json({ error: { code: "0x8004E023", message: "" } }, { status: 400 });
    const client = createClient((url, init) => {
      if (!isReplaced(url)) return fetch(url, init);
      return Promise.resolve(url.includes("aggregate") ? tooMany() : Response.json({ value: [] }));
    });
    const { sessions } = await createBothGateways(client, dataverse.idOf("ana"), () => dataverse.now).readInbox();
    // Past both limits each session has a lower bound of one.
    const unread = isReplaced("top") ? 1 : 2;
    expect(sessions).toEqual([expect.objectContaining({ unread, dismissal: { upTo: Date.parse("2026-11-22T11:59:00Z"), count: 1 } })]);
  });

  it("become one with the next, and none where it is taken back", async () => {
    await gatewayOf("ana").writeDismissal(session, { upTo: dataverse.now, count: 2 }, "Jane Doe");
    expect(dismissalsOf("ana").map((row: Row) => [row["msgn_dismissalid"], row["msgn_dismissedcount"]])).toEqual([[ids[0], 2]]);
    await make("ana", `msgn_dismissals(${String(ids[1])})`, dismissal(session));
    await gatewayOf("ana").writeDismissal(session, null, "Jane Doe");
    expect(dismissalsOf("ana")).toEqual([]);
  });
});
