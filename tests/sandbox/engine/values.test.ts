import { annotated, Bench, team, userId } from "./sandbox";

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.close());

const user = (login: string): string => `/systemusers(${userId(login)})`;

describe("values that do not fit", () => {
  it.each<[string, object, string, string]>([
    ["a text that is too long", { msgn_phonenumber: "1".repeat(51) }, "0x80044331", "exceeded the maximum allowed length of '50'"],
    ["a number for a text", { msgn_phonenumber: 5 }, "0x80048d19", "Edm.String"],
    [
      "a column that the table does not have",
      { msgn_nope: 1 },
      "0x80048d19",
      "Could not find a property named 'msgn_nope' on type 'Microsoft.Dynamics.CRM.msgn_contactnumber'.",
    ],
    ["a column that the platform writes", { createdon: "2026-01-01T00:00:00Z" }, "0x80048d19", "createdon"],
    ["a date that is none", { msgn_blockedon: "tomorrow" }, "0x80048d19", "Edm.DateTimeOffset"],
    ["a lookup set by its read-only property", { _msgn_customerid_value: userId("ana") }, "0x80048d19", "@odata.bind"],
    ["a bind to the wrong table", { "msgn_customerid_contact@odata.bind": user("ana") }, "0x80048d19", "systemuser"],
    ["a bind of an unknown navigation property", { "msgn_nope@odata.bind": user("ana") }, "0x80048d19", "msgn_nope"],
    ["a bind that is no address", { "msgn_blockedby@odata.bind": "ana" }, "0x80048d19", "address of a row"],
  ])("answers 400 to %s", (_what, body, code, words) => {
    const refused = bench.ask("root", "POST", "msgn_contactnumbers", { body });
    expect([refused.status, refused.code]).toEqual([400, code]);
    expect(refused.message).toContain(words);
  });

  it("answers 400 to a number out of range and to a choice that is none of the options", () => {
    const tooMany = bench.ask("mia", "POST", "msgn_configurations", { body: { msgn_name: "a", msgn_idletimeoutminutes: 10081 } });
    expect([tooMany.status, tooMany.code]).toEqual([400, "0x80044330"]);
    expect(tooMany.message).toContain("0 to 10080");
    const noCorner = bench.ask("mia", "POST", "msgn_configurations", { body: { msgn_name: "a", msgn_bubblecorner: 1 } });
    expect([noCorner.status, noCorner.code]).toEqual([400, "0x80044330"]);
  });

  it("answers 404 to a lookup to a row that is not there", () => {
    const missing = "10000000-0000-4000-8000-000000000009";
    const refused = bench.ask("gateway", "POST", "msgn_sessions", {
      body: { msgn_businessnumber: "1", "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${missing})` },
    });
    expect([refused.status, refused.code]).toEqual([404, "0x80040217"]);
  });

  it.each(["", "{", "[]", "null", '"text"', "\u0000"])("answers 400 to the body %j", (body) => {
    expect(bench.ask("gateway", "POST", "msgn_contactnumbers", { body })).toMatchObject({ status: 400, code: "0x80048d19" });
  });

  it("stores an empty text as none, as Dataverse does", () => {
    const id = bench.make("ana", "contacts", { lastname: "Doe", jobtitle: "" });
    expect(bench.ask("ana", "GET", `contacts(${id})`).json["jobtitle"]).toBeNull();
  });
});

describe("lookups", () => {
  it("binds a customer to a contact or an account, and says which it is", () => {
    const { numberId } = bench.session();
    const contact = bench.make("mia", "contacts", { firstname: "Jane", lastname: "Doe" });
    const account = bench.make("mia", "accounts", { name: "Contoso" });
    const path = `msgn_contactnumbers(${numberId})`;
    const read = (): Readonly<Record<string, unknown>> =>
      bench.ask("ana", "GET", `${path}?$select=_msgn_customerid_value`, { headers: annotated }).json;
    expect(bench.ask("mia", "PATCH", path, { body: { "msgn_customerid_contact@odata.bind": `/contacts(${contact})` } }).status).toBe(204);
    expect(read()).toMatchObject({
      _msgn_customerid_value: contact,
      "_msgn_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "contact",
      "_msgn_customerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty": "msgn_customerid_contact",
      "_msgn_customerid_value@OData.Community.Display.V1.FormattedValue": "Jane Doe",
    });
    bench.ask("mia", "PATCH", path, { body: { "msgn_customerid_account@odata.bind": `accounts(${account})` } });
    expect(read()["_msgn_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"]).toBe("account");
    bench.ask("mia", "PATCH", path, { body: { "msgn_customerid_account@odata.bind": null } });
    expect(read()["_msgn_customerid_value"]).toBeNull();
  });

  it("binds by an alternate key", () => {
    bench.make("gateway", "msgn_contactnumbers", { msgn_phonenumber: "+15550100" });
    const made = bench.ask("gateway", "POST", "msgn_sessions", {
      body: { msgn_businessnumber: "1", "msgn_contactnumberid@odata.bind": "/msgn_contactnumbers(msgn_phonenumber='%2B15550100')" },
    });
    expect(made.status).toBe(204);
  });

  it("takes a user or a team as owner", () => {
    const { sessionId } = bench.session();
    const path = `msgn_sessions(${sessionId})`;
    bench.ask("ana", "PATCH", path, { body: { "ownerid@odata.bind": `/teams(${team.id})` } });
    expect(bench.ask("ana", "GET", path, { headers: annotated }).json).toMatchObject({
      _ownerid_value: team.id,
      _owningteam_value: team.id,
      _owninguser_value: null,
      "_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "team",
      "_ownerid_value@OData.Community.Display.V1.FormattedValue": "Front Desk",
    });
    bench.ask("ana", "PATCH", path, { body: { "ownerid@odata.bind": user("ben") } });
    expect(bench.ask("ana", "GET", path).json).toMatchObject({ _owninguser_value: userId("ben"), _owningteam_value: null });
  });

  it("refuses an owner that is no user or team, and none at all", () => {
    const { sessionId, numberId } = bench.session();
    const set = (value: string | null): number =>
      bench.ask("ana", "PATCH", `msgn_sessions(${sessionId})`, { body: { "ownerid@odata.bind": value } }).status;
    expect(set(`/msgn_contactnumbers(${numberId})`)).toBe(400);
    expect(set(null)).toBe(400);
  });
});
