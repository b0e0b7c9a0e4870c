/** Idle and dismissed by clocks that lie: only the server's count, and only what passed between them. */
import * as fc from "fast-check";
import { isIdle } from "../../../shared/domain/isIdle";
import { offers } from "../../../shared/domain/offers";
import { isBeyond, markOf } from "../../../shared/domain/unread";
import { tries } from "../../hostile";
import { ana, circumstances, MINUTE, NOON, session } from "../sessions";

const HOUR = 60 * MINUTE;
const owned = (at: number) => session({ status: "accepted", owner: ana, oldestUnreadAt: at, newestUnreadAt: at });

it("judges idle by the time that passed, at a change of the clocks as on any day", () => {
  for (const change of ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2026-11-01T06:00:00Z"].map((text) => Date.parse(text))) {
    expect(isIdle(owned(change - 7 * MINUTE), { now: change + 7 * MINUTE, idleTimeout: 15 * MINUTE })).toBe(false);
    expect(isIdle(owned(change - 7 * MINUTE), { now: change + 8 * MINUTE, idleTimeout: 15 * MINUTE })).toBe(true);
  }
});

it("depends on nothing but the difference", () => {
  const instant = fc.integer({ min: Date.UTC(1753, 0, 1), max: Date.UTC(9999, 0, 1) });
  // Around the timeout, where it is decided, and far from it.
  const beyond = fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -10_080 * MINUTE, max: 10_080 * MINUTE }));
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 10_080 }), beyond, fc.integer({ min: -48, max: 48 }), (oldest, minutes, more, shift) => {
      const now = oldest + minutes * MINUTE + more;
      expect(isIdle(owned(oldest), { now, idleTimeout: minutes * MINUTE })).toBe(more >= 0);
      expect(isIdle(owned(oldest + shift * HOUR), { now: now + shift * HOUR, idleTimeout: minutes * MINUTE })).toBe(more >= 0);
    }),
    tries(300),
  );
});

it("takes a message from the future for one that has just come: shown, not idle until its time has passed", () => {
  const future = NOON + 5 * HOUR;
  expect(offers(session({ newestUnreadAt: future }), circumstances())).toEqual(["accept", "dismiss", "block"]);
  expect(offers(owned(future), circumstances())).toEqual([]);
  expect(offers(owned(future), circumstances({ now: future + 15 * MINUTE }))).toEqual(["assign"]);
});

it("takes a message of 1970, or from before it, for one that waits", () => {
  for (const at of [0, -1, Date.UTC(1753, 0, 1)]) expect(offers(owned(at), circumstances())).toEqual(["assign"]);
});

it("brings a dismissed session back with its next message, also when the last one claimed to be from the future", () => {
  const dismissed = session({ newestUnreadAt: NOON + 5 * HOUR, unread: 1 });
  const mark = markOf(dismissed);
  expect(offers({ ...dismissed, dismissal: mark }, circumstances())).toEqual([]);
  expect(offers({ ...dismissed, dismissal: mark, unread: 2 }, circumstances())).toContain("accept");
  expect(isBeyond(dismissed, mark)).toBe(false);
  expect(isBeyond({ ...dismissed, unread: 2 }, mark)).toBe(true);
});
