import { Bench } from "./bench";

let bench: Bench;
let told: string[];
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  bench = Bench.start();
  told = [];
  bench.dataverse.onChange("sample_ticket", () => told.push("ticket"));
});
afterEach(() => bench.close());

it("tells of rows that were made, changed and deleted, once for each request", async () => {
  const { ticketId } = bench.ticket();
  await soon();
  expect(told).toEqual(["ticket"]);
  bench.ask("bot", "PATCH", `sample_tickets(${ticketId})`, { body: { sample_name: "Other" } });
  await soon();
  bench.ask("root", "DELETE", `sample_tickets(${ticketId})`);
  await soon();
  expect(told).toEqual(["ticket", "ticket", "ticket"]);
});

it("does not tell of what was read, refused, or written to another table", async () => {
  bench.ask("bot", "GET", "sample_tickets");
  bench.ask("pat", "POST", "sample_tickets", { body: { sample_name: "No right" } });
  bench.make("bot", "sample_customernumbers", { sample_phonenumber: "+4930100" });
  await soon();
  expect(told).toEqual([]);
});

it("tells after the request, and not who has stopped listening meanwhile", async () => {
  const stop = bench.dataverse.onChange("sample_ticket", () => told.push("second"));
  bench.ticket();
  expect(told).toEqual([]);
  stop();
  await soon();
  expect(told).toEqual(["ticket"]);
});
