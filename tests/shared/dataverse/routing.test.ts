import { people } from "../../../demo/users";
import { createClient } from "../../../shared/dataverse/client";
import { createThreadGateway } from "../../../shared/dataverse/threadGateway";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";
import { createBothGateways } from "./createBothGateways";

const SERVICE = "7ea40000-0000-4000-8000-000000000001";
const SALES = "7ea40000-0000-4000-8000-000000000002";
const FALLBACK = "0x8004E023";

const memberIds = (...logins: Login[]) => people.filter(({ login }) => logins.includes(login as Login)).map(({ id }) => id);
const teams = [
  { id: SERVICE, name: "Service", members: memberIds("ana", "ben") },
  { id: SALES, name: "Sales", members: memberIds("chloe"), roles: ["SMS Agent"] },
];

let dataverse: TestDataverse;
beforeEach(async () => {
  dataverse = await startDataverse({ teams });
});
afterEach(() => dataverse.close());

const gatewayOf = (login: Login, fetch = dataverse.fetchAs(login)) =>
  createBothGateways(createClient(fetch), dataverse.idOf(login), () => dataverse.now);
const listOf = async (login: Login) => (await gatewayOf(login).readInbox()).sessions;
const headOf = async (login: Login, session: string) =>
  (await createThreadGateway(createClient(dataverse.fetchAs(login)), dataverse.idOf(login), () => dataverse.now).readHead(session, true))
    .session;

/** The number that the tests' customers write to, as a row. */
function businessNumber(columns: object = {}): string {
  const row = { msgn_phonenumber: "+15550999", msgn_name: "Service", "msgn_teamid@odata.bind": `/teams(${SERVICE})`, ...columns };
  return String(dataverse.system("POST", "msgn_businessnumbers", row)["msgn_businessnumberid"]);
}
const accepted = (login: Login) => ({ msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` });
const ownedBy = (team: string) => ({ msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/teams(${team})` });

describe("the inbox", () => {
  it("shows everyone what came to a number without a row, as before there were any", async () => {
    const id = dataverse.text("+15550100");
    for (const login of ["ana", "chloe", "mia"] as const)
      expect(await listOf(login)).toMatchObject([{ id, businessName: "", idleTimeout: "configured" }]);
  });

  it("shows everyone what came to a number whose row has no team, with the number's name", async () => {
    businessNumber({ "msgn_teamid@odata.bind": null });
    dataverse.text("+15550100");
    expect(await listOf("chloe")).toMatchObject([{ businessNumber: "+15550999", businessName: "Service" }]);
  });

  it("shows what came to a number with a team to its members, and to nobody else, whatever their roles", async () => {
    businessNumber();
    const id = dataverse.text("+15550100");
    for (const login of ["ana", "ben"] as const) expect(await listOf(login)).toMatchObject([{ id, isOthers: false }]);
    for (const login of ["chloe", "mia", "root"] as const) expect(await listOf(login)).toEqual([]);
  });

  it("shows it to its owner always, and to the members of a team that owns it", async () => {
    businessNumber();
    const ofChloe = dataverse.text("+15550100", { session: accepted("chloe") });
    const ofSales = dataverse.text("+15550101", { session: ownedBy(SALES) });
    expect((await listOf("chloe")).map(({ id }) => id).sort()).toEqual([ofChloe, ofSales].sort());
    expect(await listOf("mia")).toEqual([]);
  });

  it("goes by the row as it is now: another team, or none, with the next reading, and nothing is lost where the row is deleted", async () => {
    const row = businessNumber();
    dataverse.text("+15550100");
    const ana = gatewayOf("ana");
    expect((await ana.readInbox()).sessions).toHaveLength(1);
    dataverse.system("PATCH", `msgn_businessnumbers(${row})`, { "msgn_teamid@odata.bind": `/teams(${SALES})` });
    expect((await ana.readInbox()).sessions).toEqual([]);
    dataverse.system("PATCH", `msgn_businessnumbers(${row})`, { statecode: 1, statuscode: 2 });
    expect((await ana.readInbox()).sessions).toEqual([]);
    dataverse.system("DELETE", `msgn_businessnumbers(${row})`);
    expect((await ana.readInbox()).sessions).toHaveLength(1);
  });

  it("asks one request, whatever the teams are", async () => {
    businessNumber();
    dataverse.text("+15550100");
    dataverse.asked.length = 0;
    await listOf("ana");
    expect(dataverse.asked).toHaveLength(1);
  });

  it.each([
    [5, 300_000],
    [0, null],
    [null, "configured"],
  ])("tells the number's own idle timeout: %s minutes are %s", async (minutes, expected) => {
    businessNumber({ msgn_idletimeoutminutes: minutes });
    dataverse.text("+15550100");
    expect(await listOf("ana")).toMatchObject([{ idleTimeout: expected }]);
  });

  it("keeps to the teams where there is more than an aggregate may count", async () => {
    businessNumber();
    const id = dataverse.text("+15550100");
    const counted = (url: string) => decodeURIComponent(url).includes('aggregate="true"');
    const limited = (login: Login) => {
      const send = dataverse.fetchAs(login);
      const body = JSON.stringify({ error: { code: FALLBACK, message: "AggregateQueryRecordLimit" } });
      return gatewayOf(login, (url, init) =>
        counted(url) ? Promise.resolve(new Response(body, { status: 400 })) : send(url, init),
      ).readInbox();
    };
    expect((await limited("ana")).sessions).toMatchObject([{ id, businessName: "Service" }]);
    expect((await limited("chloe")).sessions).toEqual([]);
  });

  it("shows everything to a user whose roles do not let them read business numbers: an organization's own role may be older than they are", async () => {
    businessNumber();
    dataverse.text("+15550100");
    const send = dataverse.fetchAs("chloe");
    let refused = 0;
    const older = gatewayOf("chloe", (url, init) => {
      if (!decodeURIComponent(url).includes('msgn_businessnumber" from')) return send(url, init);
      refused += 1;
      return Promise.resolve(new Response(JSON.stringify({ error: { code: "0x80040220", message: "no prvRead" } }), { status: 403 }));
    });
    expect((await older.readInbox()).sessions).toMatchObject([{ businessName: "", isOthers: false }]);
    expect((await older.readInbox()).sessions).toHaveLength(1);
    // Once refused is enough for ten minutes: a refresh costs one request.
    expect(refused).toBe(1);
    dataverse.now += 600_000;
    await older.readInbox();
    expect(refused).toBe(2);
  });

  it("is refused as a whole where the roles do not let the user read sessions at all", async () => {
    await expect(gatewayOf("zoe").readInbox()).rejects.toMatchObject({ kind: "denied" });
  });
});

describe("a conversation", () => {
  it("is another team's for who is neither of the number's team nor its owner, and for nobody else", async () => {
    businessNumber();
    const fresh = dataverse.text("+15550100");
    const ofChloe = dataverse.text("+15550101", { session: accepted("chloe") });
    const ofSales = dataverse.text("+15550102", { session: ownedBy(SALES) });
    expect(await headOf("ana", fresh)).toMatchObject({ isOthers: false, businessName: "Service" });
    expect(await headOf("chloe", fresh)).toMatchObject({ isOthers: true, businessName: "Service" });
    for (const session of [ofChloe, ofSales]) expect(await headOf("chloe", session)).toMatchObject({ isOthers: false });
    expect(await headOf("mia", ofSales)).toMatchObject({ isOthers: true });
  });

  it("is everyone's where the number has no row, and has the number's own idle timeout where it has one", async () => {
    const session = dataverse.text("+15550100");
    expect(await headOf("chloe", session)).toMatchObject({ isOthers: false, businessName: "", idleTimeout: "configured" });
    businessNumber({ msgn_idletimeoutminutes: 7 });
    expect(await headOf("ana", session)).toMatchObject({ idleTimeout: 420_000 });
  });

  it("is everyone's for a user whose roles do not let them read business numbers", async () => {
    businessNumber();
    const session = dataverse.text("+15550100");
    const send = dataverse.fetchAs("chloe");
    const client = createClient((url, init) =>
      decodeURIComponent(url).includes("msgn_businessnumber") && url.includes("fetchXml")
        ? Promise.resolve(new Response(JSON.stringify({ error: { code: "0x80040220", message: "no prvRead" } }), { status: 403 }))
        : send(url, init),
    );
    const { session: head } = await createThreadGateway(client, dataverse.idOf("chloe"), () => dataverse.now).readHead(session, true);
    expect(head).toMatchObject({ isOthers: false, businessName: "", idleTimeout: "configured" });
  });
});
