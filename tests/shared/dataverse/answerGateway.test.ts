/** Answers in Dataverse: written once, changed only as they were seen. */
import { createAnswerGateway } from "../../../shared/dataverse/answerGateway";
import { createClient } from "../../../shared/dataverse/client";
import type { Fetch } from "../../../shared/dataverse/client";
import { createServerClock } from "../../../shared/dataverse/serverClock";
import type { NewAnswer } from "../../../shared/thread/answerPorts";
import { startDataverse } from "../../dataverse";
import type { Login, Row, TestDataverse } from "../../dataverse";

const ID = "11111111-1111-4111-8111-111111111111";
let dataverse: TestDataverse;
let session: string;

const gatewayOf = (login: Login, fetch: Fetch = dataverse.fetchAs(login)) =>
  createAnswerGateway(createServerClock(createClient(fetch), () => 0));
const answer = (overrides: Partial<NewAnswer> = {}): NewAnswer => ({
  id: ID,
  sessionId: session,
  text: "Good morning,\nyour order is ready.",
  segments: 1,
  ...overrides,
});
const written = () => dataverse.rows("msgn_messages?$filter=msgn_direction eq 864500001");
const only = (): Row => {
  const [row, ...others] = written();
  if (!row || others.length > 0) throw new Error(`There are ${written().length} messages.`);
  return row;
};
const etag = () => String(only()["@odata.etag"]);
/** What the gateway for texts writes. */
const note = (columns: Row) => dataverse.system("PATCH", `msgn_messages(${ID})`, columns);

beforeEach(async () => {
  dataverse = await startDataverse();
  session = dataverse.text("+15550100", { session: { "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ana")})` } });
});

afterEach(() => dataverse.close());

it("writes a queued text of the agent's own, named after its first words, as of the server's clock, which the agent's need not know", async () => {
  await gatewayOf("ana").queue(answer());
  expect(only()).toMatchObject({
    msgn_messageid: ID,
    msgn_name: "Good morning, your order is ready.",
    msgn_body: "Good morning,\nyour order is ready.",
    msgn_direction: 864500001,
    msgn_deliverystatus: 864500000,
    msgn_segments: 1,
    msgn_receivedon: new Date(dataverse.now).toISOString().replace(".000", ""),
    _msgn_sessionid_value: session,
    _ownerid_value: dataverse.idOf("ana"),
    msgn_readon: null,
    msgn_providermessageid: null,
  });
});

it("has written it once where it is asked for twice, also when the gateway has begun to send it", async () => {
  await gatewayOf("ana").queue(answer());
  note({ msgn_deliverystatus: 864500002 });
  await gatewayOf("ana").queue(answer());
  expect(only()["msgn_deliverystatus"]).toBe(864500002);
});

it("has failed where another text has its id: it is not written, and nobody is told that it is", async () => {
  await gatewayOf("ben").queue(answer({ text: "Something else" }));
  await expect(gatewayOf("ana").queue(answer())).rejects.toMatchObject({ kind: "failed" });
  expect(only()["msgn_body"]).toBe("Something else");
});

it("lets several texts wait that have no id of a provider's yet", async () => {
  const gateway = gatewayOf("ana");
  await gateway.queue(answer());
  await gateway.queue(answer({ id: gateway.newId() }));
  expect(written()).toHaveLength(2);
});

it("is refused where the roles do not allow it", async () => {
  await expect(gatewayOf("zoe").queue(answer())).rejects.toMatchObject({ kind: "denied" });
  expect(written()).toEqual([]);
});

it("queues a failed text as one that was never tried", async () => {
  await gatewayOf("ana").queue(answer());
  const sendingSince = new Date(dataverse.now).toISOString();
  note({
    msgn_deliverystatus: 864500004,
    msgn_deliveryerror: "30003: gone",
    msgn_sendingsince: sendingSince,
    msgn_providermessageid: "SM9",
  });
  await gatewayOf("ana").sendAgain(ID, etag());
  expect(only()).toMatchObject({
    msgn_deliverystatus: 864500000,
    msgn_deliveryerror: null,
    msgn_sendingsince: null,
    msgn_providermessageid: null,
  });
});

it("has the gateway find out what became of a text: it is being sent, since nobody knows when", async () => {
  await gatewayOf("ana").queue(answer());
  note({ msgn_deliverystatus: 864500005, msgn_sendingsince: new Date(dataverse.now).toISOString(), msgn_providermessageid: "SM9" });
  await gatewayOf("ana").check(ID, etag());
  expect(only()).toMatchObject({ msgn_deliverystatus: 864500001, msgn_sendingsince: null, msgn_providermessageid: "SM9" });
});

it.each(["sendAgain", "check"] as const)("changes nothing where the text is another than was seen: %s", async (ask) => {
  await gatewayOf("ana").queue(answer());
  const seen = etag();
  note({ msgn_deliverystatus: 864500003 });
  await expect(gatewayOf("ana")[ask](ID, seen)).rejects.toMatchObject({ kind: "stale" });
  expect(only()["msgn_deliverystatus"]).toBe(864500003);
});

it("makes the same id of a text for whoever sends it again, and another one of that", () => {
  const gateway = gatewayOf("ana");
  const next = gateway.idAfter(ID);
  expect(gatewayOf("ben").idAfter(ID)).toBe(next);
  expect(new Set([ID, next, gateway.idAfter(next), gateway.newId(), gateway.newId()]).size).toBe(5);
});

it("reads the templates that are in use, by name", async () => {
  const template = (name: string, columns: Row = {}) =>
    dataverse.system("POST", "msgn_templates", { msgn_name: name, msgn_body: name, ...columns });
  template("Thanks", { msgn_body: "Thank you, {customer}!", msgn_languagecode: "en" });
  template("Away");
  const old = String(template("Old")["msgn_templateid"]);
  dataverse.system("PATCH", `msgn_templates(${old})`, { statecode: 1, statuscode: 2 });
  expect(await gatewayOf("ana").readTemplates()).toMatchObject([
    { name: "Away", body: "Away", languageCode: "" },
    { name: "Thanks", body: "Thank you, {customer}!", languageCode: "en" },
  ]);
});

it("knows the server's time from its answers, whatever the agent's clock says", async () => {
  const gateway = gatewayOf("ana");
  await gateway.readTemplates();
  expect(gateway.serverNow()).toBe(dataverse.now);
});
