/** What became of conversations that have left an agent's list. */
import { createClient } from "../../../shared/dataverse/client";
import { createPanelGateway } from "../../../shared/dataverse/panelGateway";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";

let dataverse: TestDataverse;

const read = (...ids: string[]) => createPanelGateway(createClient(dataverse.fetchAs("ana"))).readFates(ids);

beforeEach(async () => {
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

const user = (login: "ben" | "mia") => `/systemusers(${dataverse.idOf(login)})`;

function block(session: string): void {
  const number = String(dataverse.system("GET", `msgn_sessions(${session})`)["_msgn_contactnumberid_value"]);
  dataverse.system("PATCH", `msgn_contactnumbers(${number})`, { statecode: 1, statuscode: 2, "msgn_blockedby@odata.bind": user("mia") });
}

it("a colleague has accepted one, another one has blocked the number of a second, a third was only read: told with one request", async () => {
  const [taken, blocked, other] = [dataverse.text("+15550100"), dataverse.text("+15550101"), dataverse.text("+15550102")];
  dataverse.system("PATCH", `msgn_sessions(${taken})`, { msgn_sessionstatus: 864500001, "ownerid@odata.bind": user("ben") });
  block(blocked);
  dataverse.asked.length = 0;
  expect(await read(taken, blocked, other)).toEqual(
    new Map([
      [taken, { kind: "owned", by: "Ben Okafor" }],
      [blocked, { kind: "blocked", by: "Mia Tanaka" }],
      [other, { kind: "other", by: "" }],
    ]),
  );
  expect(dataverse.asked).toHaveLength(1);
});

it("more than one request can name are asked about with two", async () => {
  const many = Array.from({ length: 60 }, (_, at) => dataverse.text(`+15551${String(at).padStart(3, "0")}`));
  dataverse.asked.length = 0;
  expect([...(await read(...many)).keys()].sort()).toEqual([...many].sort());
  expect(dataverse.asked).toHaveLength(2);
});

it("one that was taken and then blocked is told as blocked: that is why nobody can answer it", async () => {
  const session = dataverse.text("+15550100");
  dataverse.system("PATCH", `msgn_sessions(${session})`, { msgn_sessionstatus: 864500001, "ownerid@odata.bind": user("ben") });
  block(session);
  expect((await read(session)).get(session)?.kind).toBe("blocked");
});

it("a session that is no longer there is left out", async () => {
  const session = dataverse.text("+15550100");
  const gone = session.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
  expect([...(await read(session, gone)).keys()]).toEqual([session]);
});
