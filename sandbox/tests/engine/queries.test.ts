import { userId } from "../fixture/people";
import { annotated, Bench, rowsOf } from "./bench";

let bench: Bench;
let ticketId: string;
beforeAll(() => {
  bench = Bench.start();
  ({ ticketId } = bench.ticket("+4930100", { sample_name: "O'Neil & Söhne" }));
  bench.ticket("+4930101", { sample_name: "alpha 50% off" });
  bench.ticket("+4930102", { sample_name: "Beta_1", sample_stage: 100000001, sample_assignedon: "2026-11-22T12:00:00Z" });
});
afterAll(() => bench.close());

const names = (query: string): unknown[] =>
  rowsOf(bench.ask("kim", "GET", `sample_tickets?$select=sample_name&$orderby=sample_name&${query}`)).map((row) => row["sample_name"]);
const filtered = (filter: string): unknown[] => names(`$filter=${encodeURIComponent(filter)}`);

describe("$filter", () => {
  it.each<[string, string[]]>([
    ["sample_name eq 'O''Neil & Söhne'", ["O'Neil & Söhne"]],
    ["sample_name eq 'ALPHA 50% OFF'", ["alpha 50% off"]],
    ["sample_name eq 'o''neil & SÖHNE'", ["O'Neil & Söhne"]],
    ["contains(sample_name,'%')", ["alpha 50% off"]],
    ["contains(sample_name,'_')", ["Beta_1"]],
    ["startswith(sample_name,'b') or endswith(sample_name,'off')", ["alpha 50% off", "Beta_1"]],
    ["not contains(sample_name,'a')", ["O'Neil & Söhne"]],
    ["sample_stage eq 100000001 and statecode eq 0", ["Beta_1"]],
    ["sample_assignedon eq null", ["alpha 50% off", "O'Neil & Söhne"]],
    ["sample_assignedon ne null", ["Beta_1"]],
    ["sample_assignedon lt 2026-11-22T12:00:01Z", ["Beta_1"]],
    ["sample_assignedon ge 2026-11-22T12:00:01Z", []],
    ["not (sample_stage eq 100000001 or contains(sample_name,'alpha'))", ["O'Neil & Söhne"]],
    ["sample_name gt 'alpha 50% off' and sample_name lt 'c'", ["Beta_1"]],
    ["Microsoft.Dynamics.CRM.In(PropertyName='sample_stage',PropertyValues=['100000001'])", ["Beta_1"]],
    ["100000001 eq sample_stage", ["Beta_1"]],
    ["_ownerid_value eq 10000000-0000-4000-8000-000000000001", []],
    ["_sample_assignedto_value ne 10000000-0000-4000-8000-000000000001 and sample_stage eq 100000001", ["Beta_1"]],
  ])("understands %s", (filter, expected) => expect(filtered(filter)).toEqual(expected));

  it("reads a plus as a blank and %2B as a plus, as everywhere in the queries of addresses", () => {
    expect(names("$filter=sample_name+eq+'Beta_1'")).toEqual(["Beta_1"]);
    expect(rowsOf(bench.ask("kim", "GET", "sample_customernumbers?$filter=sample_phonenumber eq '%2B4930100'"))).toHaveLength(1);
  });

  it("takes a parameter for a value, and one that has none as null, as documented", () => {
    expect(names("$filter=sample_name eq @n&@n='Beta_1'")).toEqual(["Beta_1"]);
    expect(names("$filter=sample_assignedon ne @missing")).toEqual(["Beta_1"]);
  });

  it.each([
    "sample_nope eq 1",
    "sample_name eq",
    "sample_name eq 'x",
    "sample_name eq 5",
    "sample_stage eq 'x'",
    "(sample_name eq 'x'",
    "sample_name foo 'x'",
    "sample_name eq 'x' sample_name",
    "_ownerid_value eq 'x'",
    "sample_assignedon gt null",
    "(".repeat(200),
    "",
  ])("answers 400 to %j", (filter) => {
    expect(bench.ask("kim", "GET", `sample_tickets?$filter=${encodeURIComponent(filter)}`)).toMatchObject({
      status: 400,
      code: "0x80060888",
    });
  });

  it.each(["sample_customernumberid/sample_phonenumber eq 'x'", "year(createdon) eq 2026", "sample_name eq sample_name", "ownerid eq 5"])(
    "answers 501 to %s, which Dataverse might know",
    (filter) => expect(bench.ask("kim", "GET", `sample_tickets?$filter=${encodeURIComponent(filter)}`).status).toBe(501),
  );
});

describe("the shape of the answer", () => {
  it("holds what $select names, the key and the etag, and nothing else", () => {
    const [row] = rowsOf(bench.ask("kim", "GET", "sample_tickets?$select=sample_name,_ownerid_value&$top=1"));
    expect(Object.keys(row ?? {}).sort()).toEqual(["@odata.etag", "_ownerid_value", "sample_name", "sample_ticketid"]);
  });

  it("adds texts, tables and navigation properties with annotations", () => {
    const row = bench.ask("kim", "GET", `sample_tickets(${ticketId})?$select=sample_stage,createdon,_sample_customernumberid_value`, {
      headers: annotated,
    });
    expect(row.json).toMatchObject({
      "sample_stage@OData.Community.Display.V1.FormattedValue": "New",
      "createdon@OData.Community.Display.V1.FormattedValue": "11/22/2026 6:00 PM",
      "_sample_customernumberid_value@OData.Community.Display.V1.FormattedValue": "+4930100",
      "_sample_customernumberid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "sample_customernumber",
    });
  });

  it("adds only the annotations that are asked for", () => {
    const headers = { prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"' };
    const row = bench.ask("kim", "GET", `sample_tickets(${ticketId})?$select=_ownerid_value`, { headers }).json;
    expect(row).toHaveProperty(["_ownerid_value@OData.Community.Display.V1.FormattedValue"], "Bot Test");
    expect(row).not.toHaveProperty(["_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"]);
  });

  it("expands single-valued navigation properties, null where there is none", () => {
    const [row] = rowsOf(
      bench.ask(
        "kim",
        "GET",
        "sample_tickets?$select=sample_name&$expand=sample_customernumberid($select=sample_phonenumber),sample_assignedto&$top=1&$orderby=createdon,sample_name desc",
      ),
    );
    expect(row?.["sample_customernumberid"]).toMatchObject({ sample_phonenumber: "+4930100" });
    expect(row?.["sample_assignedto"]).toBeNull();
  });

  it("gives dates, the server's clock and the version of OData in every answer", () => {
    expect(bench.ask("kim", "GET", "sample_tickets").headers).toMatchObject({
      Date: "Sun, 22 Nov 2026 18:00:00 GMT",
      "OData-Version": "4.0",
    });
  });
});

describe("pages, order and counts", () => {
  it("follows next links to the end, each row once", () => {
    const seen: unknown[] = [];
    let path = "sample_tickets?$select=sample_name&$orderby=sample_name&$count=true";
    for (let page = 0; page < 5; page += 1) {
      const found = bench.ask("kim", "GET", path, { headers: { prefer: "odata.maxpagesize=2" } });
      expect(found.json["@odata.count"]).toBe(3);
      seen.push(...rowsOf(found).map((row) => row["sample_name"]));
      const next = found.json["@odata.nextLink"];
      if (typeof next !== "string") break;
      path = next.slice(next.indexOf("sample_tickets"));
    }
    expect(seen).toEqual(["alpha 50% off", "Beta_1", "O'Neil & Söhne"]);
  });

  it("takes $top as the end, without a next link", () => {
    const found = bench.ask("kim", "GET", "sample_tickets?$top=1");
    expect([rowsOf(found).length, found.json["@odata.nextLink"]]).toEqual([1, undefined]);
  });

  it("orders by the number of a choice and by the name of a looked-up row", () => {
    expect(names("").length).toBe(3);
    const order = (by: string): unknown[] =>
      rowsOf(bench.ask("kim", "GET", `sample_tickets?$orderby=${by}`)).map((row) => row["sample_name"]);
    expect(order("_sample_customernumberid_value desc")).toEqual(["Beta_1", "alpha 50% off", "O'Neil & Söhne"]);
    expect(order("sample_stage desc,sample_name asc")[0]).toBe("Beta_1");
    expect(rowsOf(bench.ask("kim", "GET", "sample_tickets?$orderby=@p desc&@p=sample_stage"))[0]).toMatchObject({ sample_name: "Beta_1" });
  });
});

describe("what cannot be asked", () => {
  it.each<[string, number]>([
    ["sample_nothings", 404],
    ["sample_tickets?$select=sample_nope", 400],
    ["sample_tickets?$orderby=sample_nope", 400],
    ["sample_tickets?$expand=sample_nope", 400],
    ["sample_tickets?$orderby=sample_name down", 400],
    ["sample_tickets?$top=-1", 400],
    ["sample_tickets?$top=1&$top=2", 400],
    ["sample_tickets?$skip=1", 400],
    ["sample_tickets?$search=x", 400],
    ["sample_tickets?$format=json", 400],
    ["sample_tickets?$Select=sample_name", 400],
    ["sample_tickets?$nope=1", 400],
    ["sample_tickets?$count=maybe", 400],
    ["sample_tickets?$select=%E0%A4%A", 400],
    ["sample_tickets?$skiptoken=x", 400],
    ["sample_tickets(", 400],
    ["sample_tickets?$apply=groupby((sample_name))", 501],
    ["sample_tickets?$expand=ownerid", 501],
    ["sample_customernumbers?$expand=sample_customernumberid_sample_ticket", 400],
    ["EntityDefinitions", 501],
    ["$metadata", 501],
    ["", 501],
    ["sample_tickets/$count", 200],
    ["sample_tickets/$count?$top=1", 501],
    [`sample_tickets(${"0".repeat(300)})`, 400],
    ["RetrieveVersion()", 501],
    ["WhoAmI", 200],
    ["WhoAmI()", 200],
  ])("%s → %i", (path, status) => {
    const found = bench.ask("kim", "GET", path);
    expect(found.status).toBe(status);
    if (status >= 400) expect(found.message).toBeTruthy();
  });

  it("answers 405 to a method that a resource does not have, 501 to PUT", () => {
    expect(bench.ask("kim", "DELETE", "sample_tickets").status).toBe(405);
    expect(bench.ask("kim", "POST", `sample_tickets(${ticketId})`).status).toBe(405);
    expect(bench.ask("kim", "PUT", `sample_tickets(${ticketId})`, { body: {} }).status).toBe(501);
  });

  it("refuses to act for somebody else, and a user that is none", () => {
    expect(bench.ask("root", "GET", "sample_tickets", { headers: { mscrmcallerid: userId("kim") } }).status).toBe(501);
    const unknown = { method: "GET", path: "sample_tickets", headers: {}, body: "", userId: "nobody" };
    expect(bench.dataverse.handle(unknown).status).toBe(401);
  });
});
