import { createClient } from "../../../shared/dataverse/client";
import { createBothGateways } from "./createBothGateways";
import { RequestFailed } from "../../../shared/domain/failure";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";

const NUMBER = "+15550100";
let dataverse: TestDataverse;

const gatewayOf = (login: Login) => createBothGateways(createClient(dataverse.fetchAs(login)), dataverse.idOf(login), () => dataverse.now);
const accepted = (login: Login) => ({ msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` });

/** The one session of the inbox. */
async function onlySession(login: Login) {
  const { sessions } = await gatewayOf(login).readInbox();
  expect(sessions).toHaveLength(1);
  const [session] = sessions;
  if (!session) throw new Error("no session");
  return session;
}

beforeEach(async () => {
  dataverse = await startDataverse();
});

afterEach(() => dataverse.close());

describe("the inbox query", () => {
  it("tells per session the count, the oldest and the newest unread message, owner, status and numbers", async () => {
    const id = dataverse.text(NUMBER, { secondsAgo: 90 });
    dataverse.text(NUMBER, { secondsAgo: 30, session: accepted("ana") });
    dataverse.asked.length = 0;
    expect(await onlySession("ben")).toEqual({
      id,
      contactNumberId: expect.any(String) as string,
      phoneNumber: NUMBER,
      contactName: null,
      businessNumber: "+15550999",
      businessName: "",
      idleTimeout: "configured",
      isOthers: false,
      isOptedOut: false,
      status: "accepted",
      owner: { id: dataverse.idOf("ana"), name: "Ana Ruiz", kind: "user", isDisabled: false },
      unread: 2,
      oldestUnreadAt: dataverse.now - 90_000,
      newestUnreadAt: dataverse.now - 30_000,
      dismissal: null,
      given: null,
    });
    expect(dataverse.asked).toHaveLength(1);
  });

  it("carries the server's clock", async () => {
    expect((await gatewayOf("ana").readInbox()).now).toBe(dataverse.now);
  });

  it("names the contact or account that the number belongs to", async () => {
    dataverse.text(NUMBER);
    const contact = dataverse.system("POST", "contacts", { firstname: "Jane", lastname: "Doe" });
    const [number] = dataverse.rows("msgn_contactnumbers");
    dataverse.system("PATCH", `msgn_contactnumbers(${String(number?.["msgn_contactnumberid"])})`, {
      "msgn_customerid_contact@odata.bind": `/contacts(${String(contact["contactid"])})`,
    });
    expect((await onlySession("ana")).contactName).toBe("Jane Doe");
  });

  it("leaves out what was read, what we sent, and blocked numbers", async () => {
    dataverse.text(NUMBER);
    const [message] = dataverse.rows("msgn_messages");
    const path = `msgn_messages(${String(message?.["msgn_messageid"])})`;
    for (const change of [{ msgn_readon: "2026-11-22T12:00:00Z" }, { msgn_readon: null, msgn_direction: 864500001 }]) {
      dataverse.system("PATCH", path, change);
      expect((await gatewayOf("ana").readInbox()).sessions).toEqual([]);
    }
    dataverse.system("PATCH", path, { msgn_direction: 864500000 });
    const session = await onlySession("ana");
    dataverse.system("PATCH", `msgn_contactnumbers(${session.contactNumberId})`, { statecode: 1, statuscode: 2 });
    expect((await gatewayOf("ana").readInbox()).sessions).toEqual([]);
  });

  it("knows a team's session from a person's", async () => {
    const [team] = dataverse.rows("teams?$filter=name eq 'Front Desk'");
    dataverse.text(NUMBER, { session: { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/teams(${String(team?.["teamid"])})` } });
    expect((await onlySession("ana")).owner).toMatchObject({ kind: "team", name: "Front Desk" });
  });

  it("tells that an owner was disabled, in the list and to a claim", async () => {
    const id = dataverse.text(NUMBER, { session: accepted("ben") });
    for (const isdisabled of [true, false]) {
      dataverse.system("PATCH", `systemusers(${dataverse.idOf("ben")})`, { isdisabled });
      expect((await onlySession("ana")).owner).toMatchObject({ name: "Ben Okafor", isDisabled: isdisabled });
      expect((await gatewayOf("ana").readSession(id)).owner).toMatchObject({ name: "Ben Okafor", isDisabled: isdisabled });
    }
  });

  it("shows a session that somebody deactivated when its customer writes again", async () => {
    const id = dataverse.text(NUMBER);
    dataverse.system("PATCH", `msgn_sessions(${id})`, { statecode: 1, statuscode: 2 });
    expect(await onlySession("ana")).toMatchObject({ id, status: "new" });
    expect(await gatewayOf("ana").readSession(id)).toMatchObject({ blocked: false });
  });
});

describe("a claim", () => {
  it("writes owner, status, who and when at once", async () => {
    const id = dataverse.text(NUMBER);
    await gatewayOf("ana").claim(id, await gatewayOf("ana").readSession(id));
    expect(dataverse.system("GET", `msgn_sessions(${id})`)).toMatchObject({
      msgn_sessionstatus: 864500001,
      _ownerid_value: dataverse.idOf("ana"),
      _msgn_acceptedby_value: dataverse.idOf("ana"),
      _owninguser_value: dataverse.idOf("ana"),
    });
  });

  it("opens a session again that a colleague has deactivated", async () => {
    const id = dataverse.text(NUMBER);
    dataverse.system("PATCH", `msgn_sessions(${id})`, { statecode: 1, statuscode: 2 });
    await gatewayOf("ana").claim(id, await gatewayOf("ana").readSession(id));
    expect(dataverse.system("GET", `msgn_sessions(${id})`)).toMatchObject({ statecode: 0, statuscode: 1, msgn_sessionstatus: 864500001 });
  });

  it("is stale when somebody wrote since the reading", async () => {
    const id = dataverse.text(NUMBER);
    const before = await gatewayOf("ana").readSession(id);
    await gatewayOf("ben").claim(id, before);
    await expect(gatewayOf("ana").claim(id, before)).rejects.toMatchObject({ kind: "stale" });
    expect(await gatewayOf("ana").readSession(id)).toMatchObject({ status: "accepted", owner: { name: "Ben Okafor" } });
  });

  it("sees since when the customer waits, and that nobody waits when everything is read", async () => {
    const id = dataverse.text(NUMBER, { secondsAgo: 600, session: accepted("ana") });
    expect(await gatewayOf("ben").readSession(id)).toMatchObject({ oldestUnreadAt: dataverse.now - 600_000, blocked: false });
    const [message] = dataverse.rows("msgn_messages");
    dataverse.system("PATCH", `msgn_messages(${String(message?.["msgn_messageid"])})`, { msgn_readon: "2026-11-22T12:00:00Z" });
    expect((await gatewayOf("ben").readSession(id)).oldestUnreadAt).toBe(dataverse.now);
  });
});

it("writes a dismissal for the viewer alone, renews it, and removes it, also twice", async () => {
  dataverse.text(NUMBER);
  const session = await onlySession("ana");
  for (const count of [1, 2]) {
    await gatewayOf("ana").writeDismissal(session.id, { upTo: session.newestUnreadAt, count }, "Jane Doe");
    expect((await onlySession("ana")).dismissal).toEqual({ upTo: session.newestUnreadAt, count });
  }
  expect((await onlySession("ben")).dismissal).toBeNull();
  await gatewayOf("ana").writeDismissal(session.id, null, "Jane Doe");
  await gatewayOf("ana").writeDismissal(session.id, null, "Jane Doe");
  expect((await onlySession("ana")).dismissal).toBeNull();
});

describe("the profile", () => {
  it("tells agents and administrators from users without a part in the product", async () => {
    for (const [login, mayUse, mayBlock] of [
      ["ana", true, true],
      ["mia", true, true],
      ["root", true, true],
    ] as const) {
      expect(await gatewayOf(login).readProfile()).toMatchObject({ mayUse, viewer: { userId: dataverse.idOf(login), mayBlock } });
    }
    await expect(gatewayOf("zoe").readInbox()).rejects.toBeInstanceOf(RequestFailed);
  });

  it("reads the oldest active configuration record, and the agent's own corner beside it", async () => {
    dataverse.system("POST", "msgn_configurations", { msgn_name: "One", msgn_idletimeoutminutes: 20, msgn_bubblecorner: 864500001 });
    dataverse.now += 5_000;
    dataverse.system("POST", "msgn_configurations", { msgn_name: "Two", msgn_idletimeoutminutes: 5 });
    expect((await gatewayOf("ana").readProfile()).configuration).toMatchObject({ idleTimeout: 1_200_000, corner: "bottom-start" });
    dataverse.system("POST", "msgn_agentsettings", {
      msgn_bubblecorner: 864500003,
      "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ana")})`,
    });
    const { configuration, settings } = await gatewayOf("ana").readProfile();
    expect([configuration.corner, settings.corner]).toEqual(["bottom-start", "top-start"]);
  });

  it("goes on with defaults where there is no configuration record", async () => {
    expect((await gatewayOf("ana").readProfile()).configuration).toMatchObject({ idleTimeout: null, refreshInterval: 60_000 });
  });
});
