/** Giving what is not quite a usual conversation: without a text of the customer's, closed, to more receivers than a list has room for. */
import { createClient } from "../../../shared/dataverse/client";
import { createGiveGateway } from "../../../shared/dataverse/giveGateway";
import { giveTo, takeBackGift } from "../../../shared/thread/giveTo";
import { people } from "../../../demo/users";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";

const ben = () => ({ id: dataverse.idOf("ben"), name: "Ben Okafor", kind: "user" }) as const;
const anasOwn = () => ({ msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ana")})` });
const shown = (id: string) => ({ id, status: "accepted", owner: { ...ben(), id: dataverse.idOf("ana"), isDisabled: false } }) as const;
const gateway = () => createGiveGateway(createClient(dataverse.fetchAs("ana")), dataverse.idOf("ana"), () => dataverse.now);
const row = (id: string) => dataverse.system("GET", `msgn_sessions(${id})`);
const teams = Array.from({ length: 60 }, (_, at) => ({
  id: `7ea40000-0000-4000-8000-${String(at + 1).padStart(12, "0")}`,
  name: `Team ${String(at).padStart(2, "0")}`,
  members: at === 0 ? people.map(({ id }) => id) : [],
  roles: ["SMS Agent"],
}));

let dataverse: TestDataverse;
beforeEach(async () => {
  dataverse = await startDataverse({ teams });
});
afterEach(() => dataverse.close());

it("gives a conversation in which the customer has written nothing: there is nothing to make unread", async () => {
  const id = dataverse.text("+15550100", { session: anasOwn() });
  for (const message of dataverse.rows("msgn_messages")) dataverse.system("DELETE", `msgn_messages(${String(message["msgn_messageid"])})`);
  expect(await giveTo(gateway(), shown(id), ben(), "")).toMatchObject({ kind: "given", gift: { unreadAgain: null } });
  expect(row(id)).toMatchObject({ _ownerid_value: dataverse.idOf("ben"), msgn_givennote: null });
});

it("opens a closed conversation that is given, and closes it again where that is taken back, with whoever had accepted it", async () => {
  const accepted = { msgn_acceptedon: "2026-11-22T11:00:00Z", "msgn_acceptedby@odata.bind": `/systemusers(${dataverse.idOf("chloe")})` };
  const id = dataverse.text("+15550100", { session: { ...anasOwn(), ...accepted } });
  dataverse.system("PATCH", `msgn_sessions(${id})`, { statecode: 1, statuscode: 2 });
  const result = await giveTo(gateway(), shown(id), ben(), "Please");
  expect(row(id)).toMatchObject({ statecode: 0, _ownerid_value: dataverse.idOf("ben"), msgn_givennote: "Please" });
  if (result.kind !== "given" || result.etag === null) throw new Error("It was not given.");
  await takeBackGift(gateway(), id, result.gift, result.etag, dataverse.idOf("ana"));
  expect(row(id)).toMatchObject({
    statecode: 1,
    _ownerid_value: dataverse.idOf("ana"),
    _msgn_acceptedby_value: dataverse.idOf("chloe"),
    msgn_acceptedon: "2026-11-22T11:00:00Z",
    msgn_givenon: null,
    msgn_givennote: null,
  });
});

it("takes back from a team what a team had, and what nobody had accepted is new again", async () => {
  const [first, second] = teams;
  const id = dataverse.text("+15550100", { session: { "ownerid@odata.bind": `/teams(${String(first?.id)})` } });
  const before = { id, status: "new", owner: { id: String(first?.id), name: "Team 00", kind: "team", isDisabled: false } } as const;
  const result = await giveTo(gateway(), before, { id: String(second?.id), name: "Team 01", kind: "team" }, "");
  expect(row(id)).toMatchObject({ msgn_sessionstatus: 864500001, _owningteam_value: second?.id });
  if (result.kind !== "given" || result.etag === null) throw new Error("It was not given.");
  await takeBackGift(gateway(), id, result.gift, result.etag, dataverse.idOf("ana"));
  expect(row(id)).toMatchObject({ msgn_sessionstatus: 864500000, _owningteam_value: first?.id, _msgn_acceptedby_value: null });
});

it("says that there are more receivers than it lists", async () => {
  const { items, hasMore } = await gateway().findReceivers("Team");
  expect(hasMore).toBe(true);
  expect(items.length).toBeLessThan(teams.length);
  expect((await gateway().findReceivers("Team 07")).hasMore).toBe(false);
});
