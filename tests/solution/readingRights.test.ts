/**
 * The way of docs/reading-rights.md: who belongs to one team reads nothing of another's, and works as before in their own. Everything is done by the product's own code:
 * the gateway that writes texts, the inbox, the conversation, giving away.
 */
import { readMediaMessage, writeNote } from "../../gateway/media/mediaRows";
import { createClient } from "../../shared/dataverse/client";
import { createGiveGateway } from "../../shared/dataverse/giveGateway";
import { createLinkGateway } from "../../shared/dataverse/linkGateway";
import { createPanelGateway } from "../../shared/dataverse/panelGateway";
import { createThreadGateway } from "../../shared/dataverse/threadGateway";
import { NO_SETTINGS } from "../../shared/domain/settings";
import { linkCustomer } from "../../shared/thread/linkCustomer";
import { giveTo } from "../../shared/thread/giveTo";
import { readFiguresOfNow } from "../../overview/readFigures";
import { findingsOf } from "../../diagnostics/findingsOf";
import type { Finding } from "../../diagnostics/finding";
import { findPeople } from "../../diagnostics/findPeople";
import { readFacts } from "../../diagnostics/readFacts";
import { UNIT_ROLE } from "./unitRole";
import { CONVERSATION_USES } from "./conversationUses";
import { takeOver } from "./roleScene";
import { startUnitsOffice } from "./unitsOffice";
import type { UnitsOffice, UnitTeam } from "./unitsOffice";

jest.setTimeout(60_000);

let office: UnitsOffice;
let sales: UnitTeam;
let service: UnitTeam;
beforeEach(async () => {
  office = await startUnitsOffice(["Sales", "Service"], 2);
  [sales, service] = office.teams as [UnitTeam, UnitTeam];
  office.keepApart();
});
afterEach(() => office.close());

const agentOf = ({ agents: [first = ""] }: UnitTeam): string => first;
const colleagueIn = ({ agents: [, second = ""] }: UnitTeam): string => second;
const sceneOf = (team: UnitTeam) => office.sceneOf(agentOf(team), colleagueIn(team));
const inboxOf = async (user: string): Promise<readonly string[]> =>
  (await office.sceneOf(user, "").inbox.readInbox()).sessions.map(({ id }) => id);
const give = async (from: string, session: string, to: { id: string; name: string; kind: "user" | "team" }, note = "") => {
  const { client } = office.sceneOf(from, "");
  const gateway = createGiveGateway(client, from, () => office.now);
  const { owner, status } = await gateway.readSession(session);
  return giveTo(gateway, { id: session, status, owner }, to, note);
};
const user = (id: string) => ({ id, name: "Somebody", kind: "user" as const });
const pathOf = (session: string): string => `msgn_sessions(${session})`;
/** By table: the rows of a team's that somebody reads, as the page's table lists them. */
const KEPT_APART = ["msgn_sessions", "msgn_messages", "msgn_sessionevents"] as const;
const unitsReadBy = (reader: string, set: string): ReadonlySet<unknown> =>
  new Set(office.rowsFor(reader, `${set}?$select=_owningbusinessunit_value`).map((row) => row["_owningbusinessunit_value"]));

it("notifies an agent of their own team's texts alone, and says nothing of the other's", async () => {
  const [ours, theirs] = [
    await office.text(sales.number, "+15550101", "For sales"),
    await office.text(service.number, "+15550102", "For service"),
  ];
  expect(await inboxOf(agentOf(sales))).toEqual([ours.sessionId]);
  expect(await inboxOf(agentOf(service))).toEqual([theirs.sessionId]);
  expect(office.refusals(agentOf(sales))).toBe(0);
});

it("lets nobody read a session, a message or an event of another unit, by any list or address", async () => {
  for (const [team, number] of [
    [sales, "+15550101"],
    [service, "+15550102"],
  ] as const) {
    const { sessionId } = await office.text(team.number, number, "Hi");
    await takeOver(sceneOf(team), "accept", sessionId);
    await give(agentOf(team), sessionId, user(colleagueIn(team)), `A note of ${team.name}`);
  }
  for (const team of [sales, service])
    for (const set of KEPT_APART) expect([set, unitsReadBy(agentOf(team), set)]).toEqual([set, new Set([team.unit])]);
  const [other] = office.rows(`msgn_messages?$filter=_owningbusinessunit_value eq ${service.unit}&$select=msgn_messageid`);
  expect(() => office.by(agentOf(sales), "GET", `msgn_messages(${String(other?.["msgn_messageid"])})`)).toThrow("403");
  // An administrator of the product reads all of it.
  expect(unitsReadBy(office.administrator, "msgn_sessions")).toEqual(new Set([sales.unit, service.unit]));
});

it("keeps dismissals and settings with their owner, files with SMS Pictures, and shares numbers, as the page's table says", async () => {
  const { sessionId, messageId, contactNumberId } = await office.text(service.number, "+15550102", "Hi");
  const theirs = sceneOf(service);
  await theirs.inbox.writeDismissal(sessionId, { upTo: office.now, count: 1 }, "Jane");
  await theirs.inbox.writeSettings({ ...NO_SETTINGS, sound: false });
  const file = { filename: "picture-1.png", documentbody: btoa("PNG"), "objectid_msgn_message@odata.bind": `/msgn_messages(${messageId})` };
  theirs.world.system("POST", "annotations", file);
  const reader = agentOf(sales);
  for (const set of ["msgn_dismissals", "msgn_agentsettings"]) {
    expect(office.rows(set)).toHaveLength(1);
    expect(office.rowsFor(reader, set)).toEqual([]);
  }
  expect(() => office.rowsFor(reader, "annotations")).toThrow("403");
  expect(office.rowsFor(reader, "msgn_contactnumbers").map((row) => row["msgn_contactnumberid"])).toEqual([contactNumberId]);
});

it("keeps a file with its text's owner where the gateway's user may, and where not, as the gateway's own", async () => {
  const { messageId } = await office.text(sales.number, "+15550101", "Look");
  const keep = async (noteId: string) => {
    const message = await readMediaMessage(office.connection, messageId);
    if (!message) throw new Error("The gateway does not find the message.");
    const file = { name: "picture-1.png", type: "image/png", bytes: new Uint8Array([1]) };
    // Twice: the answer may have been lost.
    for (let tries = 0; tries < 2; tries++) expect(await writeNote(office.connection, noteId, message, file)).toBe("kept");
  };
  const [before, after] = [crypto.randomUUID(), crypto.randomUUID()];
  await keep(before);
  office.keepFilesApart();
  await keep(after);
  const readBy = (user: string) => office.rowsFor(user, "annotations?$select=annotationid").map((row) => row["annotationid"]);
  expect([readBy(agentOf(sales)), readBy(agentOf(service)), readBy(office.administrator).sort()]).toEqual([
    [after],
    [],
    [before, after].sort(),
  ]);
});

it("does not find another team's texts by the panel's search, previews, texts and fates", async () => {
  const { sessionId } = await office.text(service.number, "+15550102", "A secret");
  const scene = sceneOf(sales);
  const panel = createPanelGateway(scene.client);
  expect((await panel.readUnreadTexts(sessionId)).items).toEqual([]);
  expect((await panel.readFates([sessionId])).size).toBe(0);
  const [shown] = (await sceneOf(service).inbox.readInbox()).sessions;
  expect(shown?.id).toBe(sessionId);
  expect((await scene.inbox.readPreviews(shown ? [shown] : [])).size).toBe(0);
});

it("answers a conversation that may not be read as denied, which the conversation says in words", async () => {
  const { sessionId } = await office.text(service.number, "+15550102", "Hi");
  const thread = createThreadGateway(sceneOf(sales).client, agentOf(sales), () => office.now);
  await expect(thread.readHead(sessionId, true)).rejects.toMatchObject({ kind: "denied" });
});

it("lets an agent do within the unit all that SMS Agent is for", async () => {
  const scene = sceneOf(sales);
  const failed: string[] = [];
  for (const [use, act] of Object.entries(CONVERSATION_USES)) {
    try {
      await act(scene);
    } catch (error) {
      failed.push(`${use}: ${String(error)}`);
    }
  }
  expect(failed).toEqual([]);
  expect(office.refusals(agentOf(sales))).toBe(0);
});

it("links a number to a customer, finds it blocked, and counts in the overview what the unit has", async () => {
  const { contactNumberId } = await office.text(sales.number, "+15550101", "Hi");
  await office.text(service.number, "+15550101", "Hi");
  await office.text(service.number, "+15550102", "Hi");
  const { client } = sceneOf(sales);
  expect((await readFiguresOfNow(client)).figures.waiting).toBe(1);
  expect((await readFiguresOfNow(createClient(office.fetchAs(office.administrator)))).figures.waiting).toBe(3);
  const id = String(office.by(agentOf(sales), "POST", "contacts", { lastname: "Doe" })["contactid"]);
  const wanted = { customer: { table: "contact" as const, id }, customerName: "Doe", isLeftWithout: false };
  expect(await linkCustomer(createLinkGateway(client), contactNumberId, null, wanted)).toMatchObject({ kind: "made" });
  // A number is everybody's: whoever blocks it blocks it for the other team as well.
  const panel = createPanelGateway(client);
  office.by(agentOf(service), "PATCH", `msgn_contactnumbers(${contactNumberId})`, { statecode: 1, statuscode: 2 });
  expect((await panel.readBlockedNumbers("", 1)).items.map(({ id: blocked }) => blocked)).toEqual([contactNumberId]);
  expect(await inboxOf(agentOf(sales))).toEqual([]);
});

it("is told by Messaging Diagnostics: no app before it is shared with the copied role; then nothing holds the agent back, and not all rows are reached", async () => {
  const client = createClient(office.fetchAs(office.administrator));
  const findings = async () => {
    const [person] = (await findPeople(client, "sales0")).people;
    if (!person) throw new Error("The administrator does not find the agent.");
    const facts = await readFacts(client, person, () => office.now);
    return findingsOf(facts, { version: "1.0.0", writeTime: String, topicName: String });
  };
  const kinds = async (severity: Finding["severity"]) =>
    (await findings()).filter((finding) => finding.severity === severity).map(({ kind }) => kind);
  office.by(office.administrator, "POST", "msgn_configurations", { msgn_name: "Default" });
  expect(await kinds("holdsBack")).toEqual(["noApp"]);
  office.shareApp();
  expect(await kinds("holdsBack")).toEqual([]);
  expect(await kinds("worthKnowing")).toContain("ownRowsOnly");
  const roles = (await findings()).find(({ kind }) => kind === "roles");
  expect(roles?.values).toEqual([`Basic User, ${UNIT_ROLE}, ${UNIT_ROLE} (Sales Desk)`]);
});

describe("a conversation that is given to an agent of another unit", () => {
  let session: string;
  beforeEach(async () => {
    session = (await office.text(sales.number, "+15550101", "First words")).sessionId;
    await takeOver(sceneOf(sales), "accept", session);
    expect(await give(agentOf(sales), session, user(agentOf(service)), "A note")).toMatchObject({ kind: "given", etag: null });
  });

  it("lies in the receiver's unit: the giver does not read it any more", async () => {
    expect(unitsReadBy(agentOf(service), "msgn_sessions")).toEqual(new Set([service.unit]));
    expect(await inboxOf(agentOf(sales))).toEqual([]);
    expect(() => office.by(agentOf(sales), "GET", pathOf(session))).toThrow("403");
  });

  it("keeps its earlier texts with the first team, and brings the receiver what the customer writes from then on", async () => {
    await office.text(sales.number, "+15550101", "Second words");
    expect(await inboxOf(agentOf(service))).toEqual([session]);
    const texts = office.rowsFor(agentOf(service), "msgn_messages?$select=msgn_body").map((row) => row["msgn_body"]);
    expect(texts).toEqual(["Second words"]);
    expect(office.rowsFor(agentOf(sales), "msgn_messages?$select=msgn_body").map((row) => row["msgn_body"])).toEqual(["First words"]);
  });
});

it("takes an agent's conversations along when they move, with what comes in later, and leaves the team's", async () => {
  const own = await office.text(sales.number, "+15550101", "To me");
  const teams = await office.text(sales.number, "+15550102", "To the team");
  await takeOver(sceneOf(sales), "accept", own.sessionId);
  const agent = agentOf(sales);
  office.moveAgent(agent, sales, service);
  await office.text(sales.number, "+15550101", "Still to me");
  expect(await inboxOf(agent)).toEqual([own.sessionId]);
  expect(await inboxOf(colleagueIn(sales))).toEqual([teams.sessionId]);
});

it("hands over what was there before: sessions and messages are assigned", async () => {
  office.close();
  office = await startUnitsOffice(["Sales", "Service"], 2);
  [sales, service] = office.teams as [UnitTeam, UnitTeam];
  const { sessionId, messageId } = await office.text(sales.number, "+15550101", "From before");
  expect(await inboxOf(agentOf(service))).toEqual([sessionId]);
  office.keepApart();
  expect(await inboxOf(agentOf(sales))).toEqual([]);
  const owner = { "ownerid@odata.bind": `/teams(${sales.team})` };
  office.by(office.administrator, "PATCH", pathOf(sessionId), owner);
  office.by(office.administrator, "PATCH", `msgn_messages(${messageId})`, owner);
  expect(await inboxOf(agentOf(sales))).toEqual([sessionId]);
  expect(await inboxOf(agentOf(service))).toEqual([]);
});
