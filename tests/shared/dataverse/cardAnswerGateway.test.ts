/** Marking what was answered in a card read, on a server. */
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
  return { session, mark: () => gateway.markRead(session, dataverse.idOf("ana"), ids()) };
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
