import { textAt } from "../../Solutions/build/xml";
import { columnsOf, packedParts, tablesOf, xmlPart } from "./builtSolution";
import { idOf, RoleBench } from "./roleBench";
import type { Row, Who } from "./roleBench";

let bench: RoleBench;

beforeEach(async () => {
  bench = await RoleBench.start();
});
afterEach(() => bench.close());

/** The rows of a view, of those with text to find that begin with `find`. */
function open(who: Who, table: string, name: string, find = "%"): readonly Row[] {
  const view = bench.model.views.find((each) => each.table === table && each.labels["1033"] === name);
  if (!view) throw new Error(`No view ${name} of ${table}.`);
  return bench.list(who, `${table}s?fetchXml=${encodeURIComponent(view.fetchXml.replaceAll("{0}", find))}`);
}

it("opens every view as an agent and as an administrator", () => {
  for (const { table, labels } of bench.model.views) {
    for (const who of ["SMS Agent", "SMS Administrator"] as const) expect(open(who, table, labels["1033"] ?? "")).toEqual([]);
  }
});

describe("Waiting for Takeover", () => {
  const unread = (session: string): string =>
    bench.make("msgn_message", { ...bench.text(), "msgn_sessionid@odata.bind": `/msgn_sessions(${session})` });
  const accepted = (day: number): string => {
    const on = { msgn_sessionstatus: 864500001, msgn_acceptedon: `2026-11-${day}T12:00:00Z` };
    return bench.make("msgn_session", { ...bench.body("msgn_session", "other agent"), ...on });
  };
  const waiting = (): unknown[] => open("SMS Agent", "msgn_session", "Waiting for Takeover").map((row) => row["msgn_sessionid"]);

  it("has accepted sessions with unread messages, each once, the one accepted longest ago first", () => {
    const [late, early, nothingUnread] = [accepted(21), accepted(20), accepted(19)];
    for (const session of [late, early, early]) unread(session);
    unread(bench.row("msgn_session", "other agent"));
    bench.make("msgn_message", {
      ...bench.text(),
      msgn_direction: 864500001,
      "msgn_sessionid@odata.bind": `/msgn_sessions(${nothingUnread})`,
    });
    const read = unread(nothingUnread);
    expect(waiting()).toEqual([nothingUnread, early, late]);
    bench.ask("SMS Administrator", "PATCH", `msgn_messages(${read})`, { msgn_readon: "2026-11-22T12:00:00Z" });
    expect(waiting()).toEqual([early, late]);
  });

  it("leaves out the viewer's own sessions: nobody takes over from themselves", () => {
    const session = accepted(20);
    unread(session);
    bench.ask("SMS Agent", "PATCH", `msgn_sessions(${session})`, { "ownerid@odata.bind": `/systemusers(${idOf("SMS Agent")})` });
    expect(waiting()).toEqual([]);
    expect(open("other agent", "msgn_session", "Waiting for Takeover").map((row) => row["msgn_sessionid"])).toEqual([session]);
  });
});

describe("a blocked number", () => {
  const inView = (table: string, view: string): number => open("SMS Agent", table, view).length;
  /** A conversation whose number is blocked like this. */
  const blocked = (until: string | null, status: object): void => {
    const session = bench.make("msgn_session", { ...bench.body("msgn_session", "other agent"), ...status });
    bench.make("msgn_message", { ...bench.text(), "msgn_sessionid@odata.bind": `/msgn_sessions(${session})` });
    const [row] = bench.list("SMS Agent", `msgn_sessions?$filter=msgn_sessionid eq ${session}`);
    const number = `msgn_contactnumbers(${String(row?.["_msgn_contactnumberid_value"])})`;
    bench.ask("SMS Agent", "PATCH", number, { statecode: 1, statuscode: 2, msgn_blockeduntil: until });
  };

  it.each([
    ["New Sessions", { msgn_sessionstatus: 864500000 }],
    ["Waiting for Takeover", { msgn_sessionstatus: 864500001, msgn_acceptedon: "2026-11-20T12:00:00Z" }],
  ])("is not in %s, and in Blocked Numbers, until its block has ended", (view, status) => {
    const hour = 3_600_000;
    const iso = (ms: number): string => new Date(ms).toISOString();
    blocked(null, status);
    blocked(iso(bench.now + hour), status);
    expect([inView("msgn_session", view), inView("msgn_contactnumber", "Blocked Numbers")]).toEqual([0, 2]);
    blocked(iso(bench.now - hour), status);
    expect([inView("msgn_session", view), inView("msgn_contactnumber", "Blocked Numbers")]).toEqual([1, 2]);
  });
});

it("lists the numbers that have opted out, blocked ones too, the latest first", () => {
  const optedOut = (day: number): string =>
    bench.make("msgn_contactnumber", { msgn_phonenumber: bench.number(), msgn_optedouton: `2026-11-${day}T12:00:00Z` });
  bench.row("msgn_contactnumber", "other agent");
  const [early, late] = [optedOut(20), optedOut(21)];
  bench.ask("SMS Agent", "PATCH", `msgn_contactnumbers(${early})`, { statecode: 1, statuscode: 2 });
  expect(open("SMS Agent", "msgn_contactnumber", "Opted-Out Numbers").map((row) => row["msgn_contactnumberid"])).toEqual([late, early]);
});

it.each([
  ["msgn_session", "Quick Find Active Sessions", { msgn_name: "Jane Doe, +15550999" }, "Jane"],
  ["msgn_session", "Quick Find Active Sessions", { msgn_businessnumber: "+15550777" }, "+15550777"],
  ["msgn_contactnumber", "Quick Find Active Contact Numbers", { msgn_phonenumber: "+15550123" }, "+15550123"],
  ["msgn_message", "Quick Find Active Messages", { msgn_name: "Are you open on Saturday?" }, "Are you open"],
  ["msgn_message", "Quick Find Active Messages", { msgn_providermessageid: "SM-48213" }, "SM-482"],
  ["msgn_message", "Quick Find Active Messages", { msgn_body: "Good morning! Are you open on Sunday?" }, "%Sunday"],
])("finds a row of %s in %s by %j", (table, view, columns, find) => {
  bench.row(table, "other agent");
  const wanted = bench.make(table, { ...bench.body(table, "other agent"), ...columns });
  expect(open("SMS Agent", table, view, `${find}%`).map((row) => row[`${table}id`])).toEqual([wanted]);
});

it("finds a session by its contact number, however the session is called", () => {
  bench.row("msgn_session", "other agent");
  const number = bench.make("msgn_contactnumber", { msgn_phonenumber: "+33199009900" });
  const wanted = bench.make("msgn_session", {
    ...bench.body("msgn_session", "other agent"),
    "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${number})`,
  });
  expect(open("SMS Agent", "msgn_session", "Quick Find Active Sessions", "+33199%").map((row) => row["msgn_sessionid"])).toEqual([wanted]);
});

it.each([
  ["contact", { firstname: "Jane", lastname: "Doe" }, "Jane D"],
  ["account", { name: "Contoso" }, "conto"],
])("finds a contact number by its customer: %s", (table, named, find) => {
  bench.row("msgn_contactnumber", "other agent");
  const customer = { [`msgn_customerid_${table}@odata.bind`]: `/${table}s(${bench.make(table, named)})` };
  const wanted = bench.make("msgn_contactnumber", { msgn_phonenumber: bench.number(), ...customer });
  const found = open("SMS Agent", "msgn_contactnumber", "Quick Find Active Contact Numbers", `${find}%`);
  expect(found.map((row) => row["msgn_contactnumberid"])).toEqual([wanted]);
});

it("finds by columns that are searchable, and by no others", () => {
  const found = bench.model.views
    .filter(({ queryType }) => queryType === 4)
    .flatMap(({ table, fetchXml }) => {
      const [filter = ""] = /<filter[^>]* isquickfindfields="1".*?<\/filter>/s.exec(fetchXml) ?? [];
      return [...filter.matchAll(/attribute="(\w+)"/g)].map((match) => `${table}.${match[1] ?? ""}`);
    });
  const searchable = [...tablesOf(xmlPart(packedParts(true), "customizations.xml"))].flatMap(([table, xml]) =>
    [...columnsOf(xml)].flatMap(([column, each]) => (textAt(each, "IsSearchable") === "1" ? [`${table}.${column}`] : [])),
  );
  expect([...found].sort()).toEqual([...searchable].sort());
});

describe("the lists of the overview", () => {
  const names = (table: string, view: string): unknown[] => open("SMS Administrator", table, view).map((row) => row[`${table}id`]);
  const text = (session: string, body: object = {}): string =>
    bench.make("msgn_message", { ...bench.text(), ...body, "msgn_sessionid@odata.bind": `/msgn_sessions(${session})` });
  const conversation = (body: object = {}): string => bench.make("msgn_session", { ...bench.body("msgn_session", "other agent"), ...body });
  const event = (kind: number): string =>
    bench.make("msgn_sessionevent", { msgn_kind: kind, "msgn_sessionid@odata.bind": `/msgn_sessions(${conversation()})` });

  it("Unanswered has each conversation with an unread text once, new ones and those of every owner", () => {
    const [fresh, accepted] = [conversation(), conversation({ msgn_sessionstatus: 864500001 })];
    for (const session of [fresh, fresh, accepted]) text(session);
    text(conversation(), { msgn_readon: "2026-11-22T10:00:00Z" });
    text(conversation(), { msgn_direction: 864500001 });
    expect(new Set(names("msgn_session", "Unanswered"))).toEqual(new Set([fresh, accepted]));
    expect(names("msgn_session", "Unanswered")).toHaveLength(2);
  });

  it("Unread Messages has the longest wait on top, with the business number and the owner of its conversation", () => {
    const session = conversation({ msgn_businessnumber: "+15550777" });
    const late = text(session, { msgn_receivedon: "2026-11-22T11:00:00Z" });
    const early = text(session, { msgn_receivedon: "2026-11-22T10:00:00Z" });
    expect(names("msgn_message", "Unread Messages")).toEqual([early, late]);
    expect(open("SMS Administrator", "msgn_message", "Unread Messages")[0]).toMatchObject({
      "session.msgn_businessnumber": "+15550777",
      "session.ownerid": idOf("other agent"),
    });
  });

  it.each(["Unanswered", "Unread Messages"])("%s leaves out a number that is blocked", (view) => {
    const table = view === "Unanswered" ? "msgn_session" : "msgn_message";
    const session = conversation();
    text(session);
    expect(names(table, view)).toHaveLength(1);
    const [row] = bench.list("SMS Agent", `msgn_sessions?$filter=msgn_sessionid eq ${session}`);
    const number = `msgn_contactnumbers(${String(row?.["_msgn_contactnumberid_value"])})`;
    bench.ask("SMS Agent", "PATCH", number, { statecode: 1, statuscode: 2 });
    expect(names(table, view)).toEqual([]);
  });

  it("Owned by Disabled Users has what nobody answers: accepted, by somebody who has been disabled since", () => {
    const session = conversation({ msgn_sessionstatus: 864500001 });
    conversation();
    expect(names("msgn_session", "Owned by Disabled Users")).toEqual([]);
    bench.disable("other agent");
    expect(names("msgn_session", "Owned by Disabled Users")).toEqual([session]);
  });

  it("Accepted Today, Taken Over Today and Session Events Today have what happened on this day, by its kind", () => {
    const [accepted, takenOver, closed] = [event(864500000), event(864500001), event(864500003)];
    const lists = (): unknown[][] =>
      ["Accepted Today", "Taken Over Today", "Session Events Today"].map((view) => names("msgn_sessionevent", view).sort());
    expect(lists()).toEqual([[accepted], [takenOver], [accepted, takenOver, closed].sort()]);
    bench.now += 24 * 3_600_000;
    expect(lists()).toEqual([[], [], []]);
  });

  it("Failed Answers has what failed and what nobody knows of; Failed Answers Today those of this day", () => {
    const session = conversation();
    const out = (deliverystatus: number): string => text(session, { msgn_direction: 864500001, msgn_deliverystatus: deliverystatus });
    const [failed, unconfirmed] = [out(864500004), out(864500005)];
    out(864500003);
    const both = [failed, unconfirmed].sort();
    expect([names("msgn_message", "Failed Answers").sort(), names("msgn_message", "Failed Answers Today").sort()]).toEqual([both, both]);
    bench.now += 24 * 3_600_000;
    expect([names("msgn_message", "Failed Answers").sort(), names("msgn_message", "Failed Answers Today")]).toEqual([both, []]);
  });
});

it("counts conversations by what their business number is called, and those whose number has no row by themselves", () => {
  const chart = bench.model.charts.find(({ labels }) => labels["1033"] === "Conversations by Business Number");
  const number = (name: string, phone: string): string => bench.make("msgn_businessnumber", { msgn_name: name, msgn_phonenumber: phone });
  number("Service", "+15550777");
  number("Sales", "+15550888");
  for (const phone of ["+15550777", "+15550777", "+15550888", "+15550666"])
    bench.make("msgn_session", { ...bench.body("msgn_session", "other agent"), msgn_businessnumber: phone });
  const groups = bench.list("SMS Administrator", `msgn_sessions?fetchXml=${encodeURIComponent(chart?.fetchXml ?? "")}`);
  expect(groups.map(({ groupby, figure }) => [groupby, figure])).toEqual(
    expect.arrayContaining([
      ["Service", 2],
      ["Sales", 1],
      [undefined, 1],
    ]),
  );
});
