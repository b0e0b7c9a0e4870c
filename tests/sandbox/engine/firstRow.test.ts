import { annotated, Bench, fetchPath, rowsOf } from "./sandbox";

let bench: Bench;

beforeAll(async () => {
  bench = await Bench.start();
  const [first, second] = [bench.session("+15550100", { msgn_name: "First" }), bench.session("+15550101", { msgn_name: "Second" })];
  bench.message(first.sessionId, "a1", { msgn_receivedon: "2026-11-22T10:00:00Z" });
  bench.message(first.sessionId, "a2", { msgn_receivedon: "2026-11-22T11:00:00Z" });
  bench.message(first.sessionId, "a3", { msgn_receivedon: "2026-11-22T12:00:00Z", msgn_readon: "2026-11-22T12:30:00Z" });
  bench.message(second.sessionId, "b1", { msgn_receivedon: "2026-11-22T13:00:00Z" });
});
afterAll(() => bench.close());

const ask = (login: string, set: string, xml: string) => bench.ask(login, "GET", fetchPath(set, xml), { headers: annotated });

describe("the link type that takes any one row", () => {
  const oneMessage = (filter: string) =>
    `<fetch><entity name="msgn_session"><attribute name="msgn_name"/><attribute name="ownerid" alias="owner"/><order attribute="msgn_name"/>
     <link-entity name="msgn_message" from="msgn_sessionid" to="msgn_sessionid" link-type="matchfirstrowusingcrossapply" alias="m">
       <attribute name="msgn_receivedon" alias="one"/><filter>${filter}</filter>
     </link-entity></entity></fetch>`;
  const found = (filter: string, login = "ana") => rowsOf(ask(login, "msgn_sessions", oneMessage(filter)));

  it("gives each row once, however many match, and leaves out those that none match", () => {
    const unread = found(
      '<condition attribute="msgn_readon" operator="null"/><condition attribute="msgn_direction" operator="eq" value="864500000"/>',
    );
    expect(unread.map((row) => row["msgn_name"])).toEqual(["First", "Second"]);
    expect(["2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z"]).toContain(unread[0]?.["one"]);
    expect(unread[0]?.["owner@OData.Community.Display.V1.FormattedValue"]).toBeTruthy();
    expect(found('<condition attribute="msgn_readon" operator="not-null"/>').map((row) => [row["msgn_name"], row["one"]])).toEqual([
      ["First", "2026-11-22T12:00:00Z"],
    ]);
  });

  it("needs the right to read both tables, and is refused in an aggregate", () => {
    expect(ask("zoe", "msgn_sessions", oneMessage("")).status).toBe(403);
    expect(ask("ana", "msgn_sessions", oneMessage("").replace("<fetch>", '<fetch aggregate="true">')).status).toBe(501);
  });
});
