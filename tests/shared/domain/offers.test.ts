import { offers } from "../../../shared/domain/offers";
import { ana, ben, circumstances, frontDesk, gatewayUser, MINUTE, NOON, session } from "../sessions";

const waiting = (minutes: number) => ({ oldestUnreadAt: NOON - minutes * MINUTE, newestUnreadAt: NOON - minutes * MINUTE });

describe("a new session", () => {
  it("offers Accept, Dismiss and Block to everyone, whoever owns the row", () => {
    expect(offers(session(), circumstances())).toEqual(["accept", "dismiss", "block"]);
    expect(offers(session({ owner: ben }), circumstances())).toEqual(["accept", "dismiss", "block"]);
    expect(offers(session({ owner: frontDesk }), circumstances())).toEqual(["accept", "dismiss", "block"]);
  });

  it("offers no Block to a user who may not write contact numbers", () => {
    expect(offers(session(), circumstances({ viewer: { userId: ben.id, mayBlock: false } }))).toEqual(["accept", "dismiss"]);
  });

  it("offers nothing to one who dismissed it, while no message has arrived since", () => {
    const dismissal = { upTo: NOON - MINUTE, count: 1 };
    expect(offers(session({ dismissal }), circumstances())).toEqual([]);
  });

  it("comes back to one who dismissed it when a newer message arrives", () => {
    const dismissal = { upTo: NOON - 2 * MINUTE, count: 1 };
    expect(offers(session({ dismissal, unread: 2 }), circumstances())).toEqual(["accept", "dismiss", "block"]);
  });

  it("comes back for a message of the very second that was dismissed", () => {
    const dismissal = { upTo: NOON - MINUTE, count: 1 };
    expect(offers(session({ dismissal, unread: 2 }), circumstances())).toEqual(["accept", "dismiss", "block"]);
  });

  it("comes back for an older message that the gateway delivered late", () => {
    const late = session({ dismissal: { upTo: NOON - MINUTE, count: 1 }, unread: 2, oldestUnreadAt: NOON - 5 * MINUTE });
    expect(offers(late, circumstances())).toContain("accept");
  });

  it("is never taken over, however long it waits", () => {
    expect(offers(session(waiting(600)), circumstances())).not.toContain("assign");
  });
});

describe("an accepted session", () => {
  it("offers View Message to its owner, however long it waits", () => {
    const mine = { status: "accepted", owner: ben } as const;
    expect(offers(session({ ...mine, ...waiting(1) }), circumstances())).toEqual(["view"]);
    expect(offers(session({ ...mine, ...waiting(600) }), circumstances())).toEqual(["view"]);
  });

  it("offers nothing to others while the owner answers in time", () => {
    expect(offers(session({ status: "accepted", owner: ana, ...waiting(14.9) }), circumstances())).toEqual([]);
  });

  it("offers Assign to Me to a teammate once the customer has waited for the idle timeout", () => {
    expect(offers(session({ status: "accepted", owner: ana, ...waiting(15) }), circumstances())).toEqual(["assign"]);
  });

  it("offers Assign to Me at once where its owner is disabled, also where takeover is off", () => {
    const left = session({ status: "accepted", owner: { ...ana, isDisabled: true }, ...waiting(0) });
    expect(offers(left, circumstances())).toEqual(["assign"]);
    expect(offers(left, circumstances({ idleTimeout: null }))).toEqual(["assign"]);
  });

  it("starts the clock at the oldest unread message: a customer who keeps writing is not left waiting", () => {
    const writing = session({ status: "accepted", owner: ana, unread: 9, oldestUnreadAt: NOON - 16 * MINUTE, newestUnreadAt: NOON });
    expect(offers(writing, circumstances())).toEqual(["assign"]);
  });

  it("gives who has just been given it the whole idle timeout, however long the customer has waited", () => {
    const given = { byId: ana.id, by: ana.name, at: NOON - 14 * MINUTE, note: "" };
    const late = session({ status: "accepted", owner: gatewayUser, ...waiting(600), given });
    expect(offers(late, circumstances())).toEqual([]);
    expect(offers(late, circumstances({ now: NOON + MINUTE }))).toEqual(["assign"]);
    expect(offers({ ...late, ...waiting(13) }, circumstances({ now: NOON + MINUTE }))).toEqual([]);
  });

  it("is never offered for takeover when the timeout is off", () => {
    const old = session({ status: "accepted", owner: ana, ...waiting(100_000) });
    expect(offers(old, circumstances({ idleTimeout: null }))).toEqual([]);
  });

  it("offers Assign to Me at once when a team owns it, even with takeover off", () => {
    const unmanned = session({ status: "accepted", owner: frontDesk, ...waiting(0) });
    expect(offers(unmanned, circumstances({ idleTimeout: null }))).toEqual(["assign"]);
  });

  it("is not hidden by a dismissal from the time when it was new", () => {
    const dismissal = { upTo: NOON, count: 99 };
    expect(offers(session({ status: "accepted", owner: ben, dismissal }), circumstances())).toEqual(["view"]);
  });

  it("is not idle because of a message from the future", () => {
    expect(offers(session({ status: "accepted", owner: ana, ...waiting(-60) }), circumstances())).toEqual([]);
  });
});

it("offers nothing on a status that a later version wrote", () => {
  expect(offers(session({ status: "unknown", owner: ben }), circumstances())).toEqual([]);
});
