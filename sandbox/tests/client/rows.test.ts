import { team, userId } from "../fixture/people";
import { errorOf, openDesk } from "./desk";
import type { Desk, Row } from "./desk";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const numbers = "sample_customernumbers";
const tickets = "sample_tickets";
const FORMATTED = "OData.Community.Display.V1.FormattedValue";

describe("a row, by a client that was written for Dataverse", () => {
  it("is made with an id that the client has chosen, and read back", async () => {
    const id = "11111111-2222-4333-8444-555555555555";
    const data = { sample_customernumberid: id, sample_phonenumber: "+1" };
    expect(await desk.as("bot").create({ collection: numbers, data })).toBe(id);
    const row = await desk.as("kim").retrieve<Row>({ collection: numbers, key: id, select: ["sample_phonenumber", "sample_closedon"] });
    expect(row).toMatchObject({ sample_phonenumber: "+1", sample_closedon: null, sample_customernumberid: id });
    const again = await errorOf(desk.as("bot").create({ collection: numbers, data: { ...data, sample_phonenumber: "+1b" } }));
    expect(again).toMatchObject({ status: 412, code: "0x80040237" });
  });

  it("comes back with the answer where that is asked for, in full or by columns", async () => {
    const made = await desk.as("bot").create<object, Row>({
      collection: numbers,
      data: { sample_phonenumber: "+2" },
      returnRepresentation: true,
      select: ["sample_phonenumber"],
    });
    expect(Object.keys(made)).toEqual(expect.arrayContaining(["@odata.etag", "sample_customernumberid", "sample_phonenumber"]));
    const changed = await desk.as("bot").update<object, Row>({
      collection: numbers,
      key: String(made["sample_customernumberid"]),
      data: { sample_phonenumber: "+2b" },
      returnRepresentation: true,
    });
    expect(changed).toMatchObject({ sample_phonenumber: "+2b", statecode: 0 });
  });

  it("is changed under its etag, and not under a stale one", async () => {
    const { ticketId } = await desk.ticket("+3");
    const key = { collection: tickets, key: ticketId };
    const etag = String((await desk.as("kim").retrieve<Row>({ ...key, select: ["sample_name"] }))["@odata.etag"]);
    const rename = (name: string) => desk.as("kim").update({ ...key, data: { sample_name: name }, ifmatch: etag });
    expect(await rename("first")).toBe(true);
    // The client's word for 412.
    expect(await rename("second")).toBe(false);
    expect(await desk.as("kim").retrieve<Row>({ ...key, select: ["sample_name"] })).toMatchObject({ sample_name: "first" });
    expect(await desk.as("root").deleteRecord({ ...key, ifmatch: etag })).toBe(false);
  });

  it("is not read again where the client has it already", async () => {
    const { ticketId } = await desk.ticket("+4");
    const key = { collection: tickets, key: ticketId };
    const etag = String((await desk.as("kim").retrieve<Row>(key))["@odata.etag"]);
    // The client's word for 304.
    expect(await desk.as("kim").retrieve<unknown>({ ...key, ifnonematch: etag })).toBeUndefined();
  });

  it("is made or changed by upsert, by its id and by an alternate key, unless one of the two is prevented", async () => {
    const bot = desk.as("bot");
    const byKey = { collection: numbers, key: "sample_phonenumber='%2B5'" };
    await bot.upsert({ ...byKey, data: {} });
    expect(await bot.upsert({ ...byKey, data: {}, ifnonematch: "*" })).toBeNull();
    expect(await bot.upsert({ ...byKey, data: {}, returnRepresentation: true })).toMatchObject({ sample_phonenumber: "+5" });
    const absent = { collection: numbers, key: "11111111-2222-4333-8444-000000000005" };
    expect(await bot.upsert({ ...absent, data: { sample_phonenumber: "+5b" }, ifmatch: "*" })).toBeNull();
    expect((await errorOf(bot.retrieve({ ...absent }))).status).toBe(404);
    await bot.upsert({ ...absent, data: { sample_phonenumber: "+5b" } });
    expect(await bot.retrieve<Row>({ ...absent })).toMatchObject({ sample_phonenumber: "+5b" });
    // update() sends If-Match: *, so that nothing is made.
    expect((await errorOf(bot.update({ collection: numbers, key: "sample_phonenumber='nobody'", data: {} }))).code).toBe("0x80060891");
  });

  it("is read by an alternate key of a lookup and a text together", async () => {
    const { numberId, ticketId } = await desk.ticket("+6");
    const key = `_sample_customernumberid_value=${numberId},sample_queue='1'`;
    expect(await desk.as("kim").retrieve<Row>({ collection: tickets, key })).toMatchObject({ sample_ticketid: ticketId });
  });

  it("is linked to another by bind, to one of several tables, and unlinked again", async () => {
    const { numberId } = await desk.ticket("+7");
    const key = { collection: numbers, key: numberId };
    const contact = await desk.as("max").create<object, string>({ collection: "contacts", data: { lastname: "Doe" } });
    const read = () => desk.as("kim").retrieve<Row>({ ...key, select: ["_sample_customerid_value"], includeAnnotations: "*" });
    await desk.as("max").update({ ...key, data: { "sample_customerid_contact@odata.bind": `contacts(${contact})` } });
    expect(await read()).toMatchObject({
      _sample_customerid_value: contact,
      _sample_customerid_value_Formatted: "Doe",
      _sample_customerid_value_LogicalName: "contact",
      _sample_customerid_value_NavigationProperty: "sample_customerid_contact",
      [`_sample_customerid_value@${FORMATTED}`]: "Doe",
    });
    await desk.as("max").update({ ...key, data: { "sample_customerid_contact@odata.bind": null } });
    expect(await read()).toMatchObject({ _sample_customerid_value: null });
  });

  it("is deactivated and activated by its state, with the status that belongs to it", async () => {
    const { numberId } = await desk.ticket("+8");
    const key = { collection: numbers, key: numberId };
    const read = () => desk.as("kim").retrieve<Row>({ ...key, select: ["statecode", "statuscode"], includeAnnotations: FORMATTED });
    await desk.as("kim").update({ ...key, data: { statecode: 1, statuscode: 2 } });
    expect(await read()).toMatchObject({ statecode: 1, statuscode: 2, statecode_Formatted: "Inactive" });
    await desk.as("kim").update({ ...key, data: { statecode: 0 } });
    expect(await read()).toMatchObject({ statecode: 0, statuscode: 1, statuscode_Formatted: "Active" });
  });

  it("is assigned to a user and to a team, who may read its table, and to nobody else", async () => {
    const { ticketId } = await desk.ticket("+9");
    const key = { collection: tickets, key: ticketId };
    const give = (to: string) => desk.as("kim").update({ ...key, data: { "ownerid@odata.bind": to } });
    const owner = async () =>
      (await desk.as("root").retrieve<Row>({ ...key, select: ["_ownerid_value", "_owningteam_value"] }))["_ownerid_value"];
    await give(`systemusers(${userId("lee")})`);
    expect(await owner()).toBe(userId("lee"));
    await give(`teams(${team.id})`);
    expect(await owner()).toBe(team.id);
    expect(await errorOf(give(`systemusers(${userId("pat")})`))).toMatchObject({ status: 403, code: "0x80040299" });
  });

  it("is deleted, and is then not there", async () => {
    const { ticketId } = await desk.ticket("+10");
    const key = { collection: tickets, key: ticketId };
    expect(await desk.as("root").deleteRecord(key)).toBe(true);
    expect(await errorOf(desk.as("root").retrieve(key))).toMatchObject({ status: 404, code: "0x80040217" });
  });
});

describe("what is wrong, as the client parses it", () => {
  it.each<[string, (kim: ReturnType<Desk["as"]>) => Promise<unknown>, object]>([
    ["an unknown table", (kim) => kim.retrieveMultiple({ collection: "sample_nothings" }), { status: 404, code: "0x8006088a" }],
    [
      "an unknown column",
      (kim) => kim.retrieveMultiple({ collection: tickets, select: ["sample_nope"] }),
      { status: 400, code: "0x80060888" },
    ],
    [
      "a filter that is none",
      (kim) => kim.retrieveMultiple({ collection: tickets, filter: "sample_name eq" }),
      { status: 400, code: "0x80060888" },
    ],
    ["a right that is missing", (kim) => kim.create({ collection: "sample_settings", data: {} }), { status: 403, code: "0x80040220" }],
    [
      "a value of another type",
      (kim) => kim.create({ collection: "contacts", data: { lastname: 5 } }),
      { status: 400, code: "0x80048d19" },
    ],
    ["what the sandbox does not do", (kim) => kim.callFunction({ name: "RetrieveVersion" }), { status: 501 }],
    [
      "single properties",
      (kim) => kim.updateSingleProperty({ collection: tickets, key: userId("kim"), fieldValuePair: { sample_name: "x" } }),
      { status: 501 },
    ],
  ])("%s", async (_what, work, expected) => {
    const error = await errorOf(work(desk.as("kim")));
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ ...expected, message: expect.stringMatching(/\w+ \w+/) as unknown });
  });

  it("is 401 for a token that is nobody's", async () => {
    expect(await errorOf(desk.as("nobody").retrieveMultiple({ collection: tickets }))).toMatchObject({ status: 401, code: "0x80040204" });
  });

  it("is 429 with Retry-After when that was asked for", async () => {
    const body = JSON.stringify({ method: "GET", path: tickets, status: 429, retryAfterSeconds: 7 });
    await fetch(`http://127.0.0.1:${desk.sandbox.port}/sandbox/faults`, { method: "POST", body });
    const error = await errorOf(desk.as("kim").retrieveMultiple({ collection: tickets }));
    expect(error).toMatchObject({ status: 429, code: "0x80072322", headers: { "retry-after": "7" } });
  });
});
