import { isWaiting } from "../../../shared/domain/isWaiting";
import { offers } from "../../../shared/domain/offers";
import type { InboxSession } from "../../../shared/domain/session";
import { ana, ben, circumstances, frontDesk, MINUTE, NOON, session } from "../sessions";

/** Whether Ben sees the customer as waiting; takeover after 15 minutes. */
function waits(overrides: Partial<InboxSession>, idleTimeout: number | null = 15 * MINUTE): boolean {
  const rules = circumstances({ idleTimeout });
  const one = session(overrides);
  return isWaiting(one, offers(one, rules), rules);
}
const since = (minutes: number) => ({ oldestUnreadAt: NOON - minutes * MINUTE });

it.each<[string, Partial<InboxSession>]>([
  ["new", {}],
  ["the viewer's own", { status: "accepted", owner: ben }],
  ["a colleague's", { status: "accepted", owner: ana }],
])("waits once the oldest unread message is as old as the idle timeout: %s", (_, overrides) => {
  expect([waits({ ...overrides, ...since(14.9) }), waits({ ...overrides, ...since(15) })]).toEqual([false, true]);
});

it("waits at once where takeover is offered at once: nobody in person answers", () => {
  expect(waits({ status: "accepted", owner: frontDesk })).toBe(true);
  expect(waits({ status: "accepted", owner: { ...ana, isDisabled: true } })).toBe(true);
});

it("waits only for want of a person where takeover is off", () => {
  expect(waits(since(600), null)).toBe(false);
  expect(waits({ status: "accepted", owner: ben, ...since(600) }, null)).toBe(false);
  expect(waits({ status: "accepted", owner: frontDesk, ...since(600) }, null)).toBe(true);
});
