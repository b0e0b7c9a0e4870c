import { userId } from "../fixture/people";
import { annotated, Bench, fetchPath, rowsOf } from "./bench";

let bench: Bench;
let first: { numberId: string; ticketId: string };
let second: { numberId: string; ticketId: string };

beforeAll(() => {
  bench = Bench.start();
  first = bench.ticket("+4930100", { sample_name: "First" });
  second = bench.ticket("+4930101", { sample_name: "Second" });
  bench.note(first.ticketId, "a1", { sample_writtenon: "2026-11-22T10:00:00Z" });
  bench.note(first.ticketId, "a2", { sample_writtenon: "2026-11-22T11:00:00Z" });
  bench.note(first.ticketId, "a3", { sample_writtenon: "2026-11-22T12:00:00Z", sample_readon: "2026-11-22T12:30:00Z" });
  bench.note(first.ticketId, "a4", { sample_kind: 100000001 });
  bench.note(second.ticketId, "b1", { sample_writtenon: "2026-11-22T13:00:00Z" });
  bench.make("kim", "sample_bookmarks", {
    sample_name: "d",
    sample_seenupto: "2026-11-22T13:00:00Z",
    sample_seencount: 1,
    "sample_ticketid@odata.bind": `/sample_tickets(${second.ticketId})`,
    "sample_userid@odata.bind": `/systemusers(${userId("kim")})`,
  });
});
afterAll(() => bench.close());

const ask = (login: string, set: string, xml: string) => bench.ask(login, "GET", fetchPath(set, xml), { headers: annotated });
const rows = (xml: string, login = "kim") => rowsOf(ask(login, "sample_notes", xml));
const entity = (inner: string, attributes = ""): string => `<fetch ${attributes}><entity name="sample_note">${inner}</entity></fetch>`;

const unreadByTicket = entity(
  `<attribute name="sample_noteid" alias="unread" aggregate="count"/>
   <attribute name="sample_writtenon" alias="oldest" aggregate="min"/><attribute name="sample_writtenon" alias="newest" aggregate="max"/>
   <attribute name="sample_ticketid" alias="ticket" groupby="true"/>
   <filter><condition attribute="sample_readon" operator="null"/><condition attribute="sample_kind" operator="eq" value="100000000"/></filter>
   <link-entity name="sample_ticket" from="sample_ticketid" to="sample_ticketid" alias="s">
     <attribute name="ownerid" alias="owner" groupby="true"/><attribute name="sample_stage" alias="status" groupby="true"/>
     <link-entity name="sample_customernumber" from="sample_customernumberid" to="sample_customernumberid" alias="n">
       <attribute name="sample_phonenumber" alias="number" groupby="true"/><filter><condition attribute="statecode" operator="eq" value="0"/></filter>
     </link-entity>
     <link-entity name="sample_bookmark" from="sample_ticketid" to="sample_ticketid" link-type="outer" alias="d">
       <attribute name="sample_seenupto" alias="seen" aggregate="max"/><filter><condition attribute="sample_userid" operator="eq-userid"/></filter>
     </link-entity>
     <order alias="number"/>
   </link-entity>`,
  'aggregate="true"',
);

describe("aggregates", () => {
  it("count unread notes by ticket, with what is joined to it", () => {
    const found = rows(unreadByTicket);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({
      unread: 2,
      oldest: "2026-11-22T10:00:00Z",
      newest: "2026-11-22T11:00:00Z",
      ticket: first.ticketId,
      "ticket@OData.Community.Display.V1.FormattedValue": "First",
      "ticket@Microsoft.Dynamics.CRM.lookuplogicalname": "sample_ticket",
      owner: userId("bot"),
      "owner@Microsoft.Dynamics.CRM.lookuplogicalname": "systemuser",
      "owner@OData.Community.Display.V1.FormattedValue": "Bot Test",
      status: 100000000,
      "status@OData.Community.Display.V1.FormattedValue": "New",
      number: "+4930100",
    });
    expect(found[0]).not.toHaveProperty("seen");
    expect(found[1]).toMatchObject({ unread: 1, seen: "2026-11-22T13:00:00Z" });
  });

  it("show only the caller's own rows of a table whose privilege ends there", () => {
    expect(rows(unreadByTicket, "lee")[1]).not.toHaveProperty("seen");
  });

  it("leave out a closed number's tickets", () => {
    bench.ask("kim", "PATCH", `sample_customernumbers(${second.numberId})`, { body: { statecode: 1 } });
    expect(rows(unreadByTicket).map((row) => row["number"])).toEqual(["+4930100"]);
    bench.ask("kim", "PATCH", `sample_customernumbers(${second.numberId})`, { body: { statecode: 0 } });
  });

  it("answer one row without groups, zero counts included", () => {
    const xml = entity(
      `<attribute name="sample_noteid" alias="n" aggregate="count"/><attribute name="sample_writtenon" alias="last" aggregate="max"/>
       <filter><condition attribute="sample_name" operator="eq" value="none"/></filter>`,
      'aggregate="true"',
    );
    const [row] = rows(xml);
    expect(row).toMatchObject({ n: 0 });
    expect(row).not.toHaveProperty("last");
  });

  it("count values apart from rows, and different ones apart from all", () => {
    const xml = entity(
      `<attribute name="sample_noteid" alias="all" aggregate="count"/><attribute name="sample_readon" alias="read" aggregate="countcolumn"/>
       <attribute name="sample_ticketid" alias="tickets" aggregate="countcolumn" distinct="true"/>`,
      'aggregate="true"',
    );
    expect(rows(xml)[0]).toMatchObject({ all: 5, read: 1, tickets: 2 });
  });

  it("sum and average whole numbers to whole numbers", () => {
    const xml = `<fetch aggregate="true"><entity name="sample_setting"><attribute name="sample_refreshseconds" alias="s" aggregate="sum"/>
      <attribute name="sample_refreshseconds" alias="a" aggregate="avg"/></entity></fetch>`;
    bench.make("max", "sample_settings", { sample_name: "a", sample_refreshseconds: 10 });
    bench.make("max", "sample_settings", { sample_name: "b", sample_refreshseconds: 15 });
    expect(rowsOf(ask("kim", "sample_settings", xml))[0]).toMatchObject({ s: 25, a: 12 });
  });

  it("refuse more rows than the limit with Dataverse's own error", () => {
    const limited = unreadByTicket.replace('aggregate="true"', 'aggregate="true" aggregatelimit="2"');
    expect(ask("kim", "sample_notes", limited)).toMatchObject({ status: 400, code: "0x8004E023" });
    expect(ask("kim", "sample_notes", unreadByTicket.replace('aggregate="true"', 'aggregate="true" aggregatelimit="3"')).status).toBe(200);
  });
});

describe("rows", () => {
  const named = (inner: string, attributes = ""): unknown[] =>
    rows(entity(`<attribute name="sample_name"/><order attribute="sample_name"/>${inner}`, attributes)).map((row) => row["sample_name"]);
  const filter = (condition: string): string => `<filter>${condition}</filter>`;
  const on = (attribute: string, operator: string, value?: string): string =>
    filter(`<condition attribute="${attribute}" operator="${operator}"${value === undefined ? "" : ` value="${value}"`}/>`);

  it.each<[string, string[]]>([
    [on("sample_name", "eq", "A1"), ["a1"]],
    [on("sample_name", "ne", "a1"), ["a2", "a3", "a4", "b1"]],
    [on("sample_readon", "not-null"), ["a3"]],
    [on("sample_readon", "ne", "2026-11-22T12:30:00Z"), ["a1", "a2", "a4", "b1"]],
    [on("sample_writtenon", "ge", "2026-11-22T12:00:00Z"), ["a3", "a4", "b1"]],
    [on("sample_name", "like", "a%"), ["a1", "a2", "a3", "a4"]],
    [on("sample_name", "not-like", "a_"), ["b1"]],
    [on("sample_name", "begins-with", "b"), ["b1"]],
    [on("sample_name", "not-begin-with", "a"), ["b1"]],
    [filter('<condition attribute="sample_name" operator="in"><value>a1</value><value>b1</value></condition>'), ["a1", "b1"]],
    [filter('<condition attribute="sample_kind" operator="not-in"><value>100000000</value></condition>'), ["a4"]],
    ['<filter type="or" isquickfindfields="1"><condition attribute="sample_ticketid" operator="like" value="%cond"/></filter>', ["b1"]],
    [on("ownerid", "eq-userid"), []],
    [on("ownerid", "ne-userid"), ["a1", "a2", "a3", "a4", "b1"]],
    [
      '<filter type="or"><condition attribute="sample_name" operator="eq" value="a1"/><filter><condition attribute="sample_kind" operator="eq" value="100000001"/></filter></filter>',
      ["a1", "a4"],
    ],
  ])("that fit %s", (inner, expected) => expect(named(inner)).toEqual(expected));

  it("come with joined columns under their alias, missing ones left out", () => {
    const xml = entity(
      `<attribute name="sample_name"/><order attribute="sample_name"/><link-entity name="sample_ticket" from="sample_ticketid" to="sample_ticketid" alias="s">
        <attribute name="sample_name"/><attribute name="sample_customernumberid"/><attribute name="sample_assignedon"/></link-entity>`,
      'top="1"',
    );
    const [row] = rows(xml);
    expect(row).toMatchObject({
      sample_name: "a1",
      "s.sample_name": "First",
      "s.sample_customernumberid": first.numberId,
      "s.sample_customernumberid@Microsoft.Dynamics.CRM.lookuplogicalname": "sample_customernumber",
    });
    expect(row).not.toHaveProperty(["s.sample_assignedon"]);
    expect(row).toHaveProperty("sample_noteid");
    expect(row?.["@odata.etag"]).toMatch(/^W\/"\d+"$/);
  });

  it("can be kept by a condition on an outer-joined table", () => {
    const xml = `<fetch><entity name="sample_ticket"><attribute name="sample_name"/><filter><condition entityname="d" attribute="sample_bookmarkid" operator="null"/></filter>
      <link-entity name="sample_bookmark" from="sample_ticketid" to="sample_ticketid" link-type="outer" alias="d"/></entity></fetch>`;
    expect(rowsOf(ask("kim", "sample_tickets", xml)).map((row) => row["sample_name"])).toEqual(["First"]);
  });

  it("come in pages, with a cookie and whether there are more", () => {
    const page = (number: number): string =>
      entity('<attribute name="sample_name"/><order attribute="sample_name" descending="true"/>', `count="2" page="${number}"`);
    const one = ask("kim", "sample_notes", page(1));
    expect(rowsOf(one).map((row) => row["sample_name"])).toEqual(["b1", "a4"]);
    expect(one.json["@Microsoft.Dynamics.CRM.morerecords"]).toBe(true);
    expect(one.json["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"]).toContain('pagenumber="2"');
    const three = ask("kim", "sample_notes", page(3));
    expect(rowsOf(three).map((row) => row["sample_name"])).toEqual(["a1"]);
    expect(three.json["@Microsoft.Dynamics.CRM.morerecords"]).toBeUndefined();
  });

  it("are each there once with distinct", () => {
    const xml = entity('<attribute name="sample_kind"/><order attribute="sample_kind"/>', 'distinct="true"');
    expect(rows(xml).map((row) => row["sample_kind"])).toEqual([100000000, 100000001]);
  });
});

describe("what is refused", () => {
  it.each<[string, string, number]>([
    ["text that is no XML", "<fetch", 400],
    ["a document type", '<!DOCTYPE x [<!ENTITY e "x">]><fetch><entity name="sample_note"/></fetch>', 400],
    ["another table than the address's", '<fetch><entity name="sample_ticket"/></fetch>', 400],
    ["an unknown column", entity('<attribute name="sample_nope"/>'), 400],
    ["an unknown column in a condition", entity('<filter><condition attribute="sample_nope" operator="null"/></filter>'), 400],
    ["an unknown table in a join", entity('<link-entity name="sample_nope" from="a" to="b"/>'), 400],
    ["a table in a join that the platform may have", entity('<link-entity name="incident" from="a" to="b"/>'), 501],
    ["a join without its columns", entity('<link-entity name="sample_ticket"/>'), 400],
    ["a value of the wrong type", entity('<filter><condition attribute="sample_kind" operator="eq" value="x"/></filter>'), 400],
    ["an alias that is used twice", entity('<attribute name="sample_name" alias="x"/><attribute name="sample_text" alias="x"/>'), 400],
    ["an aggregate without alias", entity('<attribute name="sample_name" aggregate="count"/>', 'aggregate="true"'), 400],
    ["a sum of texts", entity('<attribute name="sample_name" alias="x" aggregate="sum"/>', 'aggregate="true"'), 400],
    ["top together with page", entity("", 'top="5" page="2"'), 400],
    [
      "a lookup's name outside of a quick find",
      entity('<filter><condition attribute="sample_ticketid" operator="like" value="F%"/></filter>'),
      400,
    ],
    [
      "owners in a quick find",
      entity('<filter isquickfindfields="1"><condition attribute="ownerid" operator="like" value="S%"/></filter>'),
      501,
    ],
    ["page zero", entity("", 'page="0"'), 400],
    ["two entities", '<fetch><entity name="sample_note"/><entity name="sample_note"/></fetch>', 400],
    [
      "a sum of different values",
      '<fetch aggregate="true"><entity name="sample_note"><attribute name="sample_noteid" alias="x" aggregate="count" distinct="true"/></entity></fetch>',
      501,
    ],
    ["grouping by date", entity('<attribute name="createdon" alias="x" groupby="true" dategrouping="day"/>', 'aggregate="true"'), 501],
    ["grouping by an instant", entity('<attribute name="createdon" alias="x" groupby="true"/>', 'aggregate="true"'), 501],
    [
      "an operator that is not supported",
      entity('<filter><condition attribute="createdon" operator="last-x-days" value="5"/></filter>'),
      501,
    ],
    [
      "another kind of join",
      entity('<link-entity name="sample_ticket" from="sample_ticketid" to="sample_ticketid" link-type="any"/>'),
      501,
    ],
    ["comparing columns", entity('<filter><condition attribute="sample_name" operator="eq" valueof="sample_text"/></filter>'), 501],
    ["sets of characters", entity('<filter><condition attribute="sample_name" operator="like" value="[ab]%"/></filter>'), 501],
    ["attributes that are not known", entity("", 'datasource="retained"'), 501],
  ])("%s", (_what, xml, status) => {
    const refused = ask("kim", "sample_notes", xml);
    expect([refused.status, Boolean(refused.message)]).toEqual([status, true]);
  });
});
