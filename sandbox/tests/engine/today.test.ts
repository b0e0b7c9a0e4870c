import { Bench, fetchPath, rowsOf } from "./bench";

let bench: Bench;

beforeAll(() => {
  bench = Bench.start();
  const { ticketId } = bench.ticket("+4930100", { sample_name: "First" });
  bench.note(ticketId, "late yesterday", { sample_writtenon: "2026-11-21T23:59:59Z" });
  bench.note(ticketId, "first of today", { sample_writtenon: "2026-11-22T00:00:00Z" });
  bench.note(ticketId, "last of today", { sample_writtenon: "2026-11-22T23:59:59Z" });
  bench.note(ticketId, "first of tomorrow", { sample_writtenon: "2026-11-23T00:00:00Z" });
});
afterAll(() => bench.close());

const ask = (condition: string) =>
  bench.ask(
    "kim",
    "GET",
    fetchPath(
      "sample_notes",
      `<fetch><entity name="sample_note"><attribute name="sample_name"/><order attribute="sample_writtenon"/><filter>${condition}</filter></entity></fetch>`,
    ),
  );

it("finds the rows of the day of the server's clock, from its first second to its last", () => {
  const names = (): unknown[] => rowsOf(ask('<condition attribute="sample_writtenon" operator="today"/>')).map((row) => row["sample_name"]);
  bench.now = Date.UTC(2026, 10, 22, 18);
  expect(names()).toEqual(["first of today", "last of today"]);
  bench.now = Date.UTC(2026, 10, 23);
  expect(names()).toEqual(["first of tomorrow"]);
});

it.each(['attribute="sample_name" operator="today"', 'attribute="sample_writtenon" operator="today" value="1"'])(
  "refuses the condition %s",
  (condition) => {
    expect(ask(`<condition ${condition}/>`)).toMatchObject({ status: 400 });
  },
);
