import { userId } from "../fixture/people";
import { Bench, fetchPath, rowsOf } from "./bench";

it("counts a row once where distinct is asked for, however many rows are joined to it", () => {
  const bench = Bench.start();
  const { ticketId } = bench.ticket("+4930100");
  for (const name of ["a", "b", "c"]) bench.note(ticketId, name);
  const bookmark = (about: string, seen: number) =>
    bench.make("lee", "sample_bookmarks", {
      sample_name: about,
      sample_seencount: seen,
      "sample_ticketid@odata.bind": `/sample_tickets(${ticketId})`,
      "sample_userid@odata.bind": `/systemusers(${userId(about)})`,
    });
  bookmark("lee", 3);
  bookmark("kim", 5);
  const figures = (login: string) => {
    const xml = `<fetch aggregate="true"><entity name="sample_note">
      <attribute name="sample_noteid" alias="joined" aggregate="count"/>
      <attribute name="sample_noteid" alias="notes" aggregate="countcolumn" distinct="true"/>
      <link-entity name="sample_bookmark" from="sample_ticketid" to="sample_ticketid" link-type="outer" alias="d">
        <attribute name="sample_seencount" alias="seen" aggregate="max"/><filter><condition attribute="ownerid" operator="eq-userid"/></filter>
      </link-entity></entity></fetch>`;
    return rowsOf(bench.ask(login, "GET", fetchPath("sample_notes", xml)))[0];
  };
  expect(figures("lee")).toEqual({ joined: 6, notes: 3, seen: 5 });
  expect(figures("kim")).toEqual({ joined: 3, notes: 3 });
  bench.close();
});
