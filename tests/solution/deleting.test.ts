import { RoleBench } from "./roleBench";

let bench: RoleBench;

beforeEach(async () => {
  bench = await RoleBench.start();
});
afterEach(() => bench.close());

const ADMINISTRATOR = "SMS Administrator";
const count = (list: string): number => bench.list(ADMINISTRATOR, list).length;

it("refuses to delete a contact number that has sessions, and deletes it when they are gone", () => {
  const session = bench.row("msgn_session", "SMS Agent");
  const [row] = bench.list(ADMINISTRATOR, "msgn_sessions");
  const number = `msgn_contactnumbers(${String(row?.["_msgn_contactnumberid_value"])})`;
  expect(bench.ask(ADMINISTRATOR, "DELETE", number).status).toBe(405);
  expect(count("msgn_contactnumbers")).toBe(1);
  bench.ask(ADMINISTRATOR, "DELETE", `msgn_sessions(${session})`);
  expect(bench.ask(ADMINISTRATOR, "DELETE", number).status).toBe(204);
});

it("deletes a session's messages and dismissals with it, and no others", () => {
  bench.row("msgn_message", "SMS Agent");
  bench.row("msgn_dismissal", "SMS Agent");
  const sessions = bench.list(ADMINISTRATOR, "msgn_messages").map((row) => String(row["_msgn_sessionid_value"]));
  expect(bench.ask(ADMINISTRATOR, "DELETE", `msgn_sessions(${String(sessions[0])})`).status).toBe(204);
  expect([count("msgn_messages"), count("msgn_dismissals")]).toEqual([0, 1]);
  const [dismissal] = bench.list(ADMINISTRATOR, "msgn_dismissals");
  expect(bench.ask(ADMINISTRATOR, "DELETE", `msgn_sessions(${String(dismissal?.["_msgn_sessionid_value"])})`).status).toBe(204);
  expect([count("msgn_messages"), count("msgn_dismissals")]).toEqual([0, 0]);
});
