import { Bench, fetchPath, model, rowsOf, team, userId } from "./sandbox";

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.close());

const owner = (login: string): object => ({ "ownerid@odata.bind": `/systemusers(${userId(login)})` });
const names = (login: string, path: string): unknown[] => rowsOf(bench.ask(login, "GET", path)).map((row) => row["msgn_name"]);

describe("a user without a privilege", () => {
  it("is refused with 403 and told which", () => {
    const refused = bench.ask("zoe", "GET", "msgn_sessions");
    expect([refused.status, refused.code]).toEqual([403, "0x80040220"]);
    expect(refused.message).toContain("is missing prvReadmsgn_session privilege");
  });

  it("is refused whatever it does", () => {
    const { sessionId } = bench.session();
    const path = `msgn_sessions(${sessionId})`;
    expect(bench.ask("zoe", "GET", path).status).toBe(403);
    expect(bench.ask("zoe", "PATCH", path, { body: { msgn_name: "x" } }).status).toBe(403);
    expect(bench.ask("zoe", "DELETE", path).status).toBe(403);
    expect(bench.ask("ana", "DELETE", path).status).toBe(403);
    expect(bench.ask("ana", "POST", "msgn_sessions", { body: {} }).status).toBe(403);
    expect(bench.ask("ana", "POST", "msgn_configurations", { body: { msgn_name: "x" } }).status).toBe(403);
  });

  it("cannot read a table through a join or $expand", () => {
    const { sessionId } = bench.session();
    const contact = bench.make("zoe", "contacts", { lastname: "Doe" });
    const join = `<fetch><entity name="contact"><link-entity name="msgn_contactnumber" from="msgn_customerid" to="contactid" link-type="outer"/></entity></fetch>`;
    expect(bench.ask("zoe", "GET", fetchPath("contacts", join)).status).toBe(403);
    expect(bench.ask("gateway", "GET", `msgn_sessions(${sessionId})?$expand=owninguser`).status).toBe(403);
    expect(contact).not.toBe("");
  });

  it("still sees the name of a row that a lookup points to", () => {
    const { numberId } = bench.session();
    const account = bench.make("mia", "accounts", { name: "Contoso" });
    bench.ask("mia", "PATCH", `msgn_contactnumbers(${numberId})`, {
      body: { "msgn_customerid_account@odata.bind": `/accounts(${account})` },
    });
    const row = bench.ask("member", "GET", `msgn_contactnumbers(${numberId})`, {
      headers: { prefer: 'odata.include-annotations="*"' },
    }).json;
    expect(row["_createdby_value@OData.Community.Display.V1.FormattedValue"]).toBe("Gateway Test");
    expect(row["_msgn_customerid_value@OData.Community.Display.V1.FormattedValue"]).toBe("Contoso");
  });
});

describe("a privilege at level Basic", () => {
  beforeEach(() => {
    const { numberId } = bench.session("+1", { msgn_name: "gateway's" });
    const make = (login: string, name: string, more: object = {}): void => {
      const number = bench.make("gateway", "msgn_contactnumbers", { msgn_phonenumber: name });
      bench.make(login, "msgn_sessions", {
        msgn_name: name,
        msgn_businessnumber: "1",
        "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${number})`,
        ...more,
      });
    };
    make("basic", "basic's");
    make("mia", "team's", { "ownerid@odata.bind": `/teams(${team.id})` });
    expect(numberId).not.toBe("");
  });

  it("reaches one's own rows", () => expect(names("basic", "msgn_sessions")).toEqual(["basic's"]));

  it("reaches the rows of one's teams, and may come from a team's role", () =>
    expect(names("member", "msgn_sessions")).toEqual(["team's"]));

  it("hides other rows in joins: inner joins lose them, outer joins show nothing", () => {
    const [other] = rowsOf(bench.ask("root", "GET", "msgn_sessions?$filter=msgn_name eq 'gateway''s'"));
    bench.make("root", "msgn_messages", {
      msgn_name: "hidden session",
      msgn_providermessageid: "m1",
      "msgn_sessionid@odata.bind": `/msgn_sessions(${String(other?.["msgn_sessionid"])})`,
      ...owner("basic"),
    });
    const join = (kind: string): string =>
      `<fetch><entity name="msgn_message"><attribute name="msgn_name"/><link-entity name="msgn_session" from="msgn_sessionid" to="msgn_sessionid" link-type="${kind}" alias="s"><attribute name="msgn_name"/></link-entity></entity></fetch>`;
    expect(rowsOf(bench.ask("basic", "GET", fetchPath("msgn_messages", join("inner"))))).toEqual([]);
    const [outer] = rowsOf(bench.ask("basic", "GET", fetchPath("msgn_messages", join("outer"))));
    expect(outer).not.toHaveProperty(["s.msgn_name"]);
    const [expanded] = rowsOf(bench.ask("basic", "GET", "msgn_messages?$expand=msgn_sessionid($select=msgn_name)"));
    expect(expanded?.["msgn_sessionid"]).toBeNull();
  });

  it("refuses to read or change another's row by its id with 403", () => {
    const [other] = rowsOf(bench.ask("root", "GET", "msgn_sessions?$filter=msgn_name eq 'gateway''s'"));
    const path = `msgn_sessions(${String(other?.["msgn_sessionid"])})`;
    expect(bench.ask("basic", "GET", path)).toMatchObject({ status: 403, code: "0x80048306" });
    expect(bench.ask("basic", "PATCH", path, { body: { msgn_name: "x" } }).status).toBe(403);
    expect(bench.ask("basic", "DELETE", path).status).toBe(403);
  });

  it("does not let a row be made for somebody else", () => {
    const body = { msgn_name: "x", msgn_businessnumber: "9", ...owner("ben") };
    expect(bench.ask("basic", "POST", "msgn_sessions", { body }).status).toBe(403);
  });

  it("ends at one's own rows for agents' settings and dismissals", () => {
    bench.make("ana", "msgn_agentsettings", { msgn_name: "Ana's", "msgn_userid@odata.bind": `/systemusers(${userId("ana")})` });
    expect(names("ana", "msgn_agentsettings")).toEqual(["Ana's"]);
    expect(names("ben", "msgn_agentsettings")).toEqual([]);
    expect(names("mia", "msgn_agentsettings")).toEqual(["Ana's"]);
  });
});

describe("a write that asks for the row back", () => {
  const back = { prefer: "return=representation" };
  let writers: Bench;
  beforeEach(async () => {
    // "basic" may create and write sessions here, and read none.
    const solution = await model();
    const roles = solution.roles.map((role) => ({
      ...role,
      privileges: role.privileges.filter(({ name }) => role.name !== "Own rows" || name !== "prvReadmsgn_session"),
    }));
    writers = await Bench.start(":memory:", { ...solution, roles });
  });
  afterEach(() => writers.close());
  const post = (headers: Readonly<Record<string, string>>) => {
    const number = writers.make("gateway", "msgn_contactnumbers", { msgn_phonenumber: "+1" });
    const bind = { "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${number})` };
    return writers.ask("basic", "POST", "msgn_sessions", { body: { msgn_name: "x", msgn_businessnumber: "1", ...bind }, headers });
  };

  it("is refused with 403 to a user who may create but not read, and creates nothing", () => {
    expect(post(back)).toMatchObject({ status: 403, message: expect.stringContaining("prvReadmsgn_session") as unknown });
    expect(rowsOf(writers.ask("root", "GET", "msgn_sessions"))).toEqual([]);
  });

  it("is refused with 403 to a user who may write but not read, and changes nothing", () => {
    expect(post({}).status).toBe(204);
    const [row] = rowsOf(writers.ask("root", "GET", "msgn_sessions"));
    const path = `msgn_sessions(${String(row?.["msgn_sessionid"])})`;
    expect(writers.ask("basic", "PATCH", path, { body: { msgn_name: "y" }, headers: back }).status).toBe(403);
    expect(writers.ask("root", "GET", path).json["msgn_name"]).toBe("x");
    expect(writers.ask("basic", "PATCH", path, { body: { msgn_name: "y" } }).status).toBe(204);
  });

  it("looks at that very row: one that is given away by the write is not shown any more", () => {
    const { numberId } = bench.session();
    const bind = { "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${numberId})` };
    const made = bench.ask("basic", "POST", "msgn_sessions", {
      body: { msgn_name: "own", msgn_businessnumber: "1", ...bind },
      headers: back,
    });
    expect(made).toMatchObject({ status: 201, json: { msgn_name: "own" } });
    const path = `msgn_sessions(${String(made.json["msgn_sessionid"])})`;
    expect(bench.ask("basic", "PATCH", path, { body: owner("ben"), headers: back })).toMatchObject({ status: 403, code: "0x80048306" });
  });
});

describe("changing hands", () => {
  it("needs Assign, which agents have and the gateway has not", () => {
    const { sessionId } = bench.session();
    const path = `msgn_sessions(${sessionId})`;
    expect(bench.ask("gateway", "PATCH", path, { body: owner("ana") })).toMatchObject({ status: 403 });
    expect(bench.ask("ana", "PATCH", path, { body: owner("ana") }).status).toBe(204);
    expect(bench.ask("ana", "PATCH", path, { body: owner("zoe") }).status).toBe(204);
  });

  it("needs no Assign to name the owner that a row has already", () => {
    const { sessionId } = bench.session();
    expect(bench.ask("gateway", "PATCH", `msgn_sessions(${sessionId})`, { body: owner("gateway") }).status).toBe(204);
  });
});

describe("setting a lookup", () => {
  it("needs Append on the row and AppendTo on what it points to", () => {
    const { numberId } = bench.session();
    const contact = bench.make("ana", "contacts", { lastname: "Doe" });
    const bind = { "msgn_customerid_contact@odata.bind": `/contacts(${contact})` };
    expect(bench.ask("gateway", "PATCH", `msgn_contactnumbers(${numberId})`, { body: bind }).status).toBe(204);
    const blockedBy = { "msgn_blockedby@odata.bind": `/systemusers(${userId("gateway")})` };
    const refused = bench.ask("gateway", "PATCH", `msgn_contactnumbers(${numberId})`, { body: blockedBy });
    expect(refused.status).toBe(403);
    expect(refused.message).toContain("prvAppendToUser");
  });
});

describe("RetrieveUserSetOfPrivilegesByNames", () => {
  const ask = (login: string, ...wanted: string[]): unknown =>
    bench.ask(
      login,
      "GET",
      `systemusers(${userId(login)})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=${encodeURIComponent(JSON.stringify(wanted))}`,
    ).json["RolePrivileges"];

  it("tells which of the named privileges a user has, and how far", () => {
    expect(ask("ana", "prvReadmsgn_session", "prvReadmsgn_dismissal", "prvDeletemsgn_session")).toMatchObject([
      { PrivilegeName: "prvReadmsgn_session", Depth: "Global" },
      { PrivilegeName: "prvReadmsgn_dismissal", Depth: "Basic" },
    ]);
  });

  it("is an empty list for a user without any, and counts a team's roles", () => {
    expect(ask("zoe", "prvReadmsgn_session")).toEqual([]);
    expect(ask("member", "prvReadmsgn_session")).toMatchObject([{ Depth: "Basic" }]);
  });

  it("answers 400 to a parameter that is no list of names", () => {
    const path = `systemusers(${userId("ana")})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)`;
    for (const query of ["", "?@p=5", "?@p=[1]", "?@p=x"]) expect(bench.ask("ana", "GET", path + query).status).toBe(400);
  });
});

it("fixes users and teams: writing to them is refused, even for administrators", () => {
  expect(bench.ask("root", "PATCH", `systemusers(${userId("ana")})`, { body: { firstname: "X" } }).status).toBe(501);
  expect(bench.ask("root", "POST", "teams", { body: { name: "X" } }).status).toBe(501);
});

it("lets the platform itself write without privileges, in somebody's name where it says so", () => {
  const made = bench.dataverse.asSystem({ method: "POST", path: "msgn_configurations", body: { msgn_name: "x" }, asUser: userId("zoe") });
  expect(made.status).toBe(204);
  const [row] = rowsOf(bench.ask("root", "GET", "msgn_configurations"));
  expect(row?.["_createdby_value"]).toBe(userId("zoe"));
});
