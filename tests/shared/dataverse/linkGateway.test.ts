import { createClient } from "../../../shared/dataverse/client";
import { createLinkGateway } from "../../../shared/dataverse/linkGateway";
import type { LinkGateway } from "../../../shared/thread/linkPorts";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";

const NUMBER = "+4930123456";
let dataverse: TestDataverse;
let gateway: LinkGateway;

beforeEach(async () => {
  dataverse = await startDataverse();
  gateway = createLinkGateway(createClient(dataverse.fetchAs("ana")));
});
afterEach(() => dataverse.close());

const contact = (lastname: string, columns: object = {}) =>
  String(dataverse.system("POST", "contacts", { lastname, ...columns })["contactid"]);
const account = (name: string, columns: object = {}) => String(dataverse.system("POST", "accounts", { name, ...columns })["accountid"]);
const names = async (found: ReturnType<LinkGateway["findCustomers"]>) => (await found).items.map(({ name }) => name);
/** The id of a number that has written. */
function numberId(): string {
  const session = dataverse.text(NUMBER);
  return String(dataverse.system("GET", `msgn_sessions(${session})`)["_msgn_contactnumberid_value"]);
}

describe("who holds a number", () => {
  it("is found however the number is written, with what tells one from another", async () => {
    const company = account("Acme", { telephone1: "+49 30 999" });
    contact("Doe", {
      firstname: "Jane",
      mobilephone: "030/123456",
      emailaddress1: "jane@example.com",
      "parentcustomerid_account@odata.bind": `/accounts(${company})`,
    });
    contact("Long", { mobilephone: "+49 30 1234567" });
    contact("Other", { mobilephone: "+48 30 123456" });
    account("Acme Berlin", { telephone1: "0049 30 123456" });
    const { items, hasMore } = await gateway.findHolders(NUMBER);
    expect(items).toEqual([
      expect.objectContaining({ table: "contact", name: "Jane Doe", company: "Acme", email: "jane@example.com", numbers: ["030/123456"] }),
      expect.objectContaining({ table: "account", name: "Acme Berlin", company: "", numbers: ["0049 30 123456"] }),
    ]);
    expect(hasMore).toBe(false);
  });

  it("is nobody who is inactive", async () => {
    const id = contact("Doe", { mobilephone: NUMBER });
    dataverse.system("PATCH", `contacts(${id})`, { statecode: 1, statuscode: 2 });
    expect((await gateway.findHolders(NUMBER)).items).toEqual([]);
  });

  it("is looked for in the columns that the configuration names, and in the usual ones where one of these is not there", async () => {
    contact("Doe", { mobilephone: NUMBER });
    contact("Roe", { telephone1: NUMBER });
    dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_phonecolumns: "contact.telephone1" });
    expect(await names(gateway.findHolders(NUMBER))).toEqual(["Roe"]);
    expect(await gateway.readNumberColumn()).toBe("telephone1");
    const [row] = dataverse.rows("msgn_configurations");
    dataverse.system("PATCH", `msgn_configurations(${String(row?.["msgn_configurationid"])})`, {
      msgn_phonecolumns: "contact.msgn_nowhere",
    });
    expect(await names(gateway.findHolders(NUMBER))).toEqual(["Doe", "Roe"]);
    expect(await gateway.readNumberColumn()).toBe("mobilephone");
  });
});

it("tells an outage instead of looking in other columns than the configuration names", async () => {
  contact("Doe", { mobilephone: NUMBER });
  dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_phonecolumns: "contact.telephone1" });
  let outages = 0;
  const ana = dataverse.fetchAs("ana");
  const failing: typeof ana = (url, init) =>
    url.includes("contacts?") && outages++ === 0 ? Promise.resolve(new Response("{}", { status: 503 })) : ana(url, init);
  await expect(createLinkGateway(createClient(failing)).findHolders(NUMBER)).rejects.toMatchObject({ kind: "failed", status: 503 });
});

describe("the column that a new contact's number goes to", () => {
  /** Ana's gateway, whose look into the contacts is answered with this status. */
  const answeredWith = (status: number) => {
    const ana = dataverse.fetchAs("ana");
    dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_phonecolumns: "contact.telephone1" });
    const fetch: typeof ana = (url, init) => (url.includes("contacts?") ? Promise.resolve(new Response("{}", { status })) : ana(url, init));
    return createLinkGateway(createClient(fetch));
  };

  it("is the usual one where the configuration names none", async () => {
    expect(await gateway.readNumberColumn()).toBe("mobilephone");
  });

  it("is the one that the configuration names, for who may make contacts and read none", async () => {
    expect(await answeredWith(403).readNumberColumn()).toBe("telephone1");
  });

  it("is not guessed while the server asks for a pause", async () => {
    await expect(answeredWith(429).readNumberColumn()).rejects.toMatchObject({ kind: "throttled" });
  });
});

describe("a search", () => {
  beforeEach(() => {
    contact("Doe", { firstname: "Jane", emailaddress1: "jane@example.com", mobilephone: "(030) 123456" });
    contact("O'Neil <b>", { firstname: "100% Jo_an" });
    account("Doe & Sons", { telephone1: "+1 202 555 0199" });
  });

  it.each([
    ["doe", ["Jane Doe", "Doe & Sons"]],
    ["jane doe", ["Jane Doe"]],
    ["doe jane", ["Jane Doe"]],
    ["jane@", ["Jane Doe"]],
    ["030123", ["Jane Doe"]],
    ["202-555", ["Doe & Sons"]],
    ["sons &", ["Doe & Sons"]],
    ["O'Neil <", ["100% Jo_an O'Neil <b>"]],
    ["100%", ["100% Jo_an O'Neil <b>"]],
    ["nobody", []],
  ])("for %j finds %j", async (words, expected) => {
    expect(await names(gateway.findCustomers(words))).toEqual(expected);
  });

  it("brings twenty, and says that there are more", async () => {
    for (let at = 10; at < 35; at++) contact(`Smith ${at}`);
    const { items, hasMore } = await gateway.findCustomers("smith");
    expect([items.length, hasMore]).toEqual([20, true]);
  });
});

describe("a link", () => {
  it("is written with the names of the number's conversations, if the row is still what it was", async () => {
    const id = numberId();
    const jane = contact("Doe", { firstname: "Jane" });
    const before = await gateway.readLink(id);
    expect(before).toMatchObject({ customer: null, customerName: "", isLeftWithout: false });
    const link = { customer: { table: "contact", id: jane }, customerName: "Jane Doe", isLeftWithout: false } as const;
    const etag = await gateway.writeLink(id, link, before.etag);
    const after = await gateway.readLink(id);
    expect(after).toMatchObject({ etag, customer: link.customer, customerName: "Jane Doe", changedBy: "Ana Ruiz" });
    expect(dataverse.rows("msgn_sessions").map((row) => row["msgn_name"])).toEqual(["Jane Doe, +15550999"]);
    await expect(gateway.writeLink(id, link, before.etag)).rejects.toMatchObject({ kind: "stale" });
  });

  it("of an account is taken away, and the gateway is told to leave it so", async () => {
    const id = numberId();
    const acme = account("Acme");
    await gateway.writeLink(
      id,
      { customer: { table: "account", id: acme }, customerName: "Acme", isLeftWithout: false },
      (await gateway.readLink(id)).etag,
    );
    await gateway.writeLink(id, { customer: null, customerName: "", isLeftWithout: true }, (await gateway.readLink(id)).etag);
    expect(await gateway.readLink(id)).toMatchObject({ customer: null, isLeftWithout: true });
    expect(dataverse.rows("msgn_sessions").map((row) => row["msgn_name"])).toEqual([`${NUMBER}, +15550999`]);
  });
});
