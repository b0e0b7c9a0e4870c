import { team, userId } from "../fixture/people";
import { Bench, fetchPath, model, rowsOf } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = Bench.start();
});
afterEach(() => bench.close());

const owner = (login: string): object => ({ "ownerid@odata.bind": `/systemusers(${userId(login)})` });
const names = (login: string, path: string): unknown[] => rowsOf(bench.ask(login, "GET", path)).map((row) => row["sample_name"]);

describe("a user without a privilege", () => {
  it("is refused with 403 and told which", () => {
    const refused = bench.ask("pat", "GET", "sample_tickets");
    expect([refused.status, refused.code]).toEqual([403, "0x80040220"]);
    expect(refused.message).toContain("is missing prvReadsample_ticket privilege");
  });

  it("is refused whatever it does", () => {
    const { ticketId } = bench.ticket();
    const path = `sample_tickets(${ticketId})`;
    expect(bench.ask("pat", "GET", path).status).toBe(403);
    expect(bench.ask("pat", "PATCH", path, { body: { sample_name: "x" } }).status).toBe(403);
    expect(bench.ask("pat", "DELETE", path).status).toBe(403);
    expect(bench.ask("kim", "DELETE", path).status).toBe(403);
    expect(bench.ask("kim", "POST", "sample_tickets", { body: {} }).status).toBe(403);
    expect(bench.ask("kim", "POST", "sample_settings", { body: { sample_name: "x" } }).status).toBe(403);
  });

  it("cannot read a table through a join or $expand", () => {
    const { ticketId } = bench.ticket();
    const contact = bench.make("pat", "contacts", { lastname: "Doe" });
    const join = `<fetch><entity name="contact"><link-entity name="sample_customernumber" from="sample_customerid" to="contactid" link-type="outer"/></entity></fetch>`;
    expect(bench.ask("pat", "GET", fetchPath("contacts", join)).status).toBe(403);
    expect(bench.ask("bot", "GET", `sample_tickets(${ticketId})?$expand=owninguser`).status).toBe(403);
    expect(contact).not.toBe("");
  });

  it("still sees the name of a row that a lookup points to", () => {
    const { numberId } = bench.ticket();
    const account = bench.make("max", "accounts", { name: "Contoso" });
    bench.ask("max", "PATCH", `sample_customernumbers(${numberId})`, {
      body: { "sample_customerid_account@odata.bind": `/accounts(${account})` },
    });
    const row = bench.ask("member", "GET", `sample_customernumbers(${numberId})`, {
      headers: { prefer: 'odata.include-annotations="*"' },
    }).json;
    expect(row["_createdby_value@OData.Community.Display.V1.FormattedValue"]).toBe("Bot Test");
    expect(row["_sample_customerid_value@OData.Community.Display.V1.FormattedValue"]).toBe("Contoso");
  });
});

describe("a privilege at level Basic", () => {
  beforeEach(() => {
    const { numberId } = bench.ticket("+1", { sample_name: "bot's" });
    const make = (login: string, name: string, more: object = {}): void => {
      const number = bench.make("bot", "sample_customernumbers", { sample_phonenumber: name });
      bench.make(login, "sample_tickets", {
        sample_name: name,
        sample_queue: "1",
        "sample_customernumberid@odata.bind": `/sample_customernumbers(${number})`,
        ...more,
      });
    };
    make("basic", "basic's");
    make("max", "team's", { "ownerid@odata.bind": `/teams(${team.id})` });
    expect(numberId).not.toBe("");
  });

  it("reaches one's own rows", () => expect(names("basic", "sample_tickets")).toEqual(["basic's"]));

  it("reaches the rows of one's teams, and may come from a team's role", () =>
    expect(names("member", "sample_tickets")).toEqual(["team's"]));

  it("hides other rows in joins: inner joins lose them, outer joins show nothing", () => {
    const [other] = rowsOf(bench.ask("root", "GET", "sample_tickets?$filter=sample_name eq 'bot''s'"));
    bench.make("root", "sample_notes", {
      sample_name: "hidden ticket",
      sample_externalid: "m1",
      "sample_ticketid@odata.bind": `/sample_tickets(${String(other?.["sample_ticketid"])})`,
      ...owner("basic"),
    });
    const join = (kind: string): string =>
      `<fetch><entity name="sample_note"><attribute name="sample_name"/><link-entity name="sample_ticket" from="sample_ticketid" to="sample_ticketid" link-type="${kind}" alias="s"><attribute name="sample_name"/></link-entity></entity></fetch>`;
    expect(rowsOf(bench.ask("basic", "GET", fetchPath("sample_notes", join("inner"))))).toEqual([]);
    const [outer] = rowsOf(bench.ask("basic", "GET", fetchPath("sample_notes", join("outer"))));
    expect(outer).not.toHaveProperty(["s.sample_name"]);
    const [expanded] = rowsOf(bench.ask("basic", "GET", "sample_notes?$expand=sample_ticketid($select=sample_name)"));
    expect(expanded?.["sample_ticketid"]).toBeNull();
  });

  it("refuses to read or change another's row by its id with 403", () => {
    const [other] = rowsOf(bench.ask("root", "GET", "sample_tickets?$filter=sample_name eq 'bot''s'"));
    const path = `sample_tickets(${String(other?.["sample_ticketid"])})`;
    expect(bench.ask("basic", "GET", path)).toMatchObject({ status: 403, code: "0x80048306" });
    expect(bench.ask("basic", "PATCH", path, { body: { sample_name: "x" } }).status).toBe(403);
    expect(bench.ask("basic", "DELETE", path).status).toBe(403);
  });

  it("does not let a row be made for somebody else", () => {
    const body = { sample_name: "x", sample_queue: "9", ...owner("lee") };
    expect(bench.ask("basic", "POST", "sample_tickets", { body }).status).toBe(403);
  });

  it("ends at one's own rows for agents' preferences", () => {
    bench.make("kim", "sample_preferences", { sample_name: "Kim's", "sample_userid@odata.bind": `/systemusers(${userId("kim")})` });
    expect(names("kim", "sample_preferences")).toEqual(["Kim's"]);
    expect(names("lee", "sample_preferences")).toEqual([]);
    expect(names("max", "sample_preferences")).toEqual(["Kim's"]);
  });
});

describe("a write that asks for the row back", () => {
  const back = { prefer: "return=representation" };
  let writers: Bench;
  beforeEach(() => {
    // "basic" may write all tickets here and create some for others, and read none.
    const solution = model;
    const everywhere = ["Create", "Write", "Assign", "Append"].map((right) => ({
      name: `prv${right}sample_ticket`,
      level: "Global" as const,
    }));
    const roles = solution.roles.map((role) => {
      if (role.name !== "Own rows") return role;
      return { ...role, privileges: [...role.privileges.filter(({ name }) => !name.endsWith("sample_ticket")), ...everywhere] };
    });
    writers = Bench.start(":memory:", { ...solution, roles });
  });
  afterEach(() => writers.close());
  const post = (headers: Readonly<Record<string, string>>) => {
    const number = writers.make("bot", "sample_customernumbers", { sample_phonenumber: "+1" });
    const bind = { "sample_customernumberid@odata.bind": `/sample_customernumbers(${number})` };
    return writers.ask("basic", "POST", "sample_tickets", {
      body: { sample_name: "x", sample_queue: "1", ...bind, ...owner("kim") },
      headers,
    });
  };

  it("is refused with 403 to a user who may create but not read, and creates nothing", () => {
    expect(post(back)).toMatchObject({ status: 403, message: expect.stringContaining("prvReadsample_ticket") as unknown });
    expect(rowsOf(writers.ask("root", "GET", "sample_tickets"))).toEqual([]);
  });

  it("is refused with 403 to a user who may write but not read, and changes nothing", () => {
    expect(post({}).status).toBe(204);
    const [row] = rowsOf(writers.ask("root", "GET", "sample_tickets"));
    const path = `sample_tickets(${String(row?.["sample_ticketid"])})`;
    expect(writers.ask("basic", "PATCH", path, { body: { sample_name: "y" }, headers: back }).status).toBe(403);
    expect(writers.ask("root", "GET", path).json["sample_name"]).toBe("x");
    expect(writers.ask("basic", "PATCH", path, { body: { sample_name: "y" } }).status).toBe(204);
  });

  it("looks at that very row: one that is given away by the write is not shown any more", () => {
    const { numberId } = bench.ticket();
    const bind = { "sample_customernumberid@odata.bind": `/sample_customernumbers(${numberId})` };
    const made = bench.ask("basic", "POST", "sample_tickets", {
      body: { sample_name: "own", sample_queue: "1", ...bind },
      headers: back,
    });
    expect(made).toMatchObject({ status: 201, json: { sample_name: "own" } });
    const path = `sample_tickets(${String(made.json["sample_ticketid"])})`;
    expect(bench.ask("basic", "PATCH", path, { body: owner("lee"), headers: back })).toMatchObject({ status: 403, code: "0x80048306" });
  });
});

describe("changing hands", () => {
  it("needs Assign, which agents have and those who take tickets in have not", () => {
    const { ticketId } = bench.ticket();
    const path = `sample_tickets(${ticketId})`;
    expect(bench.ask("bot", "PATCH", path, { body: owner("kim") })).toMatchObject({ status: 403 });
    expect(bench.ask("kim", "PATCH", path, { body: owner("kim") }).status).toBe(204);
    expect(bench.ask("kim", "PATCH", path, { body: owner("lee") }).status).toBe(204);
  });

  it("needs no Assign to name the owner that a row has already", () => {
    const { ticketId } = bench.ticket();
    expect(bench.ask("bot", "PATCH", `sample_tickets(${ticketId})`, { body: owner("bot") }).status).toBe(204);
  });
});

describe("setting a lookup", () => {
  it("needs Append on the row and AppendTo on what it points to", () => {
    const { numberId } = bench.ticket();
    const contact = bench.make("kim", "contacts", { lastname: "Doe" });
    const bind = { "sample_customerid_contact@odata.bind": `/contacts(${contact})` };
    expect(bench.ask("bot", "PATCH", `sample_customernumbers(${numberId})`, { body: bind }).status).toBe(204);
    const closedBy = { "sample_closedby@odata.bind": `/systemusers(${userId("bot")})` };
    const refused = bench.ask("bot", "PATCH", `sample_customernumbers(${numberId})`, { body: closedBy });
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
    expect(ask("kim", "prvReadsample_ticket", "prvReadsample_bookmark", "prvDeletesample_ticket")).toMatchObject([
      { PrivilegeName: "prvReadsample_ticket", Depth: "Global" },
      { PrivilegeName: "prvReadsample_bookmark", Depth: "Basic" },
    ]);
  });

  it("is an empty list for a user without any, and counts a team's roles", () => {
    expect(ask("pat", "prvReadsample_ticket")).toEqual([]);
    expect(ask("member", "prvReadsample_ticket")).toMatchObject([{ Depth: "Basic" }]);
  });

  it("answers 400 to a parameter that is no list of names", () => {
    const path = `systemusers(${userId("kim")})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)`;
    for (const query of ["", "?@p=5", "?@p=[1]", "?@p=x"]) expect(bench.ask("kim", "GET", path + query).status).toBe(400);
  });
});

it("refuses to write more of users and teams than it follows, even for administrators", () => {
  expect(bench.ask("root", "PATCH", `systemusers(${userId("kim")})`, { body: { firstname: "X" } }).status).toBe(501);
  expect(bench.ask("root", "POST", "teams", { body: { name: "X" } }).status).toBe(501);
});

it("lets an administrator disable a user, who then may do nothing until they are enabled again", () => {
  const disable = (login: string, isdisabled: boolean) =>
    bench.ask(login, "PATCH", `systemusers(${userId("kim")})`, { body: { isdisabled } });
  expect(disable("kim", true).status).toBe(403);
  const own = bench.ask("root", "PATCH", `systemusers(${userId("root")})`, { body: { isdisabled: true } });
  expect([own.status, own.message]).toEqual([501, expect.stringContaining("disabling oneself")]);
  expect(disable("root", true).status).toBe(204);
  const refused = bench.ask("kim", "GET", "sample_tickets");
  expect([refused.status, refused.code]).toEqual([403, "0x80040225"]);
  expect(disable("root", false).status).toBe(204);
  expect(bench.ask("kim", "GET", "sample_tickets").status).toBe(200);
});

it("lets the platform itself write without privileges, in somebody's name where it says so", () => {
  const made = bench.dataverse.asSystem({ method: "POST", path: "sample_settings", body: { sample_name: "x" }, asUser: userId("pat") });
  expect(made.status).toBe(204);
  const [row] = rowsOf(bench.ask("root", "GET", "sample_settings"));
  expect(row?.["_createdby_value"]).toBe(userId("pat"));
});
