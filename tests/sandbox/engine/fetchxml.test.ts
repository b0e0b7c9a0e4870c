import { annotated, Bench, fetchPath, rowsOf, userId } from "./sandbox";

let bench: Bench;
let first: { numberId: string; sessionId: string };
let second: { numberId: string; sessionId: string };

beforeAll(async () => {
  bench = await Bench.start();
  first = bench.session("+15550100", { msgn_name: "First" });
  second = bench.session("+15550101", { msgn_name: "Second" });
  bench.message(first.sessionId, "a1", { msgn_receivedon: "2026-11-22T10:00:00Z" });
  bench.message(first.sessionId, "a2", { msgn_receivedon: "2026-11-22T11:00:00Z" });
  bench.message(first.sessionId, "a3", { msgn_receivedon: "2026-11-22T12:00:00Z", msgn_readon: "2026-11-22T12:30:00Z" });
  bench.message(first.sessionId, "a4", { msgn_direction: 864500001 });
  bench.message(second.sessionId, "b1", { msgn_receivedon: "2026-11-22T13:00:00Z" });
  bench.make("ana", "msgn_dismissals", {
    msgn_name: "d",
    msgn_dismissedupto: "2026-11-22T13:00:00Z",
    msgn_dismissedcount: 1,
    "msgn_sessionid@odata.bind": `/msgn_sessions(${second.sessionId})`,
    "msgn_userid@odata.bind": `/systemusers(${userId("ana")})`,
  });
});
afterAll(() => bench.close());

const ask = (login: string, set: string, xml: string) => bench.ask(login, "GET", fetchPath(set, xml), { headers: annotated });
const rows = (xml: string, login = "ana") => rowsOf(ask(login, "msgn_messages", xml));
const entity = (inner: string, attributes = ""): string => `<fetch ${attributes}><entity name="msgn_message">${inner}</entity></fetch>`;

const inbox = entity(
  `<attribute name="msgn_messageid" alias="unread" aggregate="count"/>
   <attribute name="msgn_receivedon" alias="oldest" aggregate="min"/><attribute name="msgn_receivedon" alias="newest" aggregate="max"/>
   <attribute name="msgn_sessionid" alias="session" groupby="true"/>
   <filter><condition attribute="msgn_readon" operator="null"/><condition attribute="msgn_direction" operator="eq" value="864500000"/></filter>
   <link-entity name="msgn_session" from="msgn_sessionid" to="msgn_sessionid" alias="s">
     <attribute name="ownerid" alias="owner" groupby="true"/><attribute name="msgn_sessionstatus" alias="status" groupby="true"/>
     <link-entity name="msgn_contactnumber" from="msgn_contactnumberid" to="msgn_contactnumberid" alias="n">
       <attribute name="msgn_phonenumber" alias="number" groupby="true"/><filter><condition attribute="statecode" operator="eq" value="0"/></filter>
     </link-entity>
     <link-entity name="msgn_dismissal" from="msgn_sessionid" to="msgn_sessionid" link-type="outer" alias="d">
       <attribute name="msgn_dismissedupto" alias="dismissed" aggregate="max"/><filter><condition attribute="msgn_userid" operator="eq-userid"/></filter>
     </link-entity>
     <order alias="number"/>
   </link-entity>`,
  'aggregate="true"',
);

describe("aggregates", () => {
  it("count unread messages by session, with what is joined to it, as the inbox asks", () => {
    const found = rows(inbox);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({
      unread: 2,
      oldest: "2026-11-22T10:00:00Z",
      newest: "2026-11-22T11:00:00Z",
      session: first.sessionId,
      "session@OData.Community.Display.V1.FormattedValue": "First",
      "session@Microsoft.Dynamics.CRM.lookuplogicalname": "msgn_session",
      owner: userId("gateway"),
      "owner@Microsoft.Dynamics.CRM.lookuplogicalname": "systemuser",
      "owner@OData.Community.Display.V1.FormattedValue": "Gateway Test",
      status: 864500000,
      "status@OData.Community.Display.V1.FormattedValue": "New",
      number: "+15550100",
    });
    expect(found[0]).not.toHaveProperty("dismissed");
    expect(found[1]).toMatchObject({ unread: 1, dismissed: "2026-11-22T13:00:00Z" });
  });

  it("show only the caller's own rows of a table whose privilege ends there", () => {
    expect(rows(inbox, "ben")[1]).not.toHaveProperty("dismissed");
  });

  it("leave out a blocked number's sessions", () => {
    bench.ask("ana", "PATCH", `msgn_contactnumbers(${second.numberId})`, { body: { statecode: 1 } });
    expect(rows(inbox).map((row) => row["number"])).toEqual(["+15550100"]);
    bench.ask("ana", "PATCH", `msgn_contactnumbers(${second.numberId})`, { body: { statecode: 0 } });
  });

  it("answer one row without groups, zero counts included", () => {
    const xml = entity(
      `<attribute name="msgn_messageid" alias="n" aggregate="count"/><attribute name="msgn_receivedon" alias="last" aggregate="max"/>
       <filter><condition attribute="msgn_name" operator="eq" value="none"/></filter>`,
      'aggregate="true"',
    );
    const [row] = rows(xml);
    expect(row).toMatchObject({ n: 0 });
    expect(row).not.toHaveProperty("last");
  });

  it("count values apart from rows, and different ones apart from all", () => {
    const xml = entity(
      `<attribute name="msgn_messageid" alias="all" aggregate="count"/><attribute name="msgn_readon" alias="read" aggregate="countcolumn"/>
       <attribute name="msgn_sessionid" alias="sessions" aggregate="countcolumn" distinct="true"/>`,
      'aggregate="true"',
    );
    expect(rows(xml)[0]).toMatchObject({ all: 5, read: 1, sessions: 2 });
  });

  it("sum and average whole numbers to whole numbers", () => {
    const xml = `<fetch aggregate="true"><entity name="msgn_configuration"><attribute name="msgn_refreshseconds" alias="s" aggregate="sum"/>
      <attribute name="msgn_refreshseconds" alias="a" aggregate="avg"/></entity></fetch>`;
    bench.make("mia", "msgn_configurations", { msgn_name: "a", msgn_refreshseconds: 10 });
    bench.make("mia", "msgn_configurations", { msgn_name: "b", msgn_refreshseconds: 15 });
    expect(rowsOf(ask("ana", "msgn_configurations", xml))[0]).toMatchObject({ s: 25, a: 12 });
  });

  it("refuse more rows than the limit with Dataverse's own error", () => {
    const limited = inbox.replace('aggregate="true"', 'aggregate="true" aggregatelimit="2"');
    expect(ask("ana", "msgn_messages", limited)).toMatchObject({ status: 400, code: "0x8004E023" });
    expect(ask("ana", "msgn_messages", inbox.replace('aggregate="true"', 'aggregate="true" aggregatelimit="3"')).status).toBe(200);
  });
});

describe("rows", () => {
  const named = (inner: string, attributes = ""): unknown[] =>
    rows(entity(`<attribute name="msgn_name"/><order attribute="msgn_name"/>${inner}`, attributes)).map((row) => row["msgn_name"]);
  const filter = (condition: string): string => `<filter>${condition}</filter>`;
  const on = (attribute: string, operator: string, value?: string): string =>
    filter(`<condition attribute="${attribute}" operator="${operator}"${value === undefined ? "" : ` value="${value}"`}/>`);

  it.each<[string, string[]]>([
    [on("msgn_name", "eq", "A1"), ["a1"]],
    [on("msgn_name", "ne", "a1"), ["a2", "a3", "a4", "b1"]],
    [on("msgn_readon", "not-null"), ["a3"]],
    [on("msgn_readon", "ne", "2026-11-22T12:30:00Z"), ["a1", "a2", "a4", "b1"]],
    [on("msgn_receivedon", "ge", "2026-11-22T12:00:00Z"), ["a3", "a4", "b1"]],
    [on("msgn_name", "like", "a%"), ["a1", "a2", "a3", "a4"]],
    [on("msgn_name", "not-like", "a_"), ["b1"]],
    [on("msgn_name", "begins-with", "b"), ["b1"]],
    [on("msgn_name", "not-begin-with", "a"), ["b1"]],
    [filter('<condition attribute="msgn_name" operator="in"><value>a1</value><value>b1</value></condition>'), ["a1", "b1"]],
    [filter('<condition attribute="msgn_direction" operator="not-in"><value>864500000</value></condition>'), ["a4"]],
    ['<filter type="or" isquickfindfields="1"><condition attribute="msgn_sessionid" operator="like" value="%cond"/></filter>', ["b1"]],
    [on("ownerid", "eq-userid"), []],
    [on("ownerid", "ne-userid"), ["a1", "a2", "a3", "a4", "b1"]],
    [
      '<filter type="or"><condition attribute="msgn_name" operator="eq" value="a1"/><filter><condition attribute="msgn_direction" operator="eq" value="864500001"/></filter></filter>',
      ["a1", "a4"],
    ],
  ])("that fit %s", (inner, expected) => expect(named(inner)).toEqual(expected));

  it("come with joined columns under their alias, missing ones left out", () => {
    const xml = entity(
      `<attribute name="msgn_name"/><order attribute="msgn_name"/><link-entity name="msgn_session" from="msgn_sessionid" to="msgn_sessionid" alias="s">
        <attribute name="msgn_name"/><attribute name="msgn_contactnumberid"/><attribute name="msgn_acceptedon"/></link-entity>`,
      'top="1"',
    );
    const [row] = rows(xml);
    expect(row).toMatchObject({
      msgn_name: "a1",
      "s.msgn_name": "First",
      "s.msgn_contactnumberid": first.numberId,
      "s.msgn_contactnumberid@Microsoft.Dynamics.CRM.lookuplogicalname": "msgn_contactnumber",
    });
    expect(row).not.toHaveProperty(["s.msgn_acceptedon"]);
    expect(row).toHaveProperty("msgn_messageid");
    expect(row?.["@odata.etag"]).toMatch(/^W\/"\d+"$/);
  });

  it("can be kept by a condition on an outer-joined table", () => {
    const xml = `<fetch><entity name="msgn_session"><attribute name="msgn_name"/><filter><condition entityname="d" attribute="msgn_dismissalid" operator="null"/></filter>
      <link-entity name="msgn_dismissal" from="msgn_sessionid" to="msgn_sessionid" link-type="outer" alias="d"/></entity></fetch>`;
    expect(rowsOf(ask("ana", "msgn_sessions", xml)).map((row) => row["msgn_name"])).toEqual(["First"]);
  });

  it("come in pages, with a cookie and whether there are more", () => {
    const page = (number: number): string =>
      entity('<attribute name="msgn_name"/><order attribute="msgn_name" descending="true"/>', `count="2" page="${number}"`);
    const one = ask("ana", "msgn_messages", page(1));
    expect(rowsOf(one).map((row) => row["msgn_name"])).toEqual(["b1", "a4"]);
    expect(one.json["@Microsoft.Dynamics.CRM.morerecords"]).toBe(true);
    expect(one.json["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"]).toContain('pagenumber="2"');
    const three = ask("ana", "msgn_messages", page(3));
    expect(rowsOf(three).map((row) => row["msgn_name"])).toEqual(["a1"]);
    expect(three.json["@Microsoft.Dynamics.CRM.morerecords"]).toBeUndefined();
  });

  it("are each there once with distinct", () => {
    const xml = entity('<attribute name="msgn_direction"/><order attribute="msgn_direction"/>', 'distinct="true"');
    expect(rows(xml).map((row) => row["msgn_direction"])).toEqual([864500000, 864500001]);
  });
});

describe("what is refused", () => {
  it.each<[string, string, number]>([
    ["text that is no XML", "<fetch", 400],
    ["a document type", '<!DOCTYPE x [<!ENTITY e "x">]><fetch><entity name="msgn_message"/></fetch>', 400],
    ["another table than the address's", '<fetch><entity name="msgn_session"/></fetch>', 400],
    ["an unknown column", entity('<attribute name="msgn_nope"/>'), 400],
    ["an unknown column in a condition", entity('<filter><condition attribute="msgn_nope" operator="null"/></filter>'), 400],
    ["an unknown table in a join", entity('<link-entity name="nope" from="a" to="b"/>'), 400],
    ["a join without its columns", entity('<link-entity name="msgn_session"/>'), 400],
    ["a value of the wrong type", entity('<filter><condition attribute="msgn_direction" operator="eq" value="x"/></filter>'), 400],
    ["an alias that is used twice", entity('<attribute name="msgn_name" alias="x"/><attribute name="msgn_body" alias="x"/>'), 400],
    ["an aggregate without alias", entity('<attribute name="msgn_name" aggregate="count"/>', 'aggregate="true"'), 400],
    ["a sum of texts", entity('<attribute name="msgn_name" alias="x" aggregate="sum"/>', 'aggregate="true"'), 400],
    ["top together with page", entity("", 'top="5" page="2"'), 400],
    [
      "a lookup's name outside of a quick find",
      entity('<filter><condition attribute="msgn_sessionid" operator="like" value="F%"/></filter>'),
      400,
    ],
    [
      "owners in a quick find",
      entity('<filter isquickfindfields="1"><condition attribute="ownerid" operator="like" value="S%"/></filter>'),
      501,
    ],
    ["page zero", entity("", 'page="0"'), 400],
    ["two entities", '<fetch><entity name="msgn_message"/><entity name="msgn_message"/></fetch>', 400],
    ["grouping by date", entity('<attribute name="createdon" alias="x" groupby="true" dategrouping="day"/>', 'aggregate="true"'), 501],
    ["grouping by an instant", entity('<attribute name="createdon" alias="x" groupby="true"/>', 'aggregate="true"'), 501],
    [
      "an operator that is not supported",
      entity('<filter><condition attribute="createdon" operator="last-x-days" value="5"/></filter>'),
      501,
    ],
    ["another kind of join", entity('<link-entity name="msgn_session" from="msgn_sessionid" to="msgn_sessionid" link-type="any"/>'), 501],
    ["comparing columns", entity('<filter><condition attribute="msgn_name" operator="eq" valueof="msgn_body"/></filter>'), 501],
    ["sets of characters", entity('<filter><condition attribute="msgn_name" operator="like" value="[ab]%"/></filter>'), 501],
    ["attributes that are not known", entity("", 'datasource="retained"'), 501],
  ])("%s", (_what, xml, status) => {
    const refused = ask("ana", "msgn_messages", xml);
    expect([refused.status, Boolean(refused.message)]).toEqual([status, true]);
  });
});
