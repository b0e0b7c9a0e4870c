import { annotated, Bench, rowsOf, userId } from "./sandbox";

let bench: Bench;
let sessionId: string;
beforeAll(async () => {
  bench = await Bench.start();
  ({ sessionId } = bench.session("+15550100", { msgn_name: "O'Neil & Söhne" }));
  bench.session("+15550101", { msgn_name: "alpha 50% off" });
  bench.session("+15550102", { msgn_name: "Beta_1", msgn_sessionstatus: 864500001, msgn_acceptedon: "2026-11-22T12:00:00Z" });
});
afterAll(() => bench.close());

const names = (query: string): unknown[] =>
  rowsOf(bench.ask("ana", "GET", `msgn_sessions?$select=msgn_name&$orderby=msgn_name&${query}`)).map((row) => row["msgn_name"]);
const filtered = (filter: string): unknown[] => names(`$filter=${encodeURIComponent(filter)}`);

describe("$filter", () => {
  it.each<[string, string[]]>([
    ["msgn_name eq 'O''Neil & Söhne'", ["O'Neil & Söhne"]],
    ["msgn_name eq 'ALPHA 50% OFF'", ["alpha 50% off"]],
    ["msgn_name eq 'o''neil & SÖHNE'", ["O'Neil & Söhne"]],
    ["contains(msgn_name,'%')", ["alpha 50% off"]],
    ["contains(msgn_name,'_')", ["Beta_1"]],
    ["startswith(msgn_name,'b') or endswith(msgn_name,'off')", ["alpha 50% off", "Beta_1"]],
    ["not contains(msgn_name,'a')", ["O'Neil & Söhne"]],
    ["msgn_sessionstatus eq 864500001 and statecode eq 0", ["Beta_1"]],
    ["msgn_acceptedon eq null", ["alpha 50% off", "O'Neil & Söhne"]],
    ["msgn_acceptedon ne null", ["Beta_1"]],
    ["msgn_acceptedon lt 2026-11-22T12:00:01Z", ["Beta_1"]],
    ["msgn_acceptedon ge 2026-11-22T12:00:01Z", []],
    ["not (msgn_sessionstatus eq 864500001 or contains(msgn_name,'alpha'))", ["O'Neil & Söhne"]],
    ["msgn_name gt 'alpha 50% off' and msgn_name lt 'c'", ["Beta_1"]],
    ["Microsoft.Dynamics.CRM.In(PropertyName='msgn_sessionstatus',PropertyValues=['864500001'])", ["Beta_1"]],
    ["864500001 eq msgn_sessionstatus", ["Beta_1"]],
    ["_ownerid_value eq 10000000-0000-4000-8000-000000000001", []],
    ["_msgn_acceptedby_value ne 10000000-0000-4000-8000-000000000001 and msgn_sessionstatus eq 864500001", ["Beta_1"]],
  ])("understands %s", (filter, expected) => expect(filtered(filter)).toEqual(expected));

  it("reads a plus as a blank and %2B as a plus, as everywhere in the queries of addresses", () => {
    expect(names("$filter=msgn_name+eq+'Beta_1'")).toEqual(["Beta_1"]);
    expect(rowsOf(bench.ask("ana", "GET", "msgn_contactnumbers?$filter=msgn_phonenumber eq '%2B15550100'"))).toHaveLength(1);
  });

  it("takes a parameter for a value", () => expect(names("$filter=msgn_name eq @n&@n='Beta_1'")).toEqual(["Beta_1"]));

  it.each([
    "msgn_nope eq 1",
    "msgn_name eq",
    "msgn_name eq 'x",
    "msgn_name eq 5",
    "msgn_sessionstatus eq 'x'",
    "(msgn_name eq 'x'",
    "msgn_name foo 'x'",
    "msgn_name eq 'x' msgn_name",
    "_ownerid_value eq 'x'",
    "msgn_acceptedon gt null",
    "msgn_name eq @missing",
    "(".repeat(200),
    "",
  ])("answers 400 to %j", (filter) => {
    expect(bench.ask("ana", "GET", `msgn_sessions?$filter=${encodeURIComponent(filter)}`)).toMatchObject({
      status: 400,
      code: "0x80060888",
    });
  });

  it.each(["msgn_contactnumberid/msgn_phonenumber eq 'x'", "year(createdon) eq 2026", "msgn_name eq msgn_name", "ownerid eq 5"])(
    "answers 501 to %s, which Dataverse might know",
    (filter) => expect(bench.ask("ana", "GET", `msgn_sessions?$filter=${encodeURIComponent(filter)}`).status).toBe(501),
  );
});

describe("the shape of the answer", () => {
  it("holds what $select names, the key and the etag, and nothing else", () => {
    const [row] = rowsOf(bench.ask("ana", "GET", "msgn_sessions?$select=msgn_name,_ownerid_value&$top=1"));
    expect(Object.keys(row ?? {}).sort()).toEqual(["@odata.etag", "_ownerid_value", "msgn_name", "msgn_sessionid"]);
  });

  it("adds texts, tables and navigation properties with annotations", () => {
    const row = bench.ask("ana", "GET", `msgn_sessions(${sessionId})?$select=msgn_sessionstatus,createdon,_msgn_contactnumberid_value`, {
      headers: annotated,
    });
    expect(row.json).toMatchObject({
      "msgn_sessionstatus@OData.Community.Display.V1.FormattedValue": "New",
      "createdon@OData.Community.Display.V1.FormattedValue": "11/22/2026 6:00 PM",
      "_msgn_contactnumberid_value@OData.Community.Display.V1.FormattedValue": "+15550100",
      "_msgn_contactnumberid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "msgn_contactnumber",
    });
  });

  it("adds only the annotations that are asked for", () => {
    const headers = { prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"' };
    const row = bench.ask("ana", "GET", `msgn_sessions(${sessionId})?$select=_ownerid_value`, { headers }).json;
    expect(row).toHaveProperty(["_ownerid_value@OData.Community.Display.V1.FormattedValue"], "Gateway Test");
    expect(row).not.toHaveProperty(["_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"]);
  });

  it("expands single-valued navigation properties, null where there is none", () => {
    const [row] = rowsOf(
      bench.ask(
        "ana",
        "GET",
        "msgn_sessions?$select=msgn_name&$expand=msgn_contactnumberid($select=msgn_phonenumber),msgn_acceptedby&$top=1&$orderby=createdon,msgn_name desc",
      ),
    );
    expect(row?.["msgn_contactnumberid"]).toMatchObject({ msgn_phonenumber: "+15550100" });
    expect(row?.["msgn_acceptedby"]).toBeNull();
  });

  it("gives dates, the server's clock and the version of OData in every answer", () => {
    expect(bench.ask("ana", "GET", "msgn_sessions").headers).toMatchObject({
      Date: "Sun, 22 Nov 2026 18:00:00 GMT",
      "OData-Version": "4.0",
    });
  });
});

describe("pages, order and counts", () => {
  it("follows next links to the end, each row once", () => {
    const seen: unknown[] = [];
    let path = "msgn_sessions?$select=msgn_name&$orderby=msgn_name&$count=true";
    for (let page = 0; page < 5; page += 1) {
      const found = bench.ask("ana", "GET", path, { headers: { prefer: "odata.maxpagesize=2" } });
      expect(found.json["@odata.count"]).toBe(3);
      seen.push(...rowsOf(found).map((row) => row["msgn_name"]));
      const next = found.json["@odata.nextLink"];
      if (typeof next !== "string") break;
      path = next.slice(next.indexOf("msgn_sessions"));
    }
    expect(seen).toEqual(["alpha 50% off", "Beta_1", "O'Neil & Söhne"]);
  });

  it("takes $top as the end, without a next link", () => {
    const found = bench.ask("ana", "GET", "msgn_sessions?$top=1");
    expect([rowsOf(found).length, found.json["@odata.nextLink"]]).toEqual([1, undefined]);
  });

  it("orders by the text of a choice and by the name of a looked-up row", () => {
    expect(names("").length).toBe(3);
    const order = (by: string): unknown[] => rowsOf(bench.ask("ana", "GET", `msgn_sessions?$orderby=${by}`)).map((row) => row["msgn_name"]);
    expect(order("_msgn_contactnumberid_value desc")).toEqual(["Beta_1", "alpha 50% off", "O'Neil & Söhne"]);
    expect(order("msgn_sessionstatus asc,msgn_name asc")[0]).toBe("Beta_1");
  });
});

describe("what cannot be asked", () => {
  it.each<[string, number]>([
    ["msgn_nothings", 404],
    ["msgn_sessions?$select=msgn_nope", 400],
    ["msgn_sessions?$orderby=msgn_nope", 400],
    ["msgn_sessions?$expand=msgn_nope", 400],
    ["msgn_sessions?$orderby=msgn_name down", 400],
    ["msgn_sessions?$top=-1", 400],
    ["msgn_sessions?$top=1&$top=2", 400],
    ["msgn_sessions?$skip=1", 400],
    ["msgn_sessions?$nope=1", 400],
    ["msgn_sessions?$count=maybe", 400],
    ["msgn_sessions?$select=%E0%A4%A", 400],
    ["msgn_sessions?$skiptoken=x", 400],
    ["msgn_sessions(", 400],
    ["msgn_sessions?$apply=groupby((msgn_name))", 501],
    ["msgn_sessions?$expand=ownerid", 501],
    ["msgn_contactnumbers?$expand=msgn_contactnumberid_msgn_session", 400],
    ["EntityDefinitions", 501],
    ["$metadata", 501],
    ["", 501],
    ["msgn_sessions/$count", 501],
    ["RetrieveVersion()", 501],
    ["WhoAmI", 200],
    ["WhoAmI()", 200],
  ])("%s → %i", (path, status) => {
    const found = bench.ask("ana", "GET", path);
    expect(found.status).toBe(status);
    if (status >= 400) expect(found.message).toBeTruthy();
  });

  it("answers 405 to a method that a resource does not have, 501 to PUT", () => {
    expect(bench.ask("ana", "DELETE", "msgn_sessions").status).toBe(405);
    expect(bench.ask("ana", "POST", `msgn_sessions(${sessionId})`).status).toBe(405);
    expect(bench.ask("ana", "PUT", `msgn_sessions(${sessionId})`, { body: {} }).status).toBe(501);
  });

  it("refuses to act for somebody else, and a user that is none", () => {
    expect(bench.ask("root", "GET", "msgn_sessions", { headers: { mscrmcallerid: userId("ana") } }).status).toBe(501);
    const unknown = { method: "GET", path: "msgn_sessions", headers: {}, body: "", userId: "nobody" };
    expect(bench.dataverse.handle(unknown).status).toBe(401);
  });
});
