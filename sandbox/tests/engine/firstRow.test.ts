import { annotated, Bench, fetchPath, rowsOf } from "./bench";

let bench: Bench;

beforeAll(() => {
  bench = Bench.start();
  const [first, second] = [bench.ticket("+4930100", { sample_name: "First" }), bench.ticket("+4930101", { sample_name: "Second" })];
  bench.note(first.ticketId, "a1", { sample_writtenon: "2026-11-22T10:00:00Z" });
  bench.note(first.ticketId, "a2", { sample_writtenon: "2026-11-22T11:00:00Z" });
  bench.note(first.ticketId, "a3", { sample_writtenon: "2026-11-22T12:00:00Z", sample_readon: "2026-11-22T12:30:00Z" });
  bench.note(second.ticketId, "b1", { sample_writtenon: "2026-11-22T13:00:00Z" });
});
afterAll(() => bench.close());

const ask = (login: string, set: string, xml: string) => bench.ask(login, "GET", fetchPath(set, xml), { headers: annotated });

describe("the link type that takes any one row", () => {
  const oneNote = (filter: string) =>
    `<fetch><entity name="sample_ticket"><attribute name="sample_name"/><attribute name="ownerid" alias="owner"/><order attribute="sample_name"/>
     <link-entity name="sample_note" from="sample_ticketid" to="sample_ticketid" link-type="matchfirstrowusingcrossapply" alias="m">
       <attribute name="sample_writtenon" alias="one"/><filter>${filter}</filter>
     </link-entity></entity></fetch>`;
  const found = (filter: string, login = "kim") => rowsOf(ask(login, "sample_tickets", oneNote(filter)));

  it("gives each row once, however many match, and leaves out those that none match", () => {
    const unreadQuestions = found(
      '<condition attribute="sample_readon" operator="null"/><condition attribute="sample_kind" operator="eq" value="100000000"/>',
    );
    expect(unreadQuestions.map((row) => row["sample_name"])).toEqual(["First", "Second"]);
    expect(["2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z"]).toContain(unreadQuestions[0]?.["one"]);
    expect(unreadQuestions[0]?.["owner@OData.Community.Display.V1.FormattedValue"]).toBeTruthy();
    expect(found('<condition attribute="sample_readon" operator="not-null"/>').map((row) => [row["sample_name"], row["one"]])).toEqual([
      ["First", "2026-11-22T12:00:00Z"],
    ]);
  });

  it("needs the right to read both tables, and is refused in an aggregate", () => {
    expect(ask("pat", "sample_tickets", oneNote("")).status).toBe(403);
    expect(ask("kim", "sample_tickets", oneNote("").replace("<fetch>", '<fetch aggregate="true">')).status).toBe(501);
  });
});
