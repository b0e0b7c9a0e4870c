/** What a thread offers, and why it is closed: the product's table of rules, for who has the conversation open. */
import { DEFAULT_CONFIGURATION } from "../../../shared/domain/configuration";
import { NO_SETTINGS } from "../../../shared/domain/settings";
import { projectThread } from "../../../shared/thread/projectThread";
import type { ThreadHead } from "../../../shared/thread/threadPorts";
import { INITIAL_THREAD } from "../../../shared/thread/threadState";
import type { ThreadState } from "../../../shared/thread/threadState";
import { ana, ben, frontDesk, MINUTE, NOON, session } from "../sessions";
import { head, message, sessionEvent } from "./messages";

/** Ben looks at it at noon; takeover after 15 minutes. */
function seenByBen(shown: ThreadHead, change: Partial<ThreadState> = {}, mayBlock = true, mayGiveAny = false) {
  return projectThread(
    {
      ...INITIAL_THREAD,
      head: shown,
      profile: {
        viewer: { userId: ben.id, mayBlock, mayGiveAny },
        mayUse: true,
        configuration: { ...DEFAULT_CONFIGURATION, idleTimeout: 15 * MINUTE },
        settings: NO_SETTINGS,
        allowed: { sound: true, desktop: true },
      },
      reading: { sessions: [shown.session], now: NOON, isLowerBound: false, sentAt: 0 },
      lookedAt: 0,
      ...change,
    },
    null,
  );
}

const accepted = (owner: typeof ana, change = {}) => session({ status: "accepted", owner, ...change });
const waitedLong = { oldestUnreadAt: NOON - 16 * MINUTE };
const nothingUnread = { unread: 0, oldestUnreadAt: NOON, newestUnreadAt: NOON };
const dismissed = { dismissal: { upTo: NOON, count: 1 } };

it.each([
  ["a new one", session(), {}, ["accept", "dismiss", "block"], "notAccepted"],
  ["a new one that they have dismissed", session(dismissed), {}, [], "notAccepted"],
  ["their own", accepted(ben), {}, ["give", "close"], null],
  ["a colleague's who answers in time", accepted(ana), {}, [], "notMine"],
  ["a colleague's whose customer has waited too long", accepted(ana, waitedLong), {}, ["assign"], "notMine"],
  ["a colleague's in which everything is read", accepted(ana, nothingUnread), {}, [], "notMine"],
  ["a team's", accepted(frontDesk), {}, ["assign"], "notMine"],
  ["a colleague's who has left", accepted({ ...ana, isDisabled: true }), {}, ["assign"], "notMine"],
  ["their own that is closed", accepted(ben, nothingUnread), { isActive: false }, [], "closed"],
  ["a team's that is closed and read", accepted(frontDesk, nothingUnread), { isActive: false }, [], "notMine"],
  ["their own, with a blocked number", accepted(ben), { isBlocked: true }, ["unblock", "close"], "blocked"],
  ["a new one with a blocked number", session(), { isBlocked: true }, ["unblock"], "blocked"],
  ["their own whose customer has opted out", accepted(ben, { isOptedOut: true }), {}, ["give", "close"], "optedOut"],
] as const)("offers in %s what the rules offer, and says why it cannot be answered", (_, shown, change, actions, closedBecause) => {
  const snapshot = seenByBen(head({ session: shown, ...change }));
  expect([snapshot.actions, snapshot.closedBecause]).toEqual([actions, closedBecause]);
});

it("offers neither Block nor Unblock to those who may not block", () => {
  expect(seenByBen(head(), {}, false).actions).toEqual(["accept", "dismiss"]);
  expect(seenByBen(head({ isBlocked: true }), {}, false).actions).toEqual([]);
});

it("offers an administrator to give away what is not theirs, unless it is closed or its number blocked", () => {
  const seenByAdministrator = (shown: Parameters<typeof seenByBen>[0]) => seenByBen(shown, {}, true, true).actions;
  expect(seenByAdministrator(head({ session: accepted(ana) }))).toEqual(["give"]);
  expect(seenByAdministrator(head({ session: session() }))).toContain("give");
  // A later version wrote it, and knows why.
  expect(seenByAdministrator(head({ session: session({ status: "unknown" }) }))).toEqual([]);
  expect(seenByAdministrator(head({ session: accepted(ana), isBlocked: true }))).not.toContain("give");
  expect(seenByAdministrator(head({ session: accepted(ana, nothingUnread), isActive: false }))).toEqual([]);
});

it("shows what happened since the oldest text that is loaded, and that the customer has opted out, in their order", () => {
  const events = [sessionEvent({ id: "late", at: NOON }), sessionEvent({ id: "early", at: NOON - 60 * MINUTE })];
  const shown = head({ optedOutOn: NOON - 2 * MINUTE });
  const messages = [message({ at: NOON - 5 * MINUTE })];
  const idsOf = (change: Partial<ThreadState>) => seenByBen(shown, { events, messages, ...change }).events.map(({ id }) => id);
  expect(idsOf({ older: { receivedOn: 0, known: [] } })).toEqual(["optedOut", "late"]);
  expect(idsOf({})).toEqual(["early", "optedOut", "late"]);
});

it("keeps what has not changed, object by object", () => {
  const state: ThreadState = { ...INITIAL_THREAD, head: head(), messages: [message()] };
  const first = projectThread(state, null);
  expect(projectThread({ ...state }, first)).toBe(first);
  const next = projectThread({ ...state, doing: "close" }, first);
  expect([next.messages === first.messages, next.head === first.head, next === first]).toEqual([true, true, false]);
});
