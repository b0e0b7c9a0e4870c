/** What is shown while somebody is at the list, and what waits. */
import * as fc from "fast-check";
import { stillRows } from "../../NotificationPanel/stillRows";
import type { Hold, StillRows, Truth } from "../../NotificationPanel/stillRows";
import type { Notification } from "../../shared/inbox/snapshot";
import { tries } from "../hostile";
import { buildNotification, buildNotifications } from "./fixtures";

const NOBODY: Hold = { isHeld: false, isScrolled: false };
const HELD: Hold = { isHeld: true, isScrolled: false };
const SCROLLED: Hold = { isHeld: false, isScrolled: true };
const START: StillRows = { view: "all", rows: [], waiting: 0 };

const five = buildNotifications(5);
const name = (at: number) => five[at]?.session.id ?? "";
const only = (...places: readonly number[]) => five.filter((_, at) => places.includes(at));

function truth(listed: readonly Notification[], others: Partial<Truth> = {}): Truth {
  return { view: "all", listed, all: listed, leadTo: null, isOwnDoing: () => false, hasBox: () => false, ...others };
}

/** The customers in their order; one that has gone in brackets. */
const told = ({ rows }: StillRows) =>
  rows.map(({ notification, isGone }) => {
    const { contactName } = notification.session;
    return isGone ? `(${contactName})` : contactName;
  });

const shown = (listed: readonly Notification[]) => stillRows(START, truth(listed), NOBODY);

describe("while nobody is at the list", () => {
  it("it shows what is true, in its order", () => {
    const before = shown(only(1, 2));
    expect(told(stillRows(before, truth([...only(3), ...only(2)]), NOBODY))).toEqual(["Contact 4", "Contact 3"]);
  });
});

describe("a row with an open box", () => {
  const hasBox = (id: string) => id === name(1);

  it.each([
    ["that the list has no more stays, first", only(0, 2), only(0, 2), ["(Contact 2)", "Contact 1", "Contact 3"]],
    ["that only the filter hides stays a card", only(2), only(0, 1, 2), ["Contact 2", "Contact 3"]],
    ["that is listed has its place", only(0, 1), only(0, 1), ["Contact 1", "Contact 2"]],
  ])("%s, when another list is wanted", (_, listed, all, expected) => {
    expect(told(stillRows(shown(only(0, 1, 2)), truth(listed, { all, hasBox, view: "other" }), HELD))).toEqual(expected);
  });

  it("stays when everybody has left", () => {
    for (const hold of [NOBODY, SCROLLED])
      expect(told(stillRows(shown(only(0, 1)), truth(only(0), { hasBox }), hold))).toContain("(Contact 2)");
  });
});

describe("while somebody is at the list", () => {
  it("rows keep their places, whatever the order is now", () => {
    const before = shown(only(0, 1, 2));
    const after = stillRows(before, truth([...only(2), ...only(0), ...only(1)]), HELD);
    expect(after).toBe(before);
  });

  it("a new conversation waits, and is shown when they have left", () => {
    const before = shown(only(1, 2));
    const held = stillRows(before, truth(only(0, 1, 2)), HELD);
    expect([told(held), held.waiting]).toEqual([["Contact 2", "Contact 3"], 1]);
    const after = stillRows(held, truth(only(0, 1, 2)), NOBODY);
    expect([told(after), after.waiting]).toEqual([["Contact 1", "Contact 2", "Contact 3"], 0]);
  });

  it("what has gone keeps its place as a line, also as the last one, and is a card again when it comes back", () => {
    const before = shown(only(0, 1));
    const gone = stillRows(before, truth([]), HELD);
    expect(told(gone)).toEqual(["(Contact 1)", "(Contact 2)"]);
    expect(told(stillRows(gone, truth(only(1)), HELD))).toEqual(["(Contact 1)", "Contact 2"]);
  });

  it("a card shows at its place what it offers now", () => {
    const before = shown(only(0, 1));
    const taken = { ...buildNotification(), ...five[1], actions: ["assign" as const] };
    const after = stillRows(before, truth([taken, ...only(0)]), HELD);
    expect(after.rows[1]?.notification.actions).toEqual(["assign"]);
    expect(after.rows[0]).toBe(before.rows[0]);
  });

  it("a row that the filter would leave out now stays a card: the agent is looking at it", () => {
    const after = stillRows(shown(only(0, 1)), truth(only(1), { all: only(0, 1) }), HELD);
    expect(told(after)).toEqual(["Contact 1", "Contact 2"]);
  });

  it("what the agent has done leaves a line where something stands below it, and none at the end", () => {
    const isOwnDoing = (id: string) => id === name(0) || id === name(2);
    const after = stillRows(shown(only(0, 1, 2)), truth(only(1), { isOwnDoing }), HELD);
    expect(told(after)).toEqual(["(Contact 1)", "Contact 2"]);
  });

  it("nothing leaves the end of a list that is scrolled: the rows above would come down", () => {
    const isOwnDoing = (id: string) => id === name(1);
    const after = stillRows(shown(only(0, 1)), truth(only(0), { isOwnDoing }), { isHeld: true, isScrolled: true });
    expect(told(after)).toEqual(["Contact 1", "(Contact 2)"]);
  });

  it("a list of which nothing is left is the list of now: there is nothing to be kept still", () => {
    const after = stillRows(shown(only(0)), truth(only(3), { isOwnDoing: () => true }), HELD);
    expect([told(after), after.waiting]).toEqual([["Contact 4"], 0]);
  });

  it("a conversation that the agent is led to is shown at the end, where nothing moves", () => {
    const after = stillRows(shown(only(1, 2)), truth(only(0, 1, 2, 3), { leadTo: name(0) }), HELD);
    expect([told(after), after.waiting]).toEqual([["Contact 2", "Contact 3", "Contact 1"], 1]);
  });

  it("what the agent has done comes back at the end where it is taken back, and does not wait", () => {
    const isOwnDoing = (id: string) => id === name(1);
    const after = stillRows(shown(only(0, 1)), truth(only(0), { isOwnDoing }), HELD);
    const back = stillRows(after, truth(only(1, 0), { isOwnDoing }), HELD);
    expect([told(back), back.waiting]).toEqual([["Contact 1", "Contact 2"], 0]);
  });

  it("another filter, order or search is shown at once: it is the agent's own wish", () => {
    const after = stillRows(shown(only(1, 2)), truth(only(0, 2), { view: "new" }), HELD);
    expect([told(after), after.waiting]).toEqual([["Contact 1", "Contact 3"], 0]);
  });
});

describe("while the list is scrolled and nobody is at it", () => {
  it("what is new waits, what stays keeps its order, what has gone leaves", () => {
    const held = stillRows(shown(only(1, 2, 3)), truth(only(1, 3)), HELD);
    expect(told(held)).toEqual(["Contact 2", "(Contact 3)", "Contact 4"]);
    const after = stillRows(held, truth([...only(0), ...only(3), ...only(1)]), SCROLLED);
    expect([told(after), after.waiting]).toEqual([["Contact 2", "Contact 4"], 1]);
  });
});

describe("whatever happens", () => {
  const many = buildNotifications(12);
  /** A list of some of them in any order, and who is at it. */
  const step = fc.record({ listed: fc.shuffledSubarray(many), isHeld: fc.boolean(), isScrolled: fc.boolean() });

  it("no customer changes their place while the list is held, nobody is shown twice, and everyone is shown or waits", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.func(fc.boolean()), (steps, isOwn) => {
        let before = START;
        for (const { listed, isHeld, isScrolled } of steps) {
          const now = truth(listed, { isOwnDoing: (id) => isOwn(id) });
          const after = stillRows(before, now, { isHeld, isScrolled });
          expect(stillRows(after, now, { isHeld, isScrolled })).toBe(after);
          const ids = after.rows.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          const cards = after.rows.filter(({ isGone }) => !isGone);
          expect(cards.length + after.waiting).toBe(listed.length);
          const stayed = before.rows.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
          // Only what the agent has done themselves can leave, and only at the end: every other row has its old place.
          if (isHeld && stayed.length > 0)
            expect(ids.slice(0, stayed.length)).toEqual(before.rows.slice(0, stayed.length).map(({ id }) => id));
          if (!isHeld && !isScrolled) expect(ids).toEqual(listed.map(({ session }) => session.id));
          before = after;
        }
      }),
      tries(400),
    );
  });

  it("ten thousand conversations take no longer than a frame or two", () => {
    const crowd = buildNotifications(10_000);
    const before = shown(crowd);
    const started = performance.now();
    const after = stillRows(before, truth([...crowd].reverse().slice(1)), HELD);
    expect(performance.now() - started).toBeLessThan(200);
    expect(after.rows).toHaveLength(10_000);
    expect(stillRows(after, truth([...crowd].slice(0, -1)), HELD)).toBe(after);
  });
});
