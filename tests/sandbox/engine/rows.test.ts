import { annotated, Bench, idIn, rowsOf, userId } from "./sandbox";

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.close());

describe("creating a row", () => {
  it("answers 204 with the row's address and lets the maker own it", () => {
    const { sessionId } = bench.session();
    const row = bench.ask("ana", "GET", `msgn_sessions(${sessionId})`, { headers: annotated }).json;
    expect(row["_ownerid_value"]).toBe(userId("gateway"));
    expect(row["_owninguser_value"]).toBe(userId("gateway"));
    expect(row["_owningteam_value"]).toBeNull();
    expect(row["_createdby_value@OData.Community.Display.V1.FormattedValue"]).toBe("Gateway Test");
    expect(row["createdon"]).toBe("2026-11-22T18:00:00Z");
  });

  it("answers 201 with the row when a representation is preferred", () => {
    const made = bench.ask("gateway", "POST", "msgn_contactnumbers?$select=msgn_phonenumber", {
      body: { msgn_phonenumber: "+15550100" },
      headers: { prefer: "return=representation" },
    });
    expect(made.status).toBe(201);
    expect(made.headers["Preference-Applied"]).toBe("return=representation");
    expect(Object.keys(made.json).sort()).toEqual(["@odata.context", "@odata.etag", "msgn_contactnumberid", "msgn_phonenumber"]);
  });

  it("fills defaults, the state and its status", () => {
    const { sessionId } = bench.session();
    const row = bench.ask("ana", "GET", `msgn_sessions(${sessionId})`).json;
    expect(row).toMatchObject({ msgn_sessionstatus: 864500000, statecode: 0, statuscode: 1 });
  });

  it("takes the id that the body gives, and refuses it the second time with 412", () => {
    const body = { msgn_contactnumberid: "10000000-0000-4000-8000-000000000001", msgn_phonenumber: "+15550100" };
    expect(idIn(bench.ask("gateway", "POST", "msgn_contactnumbers", { body }))).toBe(body.msgn_contactnumberid);
    const again = bench.ask("gateway", "POST", "msgn_contactnumbers", { body: { ...body, msgn_phonenumber: "+15550101" } });
    expect([again.status, again.code]).toEqual([412, "0x80040237"]);
  });

  it("refuses a second row with the same alternate key with 412", () => {
    bench.session("+15550100");
    const again = bench.ask("gateway", "POST", "msgn_contactnumbers", { body: { msgn_phonenumber: "+15550100" } });
    expect([again.status, again.code]).toEqual([412, "0x80060892"]);
  });

  it("does not count an empty column of a key as equal to another empty one", () => {
    bench.make("root", "msgn_contactnumbers", {});
    bench.make("root", "msgn_contactnumbers", {});
    expect(rowsOf(bench.ask("ana", "GET", "msgn_contactnumbers"))).toHaveLength(2);
  });

  it("works out a contact's full name and keeps it in step", () => {
    const id = bench.make("ana", "contacts", { firstname: "Jane", lastname: "Doe" });
    bench.ask("ana", "PATCH", `contacts(${id})`, { body: { lastname: "Roe" } });
    expect(bench.ask("ana", "GET", `contacts(${id})`).json["fullname"]).toBe("Jane Roe");
  });

  it("dates a row back with overriddencreatedon, for those who may", () => {
    const body = { lastname: "Old", overriddencreatedon: "2020-01-01T00:00:00Z" };
    const id = bench.make("root", "contacts", body);
    expect(bench.ask("root", "GET", `contacts(${id})`).json["createdon"]).toBe("2020-01-01T00:00:00Z");
    expect(bench.ask("ana", "POST", "contacts", { body }).status).toBe(403);
  });
});

describe("upsert by an alternate key", () => {
  const path = "msgn_contactnumbers(msgn_phonenumber='%2B15550100')";

  it("makes the row with the key's values, then changes it", () => {
    expect(bench.ask("gateway", "PATCH", path, { body: {} }).status).toBe(204);
    expect(bench.ask("gateway", "PATCH", path, { body: {} }).status).toBe(204);
    const rows = rowsOf(bench.ask("ana", "GET", "msgn_contactnumbers"));
    expect(rows.map((row) => row["msgn_phonenumber"])).toEqual(["+15550100"]);
  });

  it("answers 201 when it made and 200 when it found the row, with a representation", () => {
    const headers = { prefer: "return=representation" };
    expect(bench.ask("gateway", "PATCH", path, { body: {}, headers }).status).toBe(201);
    expect(bench.ask("gateway", "PATCH", path, { body: {}, headers }).status).toBe(200);
  });

  it("works with a lookup in the key, and links the new row", () => {
    const key = `msgn_agentsettings(_msgn_userid_value=${userId("ana")})`;
    expect(bench.ask("ana", "PATCH", key, { body: { msgn_name: "Ana" } }).status).toBe(204);
    expect(bench.ask("ana", "GET", key).json).toMatchObject({ msgn_name: "Ana", _msgn_userid_value: userId("ana") });
  });

  it("does not make the row with If-Match: *", () => {
    const refused = bench.ask("gateway", "PATCH", path, { body: {}, headers: { "if-match": "*" } });
    expect([refused.status, refused.code]).toEqual([404, "0x80060891"]);
  });

  it("does not change the row with If-None-Match: *", () => {
    bench.ask("gateway", "PATCH", path, { body: {}, headers: { "if-none-match": "*" } });
    const refused = bench.ask("gateway", "PATCH", path, { body: {}, headers: { "if-none-match": "*" } });
    expect([refused.status, refused.code]).toEqual([412, "0x80040237"]);
  });

  it("reads doubled quotes, and values given as parameters", () => {
    bench.make("root", "msgn_contactnumbers", { msgn_phonenumber: "O'Neil" });
    expect(bench.ask("ana", "GET", "msgn_contactnumbers(msgn_phonenumber='O''Neil')").status).toBe(200);
    expect(bench.ask("ana", "GET", "msgn_contactnumbers(msgn_phonenumber=@p)?@p='O''Neil'").status).toBe(200);
  });

  it.each([
    "msgn_contactnumbers(statecode=0)",
    "msgn_contactnumbers(msgn_phonenumber=5)",
    "msgn_contactnumbers(5)",
    "msgn_contactnumbers('x')",
  ])("answers 400 to %s, which is no key", (address) =>
    expect(bench.ask("ana", "GET", address)).toMatchObject({ status: 400, code: "0x80060888" }),
  );
});

describe("changing a row", () => {
  it("refuses a stale etag with 412 and changes nothing", () => {
    const { sessionId } = bench.session();
    const path = `msgn_sessions(${sessionId})`;
    const stale = bench.etag(path);
    const accept = { body: { msgn_sessionstatus: 864500001 }, headers: { "if-match": stale } };
    expect(bench.ask("ana", "PATCH", path, accept).status).toBe(204);
    const refused = bench.ask("ben", "PATCH", path, { body: { msgn_name: "Ben's" }, headers: { "if-match": stale } });
    expect([refused.status, refused.code]).toEqual([412, "0x80060882"]);
    expect(bench.ask("ana", "GET", path).json["msgn_name"]).not.toBe("Ben's");
  });

  it("gives every change a higher version, and says who changed it when", () => {
    const { sessionId } = bench.session();
    const path = `msgn_sessions(${sessionId})`;
    const before = bench.ask("ana", "GET", path).json;
    bench.now += 60_000;
    bench.ask("ben", "PATCH", path, { body: { msgn_name: "x" } });
    const after = bench.ask("ana", "GET", path).json;
    expect(after["versionnumber"]).toBeGreaterThan(Number(before["versionnumber"]));
    expect(after).toMatchObject({
      modifiedon: "2026-11-22T18:01:00Z",
      createdon: "2026-11-22T18:00:00Z",
      _modifiedby_value: userId("ben"),
    });
  });

  it("brings the default status with a new state, and refuses a status of another state", () => {
    const { numberId } = bench.session();
    const path = `msgn_contactnumbers(${numberId})`;
    expect(bench.ask("ana", "PATCH", path, { body: { statecode: 1 } }).status).toBe(204);
    expect(bench.ask("ana", "GET", path).json).toMatchObject({ statecode: 1, statuscode: 2 });
    const refused = bench.ask("ana", "PATCH", path, { body: { statuscode: 1 } });
    expect([refused.status, refused.code]).toEqual([400, "0x80048408"]);
    expect(bench.ask("ana", "PATCH", path, { body: { statecode: 0, statuscode: 1 } }).status).toBe(204);
  });

  it("refuses an alternate key that another row has", () => {
    bench.session("+15550100");
    const other = bench.make("gateway", "msgn_contactnumbers", { msgn_phonenumber: "+15550101" });
    expect(bench.ask("gateway", "PATCH", `msgn_contactnumbers(${other})`, { body: { msgn_phonenumber: "+15550100" } }).code).toBe(
      "0x80060892",
    );
  });
});

describe("deleting a row", () => {
  it("is refused while a restricting relationship has rows", () => {
    const { numberId } = bench.session();
    const refused = bench.ask("root", "DELETE", `msgn_contactnumbers(${numberId})`);
    expect([refused.status, refused.code]).toEqual([405, "0x80040227"]);
  });

  it("takes along what cascades, and clears lookups whose link is removed", () => {
    const { numberId, sessionId } = bench.session();
    const messageId = bench.message(sessionId, "m1");
    expect(bench.ask("root", "DELETE", `msgn_sessions(${sessionId})`).status).toBe(204);
    expect(bench.ask("root", "GET", `msgn_messages(${messageId})`).status).toBe(404);
    const contact = bench.make("root", "contacts", { lastname: "Doe" });
    const path = `msgn_contactnumbers(${numberId})`;
    bench.ask("root", "PATCH", path, { body: { "msgn_customerid_contact@odata.bind": `/contacts(${contact})` } });
    expect(bench.ask("root", "DELETE", `contacts(${contact})`).status).toBe(204);
    expect(bench.ask("root", "GET", path).json["_msgn_customerid_value"]).toBeNull();
    expect(bench.ask("root", "DELETE", path).status).toBe(204);
  });

  it("respects If-Match and answers 404 for a row that is gone", () => {
    const { sessionId } = bench.session();
    const path = `msgn_sessions(${sessionId})`;
    expect(bench.ask("root", "DELETE", path, { headers: { "if-match": 'W/"1"' } }).status).toBe(412);
    expect(bench.ask("root", "DELETE", path, { headers: { "if-match": bench.etag(path) } }).status).toBe(204);
    expect(bench.ask("root", "DELETE", path)).toMatchObject({ status: 404, code: "0x80040217" });
  });
});

it("answers 304 to If-None-Match with the row's etag, but not with annotations", () => {
  const { sessionId } = bench.session();
  const path = `msgn_sessions(${sessionId})`;
  const headers = { "if-none-match": bench.etag(path) };
  expect(bench.ask("ana", "GET", path, { headers })).toMatchObject({ status: 304, body: "" });
  expect(bench.ask("ana", "GET", path, { headers: { ...headers, ...annotated } }).status).toBe(200);
});
