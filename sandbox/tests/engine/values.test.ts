import { team, userId } from "../fixture/people";
import { importSolution } from "../../server/solution";
import { edited } from "../fixture/edited";
import { helpDesk } from "../fixture/helpDesk";
import { annotated, Bench, fetchPath } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = Bench.start();
});
afterEach(() => bench.close());

const user = (login: string): string => `/systemusers(${userId(login)})`;

describe("values that do not fit", () => {
  it.each<[string, object, string, string]>([
    ["a text that is too long", { sample_phonenumber: "1".repeat(51) }, "0x80044331", "exceeded the maximum allowed length of '50'"],
    ["a number for a text", { sample_phonenumber: 5 }, "0x80048d19", "Edm.String"],
    [
      "a column that the table does not have",
      { sample_nope: 1 },
      "0x80048d19",
      "Could not find a property named 'sample_nope' on type 'Microsoft.Dynamics.CRM.sample_customernumber'.",
    ],
    ["a column that the platform writes", { createdon: "2026-01-01T00:00:00Z" }, "0x80048d19", "createdon"],
    ["a date that is none", { sample_closedon: "tomorrow" }, "0x80048d19", "Edm.DateTimeOffset"],
    ["a lookup set by its read-only property", { _sample_customerid_value: userId("kim") }, "0x80048d19", "@odata.bind"],
    ["a bind to the wrong table", { "sample_customerid_contact@odata.bind": user("kim") }, "0x80048d19", "systemuser"],
    ["a bind of an unknown navigation property", { "sample_nope@odata.bind": user("kim") }, "0x80048d19", "sample_nope"],
    ["a bind that is no address", { "sample_closedby@odata.bind": "kim" }, "0x80048d19", "address of a row"],
  ])("answers 400 to %s", (_what, body, code, words) => {
    const refused = bench.ask("root", "POST", "sample_customernumbers", { body });
    expect([refused.status, refused.code]).toEqual([400, code]);
    expect(refused.message).toContain(words);
  });

  it("answers 400 to a number out of range and to a choice that is none of the options", () => {
    const tooMany = bench.ask("max", "POST", "sample_settings", { body: { sample_name: "a", sample_waitminutes: 10081 } });
    expect([tooMany.status, tooMany.code]).toEqual([400, "0x80044330"]);
    expect(tooMany.message).toContain("0 to 10080");
    const noCorner = bench.ask("max", "POST", "sample_settings", { body: { sample_name: "a", sample_corner: 1 } });
    expect([noCorner.status, noCorner.code]).toEqual([400, "0x80044330"]);
  });

  it("answers 404 to a lookup to a row that is not there", () => {
    const missing = "10000000-0000-4000-8000-000000000009";
    const refused = bench.ask("bot", "POST", "sample_tickets", {
      body: { sample_queue: "1", "sample_customernumberid@odata.bind": `/sample_customernumbers(${missing})` },
    });
    expect([refused.status, refused.code]).toEqual([404, "0x80040217"]);
  });

  it.each(["", "{", "[]", "null", '"text"', "\u0000"])("answers 400 to the body %j", (body) => {
    expect(bench.ask("bot", "POST", "sample_customernumbers", { body })).toMatchObject({ status: 400, code: "0x80048d19" });
  });

  it("stores an empty text as none, as Dataverse does", () => {
    const id = bench.make("kim", "contacts", { lastname: "Doe", jobtitle: "" });
    expect(bench.ask("kim", "GET", `contacts(${id})`).json["jobtitle"]).toBeNull();
  });
});

describe("lookups", () => {
  it("binds a customer to a contact or an account, and says which it is", () => {
    const { numberId } = bench.ticket();
    const contact = bench.make("max", "contacts", { firstname: "Jane", lastname: "Doe" });
    const account = bench.make("max", "accounts", { name: "Contoso" });
    const path = `sample_customernumbers(${numberId})`;
    const read = (): Readonly<Record<string, unknown>> =>
      bench.ask("kim", "GET", `${path}?$select=_sample_customerid_value`, { headers: annotated }).json;
    expect(bench.ask("max", "PATCH", path, { body: { "sample_customerid_contact@odata.bind": `/contacts(${contact})` } }).status).toBe(204);
    expect(read()).toMatchObject({
      _sample_customerid_value: contact,
      "_sample_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "contact",
      "_sample_customerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty": "sample_customerid_contact",
      "_sample_customerid_value@OData.Community.Display.V1.FormattedValue": "Jane Doe",
    });
    bench.ask("max", "PATCH", path, { body: { "sample_customerid_account@odata.bind": `accounts(${account})` } });
    expect(read()["_sample_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"]).toBe("account");
    bench.ask("max", "PATCH", path, { body: { "sample_customerid_account@odata.bind": null } });
    expect(read()["_sample_customerid_value"]).toBeNull();
  });

  it("binds by an alternate key", () => {
    bench.make("bot", "sample_customernumbers", { sample_phonenumber: "+4930100" });
    const made = bench.ask("bot", "POST", "sample_tickets", {
      body: { sample_queue: "1", "sample_customernumberid@odata.bind": "/sample_customernumbers(sample_phonenumber='%2B4930100')" },
    });
    expect(made.status).toBe(204);
  });

  it("takes a user or a team as owner", () => {
    const { ticketId } = bench.ticket();
    const path = `sample_tickets(${ticketId})`;
    bench.ask("kim", "PATCH", path, { body: { "ownerid@odata.bind": `/teams(${team.id})` } });
    expect(bench.ask("kim", "GET", path, { headers: annotated }).json).toMatchObject({
      _ownerid_value: team.id,
      _owningteam_value: team.id,
      _owninguser_value: null,
      "_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "team",
      "_ownerid_value@OData.Community.Display.V1.FormattedValue": "First Line",
    });
    bench.ask("kim", "PATCH", path, { body: { "ownerid@odata.bind": user("lee") } });
    expect(bench.ask("kim", "GET", path).json).toMatchObject({ _owninguser_value: userId("lee"), _owningteam_value: null });
  });

  it("refuses an owner that is no user or team, and none at all", () => {
    const { ticketId, numberId } = bench.ticket();
    const set = (value: string | null): number =>
      bench.ask("kim", "PATCH", `sample_tickets(${ticketId})`, { body: { "ownerid@odata.bind": value } }).status;
    expect(set(`/sample_customernumbers(${numberId})`)).toBe(400);
    expect(set(null)).toBe(400);
  });
});

it.each(["money", "image", "multiselectpicklist"])(
  "refuses every use of a column of the type %s, which it does not store, with 501",
  (type) => {
    const solution = importSolution(
      edited(helpDesk, { "customizations.xml": (text) => text.replace("<Type>ntext</Type>", `<Type>${type}</Type>`) }),
    ).model;
    const other = Bench.start(":memory:", solution);
    const condition =
      '<fetch><entity name="sample_note"><filter><condition attribute="sample_text" operator="gt" value="5"/></filter></entity></fetch>';
    const statuses = [
      other.ask("root", "POST", "sample_notes", { body: { sample_text: 5 } }),
      other.ask("root", "GET", "sample_notes?$select=sample_text"),
      other.ask("root", "GET", "sample_notes?$filter=sample_text gt 5"),
      other.ask("root", "GET", "sample_notes?$orderby=sample_text"),
      other.ask("root", "GET", fetchPath("sample_notes", condition)),
      other.ask(
        "root",
        "GET",
        fetchPath("sample_notes", '<fetch><entity name="sample_note"><attribute name="sample_text"/></entity></fetch>'),
      ),
    ].map(({ status, message }) => [status, message?.includes("sample_text")]);
    expect(statuses).toEqual(statuses.map(() => [501, true]));
    other.close();
  },
);
