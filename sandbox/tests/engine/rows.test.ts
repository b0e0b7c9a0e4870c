import { userId } from "../fixture/people";
import { annotated, Bench, idIn, rowsOf } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = Bench.start();
});
afterEach(() => bench.close());

describe("creating a row", () => {
  it("answers 204 with the row's address and lets the maker own it", () => {
    const { ticketId } = bench.ticket();
    const row = bench.ask("kim", "GET", `sample_tickets(${ticketId})`, { headers: annotated }).json;
    expect(row["_ownerid_value"]).toBe(userId("bot"));
    expect(row["_owninguser_value"]).toBe(userId("bot"));
    expect(row["_owningteam_value"]).toBeNull();
    expect(row["_createdby_value@OData.Community.Display.V1.FormattedValue"]).toBe("Bot Test");
    expect(row["createdon"]).toBe("2026-11-22T18:00:00Z");
  });

  it("answers 201 with the row when a representation is preferred", () => {
    const made = bench.ask("bot", "POST", "sample_customernumbers?$select=sample_phonenumber", {
      body: { sample_phonenumber: "+4930100" },
      headers: { prefer: "return=representation" },
    });
    expect(made.status).toBe(201);
    expect(made.headers["Preference-Applied"]).toBe("return=representation");
    expect(Object.keys(made.json).sort()).toEqual(["@odata.context", "@odata.etag", "sample_customernumberid", "sample_phonenumber"]);
  });

  it("fills defaults, the state and its status", () => {
    const { ticketId } = bench.ticket();
    const row = bench.ask("kim", "GET", `sample_tickets(${ticketId})`).json;
    expect(row).toMatchObject({ sample_stage: 100000000, statecode: 0, statuscode: 1 });
  });

  it("takes the id that the body gives, and refuses it the second time with 412", () => {
    const body = { sample_customernumberid: "10000000-0000-4000-8000-000000000001", sample_phonenumber: "+4930100" };
    expect(idIn(bench.ask("bot", "POST", "sample_customernumbers", { body }))).toBe(body.sample_customernumberid);
    const again = bench.ask("bot", "POST", "sample_customernumbers", { body: { ...body, sample_phonenumber: "+4930101" } });
    expect([again.status, again.code]).toEqual([412, "0x80040237"]);
  });

  it("refuses a second row with the same alternate key with 412", () => {
    bench.ticket("+4930100");
    const again = bench.ask("bot", "POST", "sample_customernumbers", { body: { sample_phonenumber: "+4930100" } });
    expect([again.status, again.code]).toEqual([412, "0x80060892"]);
  });

  it("does not count an empty column of a key as equal to another empty one", () => {
    bench.make("root", "sample_customernumbers", {});
    bench.make("root", "sample_customernumbers", {});
    expect(rowsOf(bench.ask("kim", "GET", "sample_customernumbers"))).toHaveLength(2);
  });

  it("works out a contact's full name and keeps it in step", () => {
    const id = bench.make("kim", "contacts", { firstname: "Jane", lastname: "Doe" });
    bench.ask("kim", "PATCH", `contacts(${id})`, { body: { lastname: "Roe" } });
    expect(bench.ask("kim", "GET", `contacts(${id})`).json["fullname"]).toBe("Jane Roe");
  });

  it("dates a row back with overriddencreatedon, for those who may", () => {
    const body = { lastname: "Old", overriddencreatedon: "2020-01-01T00:00:00Z" };
    const id = bench.make("root", "contacts", body);
    expect(bench.ask("root", "GET", `contacts(${id})`).json["createdon"]).toBe("2020-01-01T00:00:00Z");
    expect(bench.ask("kim", "POST", "contacts", { body }).status).toBe(403);
  });
});

describe("upsert by an alternate key", () => {
  const path = "sample_customernumbers(sample_phonenumber='%2B4930100')";

  it("makes the row with the key's values, then changes it", () => {
    expect(bench.ask("bot", "PATCH", path, { body: {} }).status).toBe(204);
    expect(bench.ask("bot", "PATCH", path, { body: {} }).status).toBe(204);
    const rows = rowsOf(bench.ask("kim", "GET", "sample_customernumbers"));
    expect(rows.map((row) => row["sample_phonenumber"])).toEqual(["+4930100"]);
  });

  it("answers 201 when it made and 200 when it found the row, with a representation", () => {
    const headers = { prefer: "return=representation" };
    expect(bench.ask("bot", "PATCH", path, { body: {}, headers }).status).toBe(201);
    expect(bench.ask("bot", "PATCH", path, { body: {}, headers }).status).toBe(200);
  });

  it("works with a lookup in the key, and links the new row", () => {
    const key = `sample_preferences(_sample_userid_value=${userId("kim")})`;
    expect(bench.ask("kim", "PATCH", key, { body: { sample_name: "Kim" } }).status).toBe(204);
    expect(bench.ask("kim", "GET", key).json).toMatchObject({ sample_name: "Kim", _sample_userid_value: userId("kim") });
  });

  it("does not make the row with If-Match: *", () => {
    const refused = bench.ask("bot", "PATCH", path, { body: {}, headers: { "if-match": "*" } });
    expect([refused.status, refused.code]).toEqual([404, "0x80060891"]);
  });

  it("does not change the row with If-None-Match: *", () => {
    bench.ask("bot", "PATCH", path, { body: {}, headers: { "if-none-match": "*" } });
    const refused = bench.ask("bot", "PATCH", path, { body: {}, headers: { "if-none-match": "*" } });
    expect([refused.status, refused.code]).toEqual([412, "0x80040237"]);
  });

  it("reads doubled quotes, and values given as parameters", () => {
    bench.make("root", "sample_customernumbers", { sample_phonenumber: "O'Neil" });
    expect(bench.ask("kim", "GET", "sample_customernumbers(sample_phonenumber='O''Neil')").status).toBe(200);
    expect(bench.ask("kim", "GET", "sample_customernumbers(sample_phonenumber=@p)?@p='O''Neil'").status).toBe(200);
  });

  it.each([
    "sample_customernumbers(statecode=0)",
    "sample_customernumbers(sample_phonenumber=5)",
    "sample_customernumbers(5)",
    "sample_customernumbers('x')",
  ])("answers 400 to %s, which is no key", (address) =>
    expect(bench.ask("kim", "GET", address)).toMatchObject({ status: 400, code: "0x80060888" }),
  );
});

describe("changing a row", () => {
  it("refuses a stale etag with 412 and changes nothing", () => {
    const { ticketId } = bench.ticket();
    const path = `sample_tickets(${ticketId})`;
    const stale = bench.etag(path);
    const assign = { body: { sample_stage: 100000001 }, headers: { "if-match": stale } };
    expect(bench.ask("kim", "PATCH", path, assign).status).toBe(204);
    const refused = bench.ask("lee", "PATCH", path, { body: { sample_name: "Lee's" }, headers: { "if-match": stale } });
    expect([refused.status, refused.code]).toEqual([412, "0x80060882"]);
    expect(bench.ask("kim", "GET", path).json["sample_name"]).not.toBe("Lee's");
  });

  it("gives every change a higher version, and says who changed it when", () => {
    const { ticketId } = bench.ticket();
    const path = `sample_tickets(${ticketId})`;
    const before = bench.ask("kim", "GET", path).json;
    bench.now += 60_000;
    bench.ask("lee", "PATCH", path, { body: { sample_name: "x" } });
    const after = bench.ask("kim", "GET", path).json;
    expect(after["versionnumber"]).toBeGreaterThan(Number(before["versionnumber"]));
    expect(after).toMatchObject({
      modifiedon: "2026-11-22T18:01:00Z",
      createdon: "2026-11-22T18:00:00Z",
      _modifiedby_value: userId("lee"),
    });
  });

  it("brings the default status with a new state, and refuses a status of another state", () => {
    const { numberId } = bench.ticket();
    const path = `sample_customernumbers(${numberId})`;
    expect(bench.ask("kim", "PATCH", path, { body: { statecode: 1 } }).status).toBe(204);
    expect(bench.ask("kim", "GET", path).json).toMatchObject({ statecode: 1, statuscode: 2 });
    const refused = bench.ask("kim", "PATCH", path, { body: { statuscode: 1 } });
    expect([refused.status, refused.code]).toEqual([400, "0x80048408"]);
    expect(bench.ask("kim", "PATCH", path, { body: { statecode: 0, statuscode: 1 } }).status).toBe(204);
  });

  it("refuses an alternate key that another row has", () => {
    bench.ticket("+4930100");
    const other = bench.make("bot", "sample_customernumbers", { sample_phonenumber: "+4930101" });
    expect(bench.ask("bot", "PATCH", `sample_customernumbers(${other})`, { body: { sample_phonenumber: "+4930100" } }).code).toBe(
      "0x80060892",
    );
  });
});

describe("deleting a row", () => {
  it("is refused while a restricting relationship has rows", () => {
    const { numberId } = bench.ticket();
    const refused = bench.ask("root", "DELETE", `sample_customernumbers(${numberId})`);
    expect([refused.status, refused.code]).toEqual([405, "0x80040227"]);
  });

  it("takes along what cascades, and clears lookups whose link is removed", () => {
    const { numberId, ticketId } = bench.ticket();
    const noteId = bench.note(ticketId, "m1");
    expect(bench.ask("root", "DELETE", `sample_tickets(${ticketId})`).status).toBe(204);
    expect(bench.ask("root", "GET", `sample_notes(${noteId})`).status).toBe(404);
    const contact = bench.make("root", "contacts", { lastname: "Doe" });
    const path = `sample_customernumbers(${numberId})`;
    bench.ask("root", "PATCH", path, { body: { "sample_customerid_contact@odata.bind": `/contacts(${contact})` } });
    expect(bench.ask("root", "DELETE", `contacts(${contact})`).status).toBe(204);
    expect(bench.ask("root", "GET", path).json["_sample_customerid_value"]).toBeNull();
    expect(bench.ask("root", "DELETE", path).status).toBe(204);
  });

  it("respects If-Match and answers 404 for a row that is gone", () => {
    const { ticketId } = bench.ticket();
    const path = `sample_tickets(${ticketId})`;
    expect(bench.ask("root", "DELETE", path, { headers: { "if-match": 'W/"1"' } }).status).toBe(412);
    expect(bench.ask("root", "DELETE", path, { headers: { "if-match": bench.etag(path) } }).status).toBe(204);
    expect(bench.ask("root", "DELETE", path)).toMatchObject({ status: 404, code: "0x80040217" });
  });
});

it("answers 304 to If-None-Match with the row's etag, but not with annotations", () => {
  const { ticketId } = bench.ticket();
  const path = `sample_tickets(${ticketId})`;
  const headers = { "if-none-match": bench.etag(path) };
  expect(bench.ask("kim", "GET", path, { headers })).toMatchObject({ status: 304, body: "" });
  expect(bench.ask("kim", "GET", path, { headers: { ...headers, ...annotated } }).status).toBe(200);
});
