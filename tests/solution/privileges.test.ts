import { idOf, RoleBench } from "./roleBench";
import type { Who } from "./roleBench";

let bench: RoleBench;

beforeEach(async () => {
  bench = await RoleBench.start();
});
afterEach(() => bench.close());

const TABLES = [
  "msgn_configuration",
  "msgn_contactnumber",
  "msgn_session",
  "msgn_message",
  "msgn_dismissal",
  "msgn_agentsetting",
  "msgn_sessionevent",
  "msgn_template",
  "msgn_businessnumber",
];

/** What a user can do: create a row of its own, then read, write, assign and delete rows of somebody else. */
function powers(who: Who, table: string): string {
  const path = `${table}s(${bench.row(table, "other agent")})`;
  const change = table === "msgn_contactnumber" ? { msgn_phonenumber: bench.number() } : { msgn_name: "Changed" };
  const hasOwner = !["msgn_businessnumber", "msgn_configuration", "msgn_contactnumber", "msgn_template"].includes(table);
  const tries: readonly (readonly [right: string, method: string, path: string, body?: object])[] = [
    ["create", "POST", `${table}s`, bench.body(table, who)],
    ["read", "GET", path],
    ["write", "PATCH", path, change],
    ...(hasOwner ? [["assign", "PATCH", path, owner("SMS Administrator")] as const] : []),
    ["delete", "DELETE", path],
  ];
  return tries.flatMap(([right, ...request]) => (allowed(right, bench.ask(who, ...request).status) ? [right] : [])).join(" ");
}

/** @throws Error for an answer that says nothing about rights */
function allowed(what: string, status: number): boolean {
  if (status !== 403 && status >= 300) throw new Error(`${what}: ${status}`);
  return status < 300;
}

const owner = (who: Who): object => ({ "ownerid@odata.bind": `/systemusers(${idOf(who)})` });

describe("who has no other role", () => {
  it.each<[Who, Record<string, string>]>([
    [
      "SMS Agent",
      {
        msgn_configuration: "read",
        msgn_contactnumber: "read write",
        msgn_session: "read write assign",
        msgn_message: "create read write",
        msgn_dismissal: "create",
        msgn_agentsetting: "create",
        msgn_sessionevent: "create read",
        msgn_template: "read",
        msgn_businessnumber: "read",
      },
    ],
    [
      "SMS Gateway",
      {
        msgn_configuration: "read",
        msgn_contactnumber: "create read write",
        msgn_session: "create read write assign",
        msgn_message: "create read write assign",
        msgn_dismissal: "",
        msgn_agentsetting: "",
        msgn_sessionevent: "",
        msgn_template: "",
        msgn_businessnumber: "create read",
      },
    ],
    [
      "SMS Administrator",
      {
        msgn_configuration: "create read write delete",
        msgn_contactnumber: "create read write delete",
        msgn_session: "create read write assign delete",
        msgn_message: "create read write assign delete",
        msgn_dismissal: "create read delete",
        msgn_agentsetting: "create read delete",
        msgn_sessionevent: "create read delete",
        msgn_template: "create read write delete",
        msgn_businessnumber: "create read write delete",
      },
    ],
  ])("%s creates rows of its own, and does to the rows of others, this and nothing else", (who, expected) => {
    const found = TABLES.map((table) => [table, powers(who, table)]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});

describe("an agent", () => {
  it("reads and writes its own dismissals and settings, takes a dismissal back, and keeps its settings", () => {
    const dismissal = `msgn_dismissals(${bench.row("msgn_dismissal", "SMS Agent")})`;
    const setting = `msgn_agentsettings(${bench.row("msgn_agentsetting", "SMS Agent")})`;
    for (const path of [dismissal, setting]) {
      expect(bench.ask("SMS Agent", "GET", path).status).toBe(200);
      expect(bench.ask("SMS Agent", "PATCH", path, { msgn_name: "Mine" }).status).toBe(200);
    }
    expect(bench.ask("SMS Agent", "DELETE", dismissal).status).toBe(204);
    expect(bench.ask("SMS Agent", "DELETE", setting).status).toBe(403);
  });

  it("makes none for somebody else, and gives none away: no message and no session event either", () => {
    for (const table of ["msgn_dismissal", "msgn_agentsetting", "msgn_message", "msgn_sessionevent"]) {
      expect(bench.ask("SMS Agent", "POST", `${table}s`, bench.body(table, "other agent")).status).toBe(403);
      const own = `${table}s(${bench.row(table, "SMS Agent")})`;
      expect(bench.ask("SMS Agent", "PATCH", own, owner("other agent")).status).toBe(403);
    }
  });

  it("sees no dismissal and no settings of others in lists", () => {
    for (const table of ["msgn_dismissal", "msgn_agentsetting"]) {
      const own = bench.row(table, "SMS Agent");
      bench.row(table, "other agent");
      expect(bench.list("SMS Agent", `${table}s`).map((row) => row[`${table}id`])).toEqual([own]);
    }
  });

  it("has to be trusted with sessions: the Web API lets it take one whose owner is not idle", () => {
    const session = bench.row("msgn_session", "other agent");
    expect(bench.ask("SMS Agent", "PATCH", `msgn_sessions(${session})`, owner("SMS Agent")).status).toBe(200);
  });

  it("has to be trusted with every column of a session, locked on the form or not, with its state, and with giving it away", () => {
    const session = `msgn_sessions(${bench.row("msgn_session", "other agent")})`;
    const changes = [{ msgn_businessnumber: "+15550777" }, { msgn_sessionstatus: 864500001 }, { statecode: 1, statuscode: 2 }];
    for (const change of [...changes, owner("SMS Administrator")])
      expect(bench.ask("SMS Agent", "PATCH", session, change).status).toBe(200);
    const message = `msgn_messages(${bench.row("msgn_message", "other agent")})`;
    expect(bench.ask("SMS Agent", "PATCH", message, { statecode: 1, statuscode: 2 }).status).toBe(200);
  });

  it("has to be trusted with numbers as well: who may block may unblock", () => {
    const number = `msgn_contactnumbers(${bench.row("msgn_contactnumber", "other agent")})`;
    expect(bench.ask("SMS Agent", "PATCH", number, { statecode: 1, statuscode: 2 }).status).toBe(200);
    expect(bench.ask("SMS Agent", "PATCH", number, { statecode: 0, statuscode: 1 }).status).toBe(200);
  });

  it("neither blocks nor unblocks where an administrator took Write on Contact Number out of a copy of the role", () => {
    const number = `msgn_contactnumbers(${bench.row("msgn_contactnumber", "other agent")})`;
    expect(bench.ask("agent who may not block", "PATCH", number, { statecode: 1, statuscode: 2 }).status).toBe(403);
    expect(bench.ask("SMS Administrator", "PATCH", number, { statecode: 1, statuscode: 2 }).status).toBe(200);
    expect(bench.ask("agent who may not block", "PATCH", number, { statecode: 0, statuscode: 1 }).status).toBe(403);
    expect(bench.ask("agent who may not block", "GET", number).row).toMatchObject({ statecode: 1 });
    const session = bench.row("msgn_session", "other agent");
    expect(bench.ask("agent who may not block", "PATCH", `msgn_sessions(${session})`, owner("agent who may not block")).status).toBe(200);
  });
});

describe("the gateway", () => {
  it("writes a number, its session and a message, of which the session and the message are its own", () => {
    const number = bench.ask("SMS Gateway", "POST", "msgn_contactnumbers", { msgn_phonenumber: "+15550100" }).row;
    const session = bench.ask("SMS Gateway", "POST", "msgn_sessions", {
      msgn_name: "+15550100, +15550999",
      msgn_businessnumber: "+15550999",
      "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${String(number["msgn_contactnumberid"])})`,
    }).row;
    const message = bench.ask("SMS Gateway", "POST", "msgn_messages", {
      ...bench.text(),
      "msgn_sessionid@odata.bind": `/msgn_sessions(${String(session["msgn_sessionid"])})`,
    }).row;
    expect([session["_ownerid_value"], message["_ownerid_value"]]).toEqual([idOf("SMS Gateway"), idOf("SMS Gateway")]);
  });

  it("changes no business number, makes no customers, and reads no people", () => {
    const number = `msgn_businessnumbers(${bench.row("msgn_businessnumber", "other agent")})`;
    expect(bench.ask("SMS Gateway", "PATCH", number, { msgn_name: "Changed" }).status).toBe(403);
    for (const list of ["systemusers", "teams"]) expect(bench.ask("SMS Gateway", "GET", list).status).toBe(403);
    expect(bench.ask("SMS Gateway", "POST", "contacts", { lastname: "Doe" }).status).toBe(403);
  });
});
