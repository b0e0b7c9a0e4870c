/** Giving a conversation away, on the sandbox's Dataverse: what the receiver's inbox shows, and what is refused. */
import { createClient } from "../../../shared/dataverse/client";
import type { Fetch } from "../../../shared/dataverse/client";
import { createGiveGateway } from "../../../shared/dataverse/giveGateway";
import { createThreadGateway } from "../../../shared/dataverse/threadGateway";
import { RequestFailed } from "../../../shared/domain/failure";
import { givenUnread } from "../../../shared/domain/givenUnread";
import type { Owner } from "../../../shared/domain/session";
import { giveTo, takeBackGift } from "../../../shared/thread/giveTo";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";
import { createBothGateways } from "./createBothGateways";
import { markAllRead } from "./markAllRead";

const NUMBER = "+15550100";
const ROW =
  "statecode,msgn_sessionstatus,msgn_acceptedon,_msgn_acceptedby_value,_msgn_givenby_value,msgn_givenon,msgn_givennote,_ownerid_value,_owningteam_value";
let dataverse: TestDataverse;

const givingAs = (login: Login, fetch: Fetch = dataverse.fetchAs(login)) =>
  createGiveGateway(createClient(fetch), dataverse.idOf(login), () => dataverse.now);
const inboxOf = (login: Login) => createBothGateways(createClient(dataverse.fetchAs(login)), dataverse.idOf(login), () => dataverse.now);
const person = (login: Login, name: string): Owner => ({ id: dataverse.idOf(login), name, kind: "user", isDisabled: false });
const ben = () => person("ben", "Ben Okafor");
const row = (session: string) => ({ ...dataverse.system("GET", `msgn_sessions(${session})?$select=${ROW}`), "@odata.etag": "" });
const rename = (session: string) => dataverse.system("PATCH", `msgn_sessions(${session})`, { msgn_name: `Name ${Math.random()}` });
const events = async (session: string) =>
  (await createThreadGateway(createClient(dataverse.fetchAs("ben")), dataverse.idOf("ben"), () => dataverse.now).readEvents(session)).map(
    ({ kind, byName, fromName, toName, note }) => [kind, byName, fromName, toName, note],
  );

/** A conversation that Ana owns, and as she sees it. */
function anas(secondsAgo = 300) {
  const id = dataverse.text(NUMBER, {
    secondsAgo,
    session: { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ana")})` },
  });
  return { id, status: "accepted", owner: person("ana", "Ana Ruiz") } as const;
}
const readIt = (session: string) => markAllRead(createClient(dataverse.fetchAs("ana")), session, dataverse.idOf("ana"));

beforeEach(async () => {
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

it("makes it the receiver's, who is notified with the giver's note, also where everything was read", async () => {
  const shown = anas();
  await readIt(shown.id);
  dataverse.now += 5_000;
  expect((await giveTo(givingAs("ana"), shown, ben(), "She waits for the part")).kind).toBe("given");
  const [session] = (await inboxOf("ben").readInbox()).sessions;
  expect(session).toMatchObject({ id: shown.id, status: "accepted", owner: { id: dataverse.idOf("ben") }, unread: 1 });
  expect(session && givenUnread(session)).toMatchObject({ by: "Ana Ruiz", byId: dataverse.idOf("ana"), note: "She waits for the part" });
  expect(await events(shown.id)).toEqual([["given", "Ana Ruiz", "Ana Ruiz", "Ben Okafor", "She waits for the part"]]);
});

it("leaves alone what is read where something is unread", async () => {
  const shown = anas();
  await readIt(shown.id);
  dataverse.text(NUMBER, { secondsAgo: 20 });
  await giveTo(givingAs("ana"), shown, ben(), "");
  const [session] = (await inboxOf("ben").readInbox()).sessions;
  expect(session).toMatchObject({ unread: 1, oldestUnreadAt: dataverse.now - 20_000, given: { note: "" } });
});

it("makes it a team's, without a person who answers", async () => {
  const shown = anas();
  const team = (await givingAs("ana").findReceivers("")).items.find(({ kind }) => kind === "team");
  if (!team) throw new Error("no team");
  await giveTo(givingAs("ana"), shown, team, "");
  expect((await inboxOf("chloe").readInbox()).sessions).toMatchObject([{ owner: { kind: "team", name: "Front Desk" } }]);
  expect(await events(shown.id)).toEqual([["given", "Ana Ruiz", "Ana Ruiz", "Front Desk", ""]]);
});

it("changes nothing where the receiver's roles do not let them have it", async () => {
  const shown = anas();
  await readIt(shown.id);
  const before = row(shown.id);
  expect(await giveTo(givingAs("ana"), shown, person("zoe", "Zoe Schmidt"), "")).toEqual({ kind: "refused" });
  expect(row(shown.id)).toEqual(before);
  expect([await events(shown.id), (await inboxOf("ana").readInbox()).sessions]).toEqual([[], []]);
});

describe("a refusal", () => {
  /** The environment with a role SMS Agent that lacks a privilege, or has it for what is one's own alone. Ana has no other role: Basic User reads people and teams. */
  async function restart(name: string, level?: "Basic"): Promise<void> {
    dataverse.close();
    dataverse = await startDataverse({
      roles: { ana: ["SMS Agent"] },
      change: (model) => ({
        ...model,
        roles: model.roles.map((role) => ({
          ...role,
          privileges: role.privileges.flatMap((privilege) =>
            privilege.name !== name ? [privilege] : level === undefined ? [] : [{ ...privilege, level }],
          ),
        })),
      }),
    });
  }

  it.each(["prvAssignmsgn_session", "prvCreatemsgn_sessionevent", "prvAppendToUser"])("is the giver's where they lack %s", async (name) => {
    await restart(name);
    const shown = anas();
    await expect(giveTo(givingAs("ana"), shown, ben(), "")).rejects.toMatchObject({ kind: "denied" });
    expect((await inboxOf("ana").readSession(shown.id)).owner.name).toBe("Ana Ruiz");
  });

  it("is the giver's where their roles do not reach the text that is to be unread", async () => {
    await restart("prvWritemsgn_message", "Basic");
    const shown = anas();
    const [message] = dataverse.rows("msgn_messages");
    dataverse.system("PATCH", `msgn_messages(${String(message?.["msgn_messageid"])})`, {
      msgn_readon: new Date(dataverse.now).toISOString(),
    });
    await expect(giveTo(givingAs("ana"), shown, ben(), "")).rejects.toMatchObject({ kind: "denied" });
  });

  it("does not come from what the giver may do to the conversation once it is another's", async () => {
    await restart("prvAppendTomsgn_session", "Basic");
    expect((await giveTo(givingAs("ana"), anas(), ben(), "")).kind).toBe("given");
  });

  it("of reading teams leaves the colleagues, and says that teams are missing", async () => {
    await restart("prvReadTeam");
    const { items, isWithoutTeams } = await givingAs("ana").findReceivers("");
    expect([items.map(({ name }) => name).slice(0, 2), isWithoutTeams]).toEqual([["Ben Okafor", "Chloe Martin"], true]);
    expect((await givingAs("ana").findReceivers("chloe")).items).toMatchObject([{ name: "Chloe Martin" }]);
  });

  it("of reading colleagues is a failure", async () => {
    await restart("prvReadUser");
    await expect(givingAs("ana").findReceivers("ben")).rejects.toMatchObject({ kind: "denied" });
  });
});

it("waits for an answer that the gateway has not taken: it would not go out any more", async () => {
  const shown = anas();
  const answer = { msgn_direction: 864500001, msgn_deliverystatus: 864500000, msgn_receivedon: new Date(dataverse.now).toISOString() };
  const sent = dataverse.system("POST", "msgn_messages", { ...answer, "msgn_sessionid@odata.bind": `/msgn_sessions(${shown.id})` });
  expect(await giveTo(givingAs("ana"), shown, ben(), "")).toEqual({ kind: "unsent" });
  dataverse.system("PATCH", `msgn_messages(${String(sent["msgn_messageid"])})`, { msgn_deliverystatus: 864500002 });
  expect((await giveTo(givingAs("ana"), shown, ben(), "")).kind).toBe("given");
});

it("tells who has it where somebody took it over between reading and writing, and leaves it theirs", async () => {
  const shown = anas();
  let isFirst = true;
  const fetch: Fetch = async (url, init) => {
    if (init.method === "POST" && isFirst) {
      isFirst = false;
      await inboxOf("chloe").claim(shown.id, await inboxOf("chloe").readSession(shown.id));
    }
    return dataverse.fetchAs("ana")(url, init);
  };
  expect(await giveTo(givingAs("ana", fetch), shown, ben(), "")).toEqual({ kind: "taken", by: "Chloe Martin" });
  expect((await inboxOf("ana").readSession(shown.id)).owner.name).toBe("Chloe Martin");
});

it("gives it on a fresh reading where the row has changed for another reason", async () => {
  const shown = anas();
  let isFirst = true;
  const fetch: Fetch = (url, init) => {
    if (init.method === "POST" && isFirst) rename(shown.id);
    if (init.method === "POST") isFirst = false;
    return dataverse.fetchAs("ana")(url, init);
  };
  expect((await giveTo(givingAs("ana", fetch), shown, ben(), "")).kind).toBe("given");
  expect(await events(shown.id)).toHaveLength(1);
});

it("recognises that it was given where the answer was lost, and takes that back whole", async () => {
  const shown = anas();
  await readIt(shown.id);
  const before = row(shown.id);
  const fetch: Fetch = async (url, init) => {
    const answer = await dataverse.fetchAs("ana")(url, init);
    if (init.method === "POST") throw new TypeError("the network is away");
    return answer;
  };
  const given = await giveTo(givingAs("ana", fetch), shown, ben(), "");
  if (given.kind !== "given" || given.etag === null) throw new Error("not given");
  expect(await takeBackGift(givingAs("ana"), shown.id, given.gift, given.etag, dataverse.idOf("ana"))).toBeNull();
  expect(row(shown.id)).toEqual(before);
  expect((await inboxOf("ana").readInbox()).sessions).toEqual([]);
});

it("fails where the request did not reach the server: pressing again is the agent's decision", async () => {
  const shown = anas();
  const fetch: Fetch = (url, init) =>
    init.method === "POST" ? Promise.reject(new TypeError("the network is away")) : dataverse.fetchAs("ana")(url, init);
  await expect(giveTo(givingAs("ana", fetch), shown, ben(), "")).rejects.toBeInstanceOf(RequestFailed);
  expect((await inboxOf("ana").readSession(shown.id)).owner.name).toBe("Ana Ruiz");
});

it("is taken back with all that it had before, the gift before it and what was unread as well, and says so in the conversation", async () => {
  const shown = anas();
  await giveTo(givingAs("ana"), shown, ben(), "First");
  dataverse.now += 60_000;
  const bens = { ...shown, owner: ben() };
  const before = row(shown.id);
  const given = await giveTo(givingAs("ben"), bens, person("chloe", "Chloe Martin"), "Second");
  if (given.kind !== "given" || given.etag === null) throw new Error("not given");
  expect((await inboxOf("ben").readSession(shown.id)).given).toMatchObject({ by: "Ben Okafor", note: "Second" });
  dataverse.now += 5_000;
  expect(await takeBackGift(givingAs("ben"), shown.id, given.gift, given.etag, dataverse.idOf("ben"))).toBeNull();
  expect(row(shown.id)).toEqual(before);
  expect((await events(shown.id)).at(-1)).toEqual(["takenBack", "Ben Okafor", "Chloe Martin", "", ""]);
});

it("is not taken back where the receiver has changed it since: it tells who", async () => {
  const shown = anas();
  const given = await giveTo(givingAs("ana"), shown, ben(), "");
  if (given.kind !== "given" || given.etag === null) throw new Error("not given");
  await giveTo(givingAs("ben"), { ...shown, owner: ben() }, person("chloe", "Chloe Martin"), "");
  const back = await takeBackGift(givingAs("ana"), shown.id, given.gift, given.etag, dataverse.idOf("ana"));
  expect(back).toEqual({ by: "Ben Okafor" });
  expect((await inboxOf("ana").readSession(shown.id)).owner.name).toBe("Chloe Martin");
});

it("lets an administrator give a new conversation, which is accepted by that", async () => {
  const id = dataverse.text(NUMBER);
  const { owner } = await inboxOf("mia").readSession(id);
  await giveTo(givingAs("mia"), { id, status: "new", owner }, ben(), "");
  expect(row(id)).toMatchObject({ msgn_sessionstatus: 864500001, _msgn_acceptedby_value: dataverse.idOf("mia") });
});

describe("who can be given one", () => {
  const names = async (words: string) => (await givingAs("ana").findReceivers(words)).items.map(({ name }) => name);

  it("first those who share a team with the giver, then teams, then the others; no application, no team of a whole business unit, and not the giver", async () => {
    expect(await names("")).toEqual(["Ben Okafor", "Chloe Martin", "Front Desk", "Mia Tanaka", "Root Admin", "Zoe Schmidt"]);
  });

  it("whose name has all of the words, in any order", async () => {
    expect(await names("okafor be")).toEqual(["Ben Okafor"]);
    expect(await names("front")).toEqual(["Front Desk"]);
    expect(await names("nobody of this name")).toEqual([]);
    expect(await names(`<&'"%`)).toEqual([]);
  });

  it("nobody whom an administrator has disabled", async () => {
    dataverse.system("PATCH", `systemusers(${dataverse.idOf("ben")})`, { isdisabled: true });
    expect(await names("")).not.toContain("Ben Okafor");
  });
});
