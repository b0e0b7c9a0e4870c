/** The blocked numbers in Dataverse, as an agent lists them, finds one, and unblocks it. */
import { createClient } from "../../../shared/dataverse/client";
import type { Fetch } from "../../../shared/dataverse/client";
import { BLOCKED_PAGE } from "../../../shared/dataverse/blockedQuery";
import { createPanelGateway } from "../../../shared/dataverse/panelGateway";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";

const HOUR = 3_600_000;
let dataverse: TestDataverse;

const gateway = (fetch: Fetch = dataverse.fetchAs("ana")) => createPanelGateway(createClient(fetch));
const found = async (words: string) => (await gateway().readBlockedNumbers(words, 1)).items.map(({ phoneNumber }) => phoneNumber);
const iso = (ms: number) => new Date(ms).toISOString();

/** A number that Ben has blocked so many minutes ago. */
function blocked(phoneNumber: string, minutesAgo: number, columns: object = {}): string {
  const id = String(dataverse.system("POST", "msgn_contactnumbers", { msgn_phonenumber: phoneNumber, ...columns })["msgn_contactnumberid"]);
  dataverse.system("PATCH", `msgn_contactnumbers(${id})`, {
    statecode: 1,
    statuscode: 2,
    msgn_blockedon: iso(dataverse.now - minutesAgo * 60_000),
    "msgn_blockedby@odata.bind": `/systemusers(${dataverse.idOf("ben")})`,
  });
  return id;
}

beforeEach(async () => {
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

it("are read with one request, the latest first: who, when, by whom, why and until when", async () => {
  const jane = dataverse.system("POST", "contacts", { firstname: "Jane", lastname: "Doe" });
  const ends = { msgn_blockreason: "<b>Advertising</b>", msgn_blockeduntil: iso(dataverse.now + HOUR) };
  const early = blocked("+15550100", 10, { "msgn_customerid_contact@odata.bind": `/contacts(${String(jane["contactid"])})`, ...ends });
  blocked("+15550101", 5);
  dataverse.system("POST", "msgn_contactnumbers", { msgn_phonenumber: "+15550102" });
  dataverse.asked.length = 0;
  const { items, hasMore } = await gateway().readBlockedNumbers("", 1);
  expect(hasMore).toBe(false);
  expect(dataverse.asked).toHaveLength(1);
  expect(items.map(({ phoneNumber, customerName }) => [phoneNumber, customerName])).toEqual([
    ["+15550101", ""],
    ["+15550100", "Jane Doe"],
  ]);
  expect(items[1]).toEqual({
    id: early,
    etag: expect.any(String) as string,
    phoneNumber: "+15550100",
    customerName: "Jane Doe",
    blockedByName: "Ben Okafor",
    block: { on: dataverse.now - 600_000, by: dataverse.idOf("ben"), reason: "<b>Advertising</b>", until: dataverse.now + HOUR },
  });
});

it("are those whose block has not ended, to the second", async () => {
  blocked("+15550100", 10, { msgn_blockeduntil: iso(dataverse.now + 1000) });
  expect(await found("")).toEqual(["+15550100"]);
  dataverse.now += 1000;
  expect(await found("")).toEqual([]);
  dataverse.now += HOUR;
  expect(await found("")).toEqual([]);
});

it("come a page at a time, each once", async () => {
  for (let at = 0; at < BLOCKED_PAGE + 3; at++) blocked(`+1555${String(at).padStart(4, "0")}`, at);
  const [first, second] = [await gateway().readBlockedNumbers("", 1), await gateway().readBlockedNumbers("", 2)];
  expect([first.items.length, first.hasMore, second.items.length, second.hasMore]).toEqual([BLOCKED_PAGE, true, 3, false]);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(BLOCKED_PAGE + 3);
});

it.each([
  ["555-01 00", ["+15550100"]],
  ["+15550101", ["+15550101"]],
  // As one dials it from elsewhere.
  ["00 1 555 0101", ["+15550101"]],
  ["jane", ["+15550100"]],
  ["Contoso & “Söhne”", ["+15550101"]],
  ["100%", []],
  ['"/><x', []],
])("are found by number and by customer: %j", async (words, expected) => {
  const jane = dataverse.system("POST", "contacts", { firstname: "Jane", lastname: "Doe" });
  const contoso = dataverse.system("POST", "accounts", { name: "Contoso & “Söhne”" });
  blocked("+15550100", 2, { "msgn_customerid_contact@odata.bind": `/contacts(${String(jane["contactid"])})` });
  blocked("+15550101", 1, { "msgn_customerid_account@odata.bind": `/accounts(${String(contoso["accountid"])})` });
  expect(await found(words)).toEqual(expected);
});

it("are found by number by those who may not read customers", async () => {
  blocked("+15550100", 1);
  const fetch = dataverse.fetchAs("ana");
  const refusing: Fetch = (url, init) =>
    url.includes("fullname") ? Promise.resolve(new Response("{}", { status: 403 })) : fetch(url, init);
  const { items } = await gateway(refusing).readBlockedNumbers("0100", 1);
  expect(items.map(({ phoneNumber }) => phoneNumber)).toEqual(["+15550100"]);
});

it("are unblocked, and blocked again as they were, each only as it was read", async () => {
  const id = blocked("+15550100", 10, { msgn_blockreason: "Advertising" });
  const [number] = (await gateway().readBlockedNumbers("", 1)).items;
  if (!number) throw new Error("no number");
  const etag = await gateway().setBlocked(id, null, number.etag);
  expect(await found("")).toEqual([]);
  await expect(gateway().setBlocked(id, null, number.etag)).rejects.toMatchObject({ kind: "stale" });
  await gateway().setBlocked(id, number.block, etag);
  const [again] = (await gateway().readBlockedNumbers("", 1)).items;
  expect(again).toEqual({ ...number, etag: expect.any(String) as string });
});

it("restores what the agent has dismissed, and nothing of a colleague's, also twice", async () => {
  const session = dataverse.text("+15550100");
  const dismissal = (login: "ana" | "ben") => {
    const row = { msgn_name: "Jane", msgn_dismissedupto: iso(dataverse.now), "msgn_sessionid@odata.bind": `/msgn_sessions(${session})` };
    dataverse.system("POST", "msgn_dismissals", { ...row, "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` });
  };
  for (const login of ["ana", "ana", "ben"] as const) dismissal(login);
  await gateway().restore(session);
  await gateway().restore(session);
  expect(dataverse.rows("msgn_dismissals").map((row) => row["_ownerid_value"])).toEqual([dataverse.idOf("ben")]);
});
