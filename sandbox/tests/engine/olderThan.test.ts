import { Bench, fetchPath, rowsOf } from "./bench";

let bench: Bench;

beforeAll(() => {
  bench = Bench.start();
  const { ticketId } = bench.ticket("+4930100", { sample_name: "First" });
  bench.note(ticketId, "a1", { sample_writtenon: "2026-11-22T10:00:00Z" });
  bench.note(ticketId, "a2", { sample_writtenon: "2026-11-22T11:00:00Z" });
  bench.note(ticketId, "a3", { sample_writtenon: "2026-11-22T12:00:00Z" });
});
afterAll(() => bench.close());

const ask = (attribute: string, minutes: string) =>
  bench.ask(
    "kim",
    "GET",
    fetchPath(
      "sample_notes",
      `<fetch><entity name="sample_note"><attribute name="sample_name"/><order attribute="sample_name"/>
       <filter><condition attribute="${attribute}" operator="olderthan-x-minutes" value="${minutes}"/></filter></entity></fetch>`,
    ),
  );

it("finds rows that are older than so many minutes, by the server's clock: not one that is exactly as old", () => {
  bench.now = Date.UTC(2026, 10, 22, 18);
  const older = (minutes: string): unknown[] => rowsOf(ask("sample_writtenon", minutes)).map((row) => row["sample_name"]);
  expect([older("419"), older("420"), older("421"), older("600")]).toEqual([["a1", "a2"], ["a1"], ["a1"], []]);
  bench.now += 60_000;
  expect(older("420")).toEqual(["a1", "a2"]);
});

it.each([
  ["sample_writtenon", "0"],
  ["sample_writtenon", "-1"],
  ["sample_writtenon", "1.5"],
  ["sample_writtenon", "soon"],
  ["sample_name", "5"],
])("refuses %s older than %s minutes", (attribute, minutes) => {
  expect(ask(attribute, minutes)).toMatchObject({ status: 400 });
});
