import { deliver } from "../../../gateway/contract";
import type { Connection } from "../../../gateway/contract";
import { createCustomerFinder } from "../../../gateway/customers/customerFinder";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";

const BUSINESS = "+4930999999";
const DAY = 24 * 3_600_000;
let dataverse: TestDataverse;
let log: string[];
let now: number;
let refuse: (url: string) => number | undefined;
let made = 0;

beforeAll(async () => {
  dataverse = await startDataverse();
}, 180_000);
afterAll(() => dataverse.close());
beforeEach(() => {
  [log, now, refuse] = [[], Date.now(), () => undefined];
  for (const row of dataverse.rows("msgn_configurations"))
    dataverse.system("DELETE", `msgn_configurations(${String(row["msgn_configurationid"])})`);
  dataverse.asked.length = 0;
});

const connection = (): Connection => ({
  root: "https://test.example/api/data/v9.2/",
  token: "a token",
  fetch: ((url: string, init: RequestInit) => {
    const status = refuse(url);
    if (status !== undefined) return Promise.resolve(new Response("{}", { status }));
    return dataverse.fetchAs("gateway")(url.replace("https://test.example", ""), init);
  }) as typeof globalThis.fetch,
});
const finder = () => createCustomerFinder({ connection: connection(), log: (line) => void log.push(line), now: () => now });
/** A Berlin number that nothing here has had before, by its last digits: `+4930` is to be put before them. */
const newEnding = () => String((made += 1) + 200_000);
const contact = (columns: object) => String(dataverse.system("POST", "contacts", { lastname: `Doe ${made}`, ...columns })["contactid"]);
const account = (columns: object) => String(dataverse.system("POST", "accounts", { name: `Acme ${made}`, ...columns })["accountid"]);
const configure = (columns: string) =>
  dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_phonecolumns: columns });
const receive = (find: ReturnType<typeof finder>, from: string) =>
  deliver(connection(), { id: `SM${(made += 1)}`, from, to: BUSINESS, body: "Hi" }, find);
const customerOf = (contactNumberId: string) =>
  dataverse.system("GET", `msgn_contactnumbers(${contactNumberId})`)["_msgn_customerid_value"];
/** The questions whose a number is, as they were asked since the last look: tables. */
const lookups = () => {
  const tables = dataverse.asked.flatMap((line) => /^GET (contacts|accounts)\?/.exec(line)?.[1] ?? []);
  dataverse.asked.length = 0;
  return tables.sort();
};

describe("a new number", () => {
  it.each([
    ["a contact's mobile phone, in E.164", (ending: string) => contact({ mobilephone: `+4930${ending}` })],
    ["a contact's business phone, as it is dialled at home", (ending: string) => contact({ telephone1: `030/${ending}` })],
    ["an account's main phone, internationally", (ending: string) => account({ telephone1: `+49 (0)30 ${ending}` })],
    ["both phones of one contact", (ending: string) => contact({ telephone1: `0049 30 ${ending}`, mobilephone: `030${ending}` })],
  ])("that is %s is linked with its first text, which the conversation's name shows", async (_, make) => {
    const ending = newEnding();
    const id = make(ending);
    const { contactNumberId, sessionId } = await receive(finder(), `+4930${ending}`);
    expect(customerOf(contactNumberId)).toBe(id);
    expect(dataverse.system("GET", `msgn_sessions(${sessionId})`)["msgn_name"]).toMatch(/^(Doe|Acme) \d+, \+4930999999$/);
    // Contact number, session and message are one change set.
    expect(dataverse.asked.filter((line) => line.startsWith("POST"))).toEqual(["POST $batch"]);
  });

  it.each([
    ["two contacts have", (ending: string) => [contact({ mobilephone: `+4930${ending}` }), contact({ telephone1: `030 ${ending}` })]],
    [
      "a contact and an account have",
      (ending: string) => [contact({ mobilephone: `+4930${ending}` }), account({ telephone1: `030 ${ending}` })],
    ],
    ["nobody has", () => []],
    [
      "only an inactive contact has",
      (ending: string) => [
        dataverse.system("PATCH", `contacts(${contact({ mobilephone: `+4930${ending}` })})`, { statecode: 1, statuscode: 2 }),
      ],
    ],
    ["only a longer number of a contact begins with", (ending: string) => [contact({ mobilephone: `+4930${ending}5` })]],
  ])("that %s is not linked", async (_, make) => {
    const ending = newEnding();
    make(ending);
    const { contactNumberId } = await receive(finder(), `+4930${ending}`);
    expect(customerOf(contactNumberId)).toBeNull();
    expect(lookups()).toEqual(["accounts", "contacts"]);
  });

  it("is looked for by `eq` alone, in one request for each table", async () => {
    await receive(finder(), `+4930${newEnding()}`);
    const asked = dataverse.asked.filter((line) => /^GET (contacts|accounts)/.test(line));
    expect(asked).toHaveLength(2);
    for (const line of asked) {
      expect(line).not.toMatch(/contains|startswith|endswith| like /);
      expect(line.length).toBeLessThan(8_000);
    }
  });
});

describe("a number that is known", () => {
  it("is not looked for while it has a customer", async () => {
    const ending = newEnding();
    contact({ mobilephone: `+4930${ending}` });
    const find = finder();
    await receive(find, `+4930${ending}`);
    lookups();
    await receive(find, `+4930${ending}`);
    expect(lookups()).toEqual([]);
  });

  it("is linked by a later text, when its customer has been entered meanwhile: looked for once a day", async () => {
    const ending = newEnding();
    const find = finder();
    const { contactNumberId } = await receive(find, `+4930${ending}`);
    lookups();
    contact({ mobilephone: `+4930${ending}` });
    now += DAY - 60_000;
    await receive(find, `+4930${ending}`);
    expect(lookups()).toEqual([]);
    now += 60_001;
    await receive(find, `+4930${ending}`);
    expect(lookups()).toHaveLength(2);
    expect(customerOf(contactNumberId)).not.toBeNull();
  });

  it("is looked for again within minutes when the columns have changed", async () => {
    const ending = newEnding();
    const find = finder();
    await receive(find, `+4930${ending}`);
    lookups();
    configure("contact.mobilephone");
    now += 61_000;
    await receive(find, `+4930${ending}`);
    expect(lookups()).toEqual(["contacts"]);
  });

  it("is looked for again when it writes to a number of another country: the ways to write it are others", async () => {
    const ending = newEnding();
    contact({ mobilephone: `030 ${ending}` });
    const find = finder();
    const toAmerica = { id: `SM${(made += 1)}`, from: `+4930${ending}`, to: "+12025550199", body: "Hi" };
    const { contactNumberId } = await deliver(connection(), toAmerica, find);
    expect(customerOf(contactNumberId)).toBeNull();
    await receive(find, `+4930${ending}`);
    expect(customerOf(contactNumberId)).not.toBeNull();
  });

  it("stays without a customer when somebody has said so", async () => {
    const ending = newEnding();
    const { contactNumberId } = await receive(finder(), `+4930${ending}`);
    contact({ mobilephone: `+4930${ending}` });
    dataverse.system("PATCH", `msgn_contactnumbers(${contactNumberId})`, { msgn_withoutcustomer: true });
    lookups();
    await receive(finder(), `+4930${ending}`);
    expect([lookups(), customerOf(contactNumberId)]).toEqual([[], null]);
  });
});

describe("what must not cost a text", () => {
  it("is a setting that nobody understands: it links nothing, and the log says once what to write", async () => {
    configure("contact.mobilephone, mobil");
    const ending = newEnding();
    contact({ mobilephone: `+4930${ending}` });
    const find = finder();
    await receive(find, `+4930${ending}`);
    await receive(find, `+4930${ending}`);
    expect(log).toEqual([expect.stringMatching(/Phone Columns are not understood.*: mobil\. Write each as contact\.column/)]);
    expect(lookups()).toEqual([]);
  });

  it("is a column that is not there: the log says so, and nothing is looked for until a minute later", async () => {
    configure("contact.msgn_nowhere");
    const find = finder();
    const { isNew } = await receive(find, `+4930${newEnding()}`);
    expect(isNew).toBe(true);
    expect(log).toEqual([expect.stringContaining("msgn_nowhere")]);
    lookups();
    await receive(find, `+4930${newEnding()}`);
    expect(lookups()).toEqual([]);
    now += 61_000;
    await receive(find, `+4930${newEnding()}`);
    expect(lookups()).toEqual(["contacts"]);
    expect(log).toHaveLength(1);
  });

  it.each([429, 503, 403])("is a Dataverse that answers %s to the question, whose number never stands in the log", async (status) => {
    refuse = (url) => (/\/(contacts|accounts)\?/.test(url) ? status : undefined);
    const { isNew } = await receive(finder(), `+4930${newEnding()}`);
    expect(isNew).toBe(true);
    expect(log.join()).not.toMatch(/\d{5}/);
    expect(log).toHaveLength(1);
  });
});
