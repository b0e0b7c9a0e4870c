/** What answering in a card asks of the server: marking read, and why nobody can answer. */
import { createCardAnswerGateway } from "../../../shared/dataverse/cardAnswerGateway";
import { createClient } from "../../../shared/dataverse/client";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";

let dataverse: TestDataverse;
beforeEach(async () => void (dataverse = await startDataverse()));
afterEach(() => dataverse.close());

const readOn = () => dataverse.rows("msgn_messages").map((row) => row["msgn_readon"]);
const ids = () => dataverse.rows("msgn_messages").map((row) => String(row["msgn_messageid"]));
const setUp = () => {
  const session = dataverse.text("+15550100", {
    session: { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ana")})` },
  });
  const client = createClient(dataverse.fetchAs("ana"));
  const gateway = createCardAnswerGateway({ client, now: () => dataverse.now, learn: () => Promise.resolve() });
  const whyNot = () => gateway.readClosedBecause(session, dataverse.idOf("ana"));
  return { session, whyNot, mark: () => gateway.markRead(session, dataverse.idOf("ana"), ids()) };
};

it("marks the texts of one's own conversation read", async () => {
  const { mark } = setUp();
  await mark();
  expect(readOn()).toEqual([expect.any(String)]);
});

it("leaves what a colleague, to whom it has gone meanwhile, has read", async () => {
  const { session, mark } = setUp();
  const at = "2026-11-22T12:00:00Z";
  dataverse.system("PATCH", `msgn_sessions(${session})`, { "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ben")})` });
  dataverse.system("PATCH", `msgn_messages(${String(ids()[0])})`, { msgn_readon: at });
  await expect(mark()).rejects.toMatchObject({ kind: "denied" });
  expect(readOn()).toEqual([at]);
});

it("knows of no reason why the owner could not answer", async () => {
  expect(await setUp().whyNot()).toBeNull();
});

it.each<[string, (session: string, number: string) => void]>([
  ["blocked", (_, number) => dataverse.system("PATCH", `msgn_contactnumbers(${number})`, { statecode: 1, statuscode: 2 })],
  ["optedOut", (_, number) => dataverse.system("PATCH", `msgn_contactnumbers(${number})`, { msgn_optedouton: "2026-01-01T00:00:00Z" })],
  ["notAccepted", (session) => dataverse.system("PATCH", `msgn_sessions(${session})`, { msgn_sessionstatus: 864500000 })],
  [
    "notMine",
    (session) => dataverse.system("PATCH", `msgn_sessions(${session})`, { "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ben")})` }),
  ],
  ["closed", (session) => dataverse.system("PATCH", `msgn_sessions(${session})`, { statecode: 1, statuscode: 2 })],
])("says why a conversation that has left the list cannot be answered: %s", async (reason, change) => {
  const { session, whyNot } = setUp();
  change(session, String(dataverse.system("GET", `msgn_sessions(${session})`)["_msgn_contactnumberid_value"]));
  expect(await whyNot()).toBe(reason);
});

it("fails where the conversation is gone", async () => {
  const { session, whyNot } = setUp();
  dataverse.system("DELETE", `msgn_sessions(${session})`);
  await expect(whyNot()).rejects.toMatchObject({ kind: "gone" });
});
