/** "Proportional to what is unread, not to the history": what the tools' bench measures in time, told by the plan of the query. */
import { openHistory } from "../../bench/history";
import type { History } from "../../bench/history";

let history: History;
beforeAll(async () => {
  history = await openHistory(20_000, 100);
}, 60_000);
afterAll(() => history.close());

it("counts what is unread alone, over all sessions", () => {
  const { rows } = history.ask();
  expect(rows).toHaveLength(50);
  expect(rows.reduce((sum, row) => sum + Number(row["unread"]), 0)).toBe(100);
});

it("visits no message that was read: they are found by the empty 'read on', and what belongs to them by key", () => {
  const steps = history.plan();
  expect(steps[0]).toMatch(/^SEARCH \w+ USING INDEX i_msgn_message_msgn_readon \(msgn_readon=\?\)$/);
  expect(steps.filter((step) => step.startsWith("SCAN"))).toEqual([]);
});

it("finds the user's membership in a team at once, not among the team's members", () => {
  const steps = history.plan().filter((step) => step.includes("teammembership"));
  expect(steps).toHaveLength(2);
  for (const step of steps) expect(step).toMatch(/USING (COVERING )?INDEX i_teammembership_pair \(teamid=\? AND systemuserid=\?\)/);
});
