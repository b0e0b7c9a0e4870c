/** What the giver is told: of what was given, what was not, and what was taken back. */
import { RequestFailed } from "../../../shared/domain/failure";
import type { ClaimableSession } from "../../../shared/inbox/ports";
import { createGifts } from "../../../shared/thread/gifts";
import type { Gift, GiveGateway } from "../../../shared/thread/givePorts";
import { ana, ben, frontDesk, NOON, session } from "../sessions";
import { createWorld, takeReports } from "../inbox/laboratory";

const jane = session({ status: "accepted", owner: ana });

/** A server with one conversation of Ana's. */
function setUp(refuse: Partial<Record<"give" | "takeBack", RequestFailed | Error>> = {}) {
  const world = createWorld();
  const browser = world.tab(ana.id);
  let now: ClaimableSession = {
    etag: "1",
    status: "accepted",
    owner: ana,
    blocked: false,
    oldestUnreadAt: NOON - 1,
    now: NOON,
    isActive: true,
    acceptedOn: null,
    acceptedBy: "",
    given: null,
    changedBy: { id: ana.id, name: ana.name },
  };
  const check = (call: "give" | "takeBack") => {
    const failure = refuse[call];
    if (failure) throw failure;
  };
  const gateway: GiveGateway = {
    readSession: () => Promise.resolve(now),
    findReceivers: () => Promise.resolve({ items: [], hasMore: false }),
    readNewestText: () => Promise.resolve(null),
    hasUnsentAnswer: () => Promise.resolve(false),
    give(_, { to }: Gift) {
      return Promise.resolve().then(() => {
        check("give");
        now = { ...now, etag: "2", owner: { ...to, isDisabled: false } };
      });
    },
    takeBack(_, { before }: Gift) {
      return Promise.resolve().then(() => {
        check("takeBack");
        now = { ...before, etag: "3" };
      });
    },
  };
  let changes = 0;
  const gifts = createGifts({ userId: ana.id, gateway, browser, channel: browser.channel, onChanged: () => (changes += 1) });
  return {
    world,
    gifts,
    refuse,
    owner: () => now.owner.name,
    changes: () => changes,
    give: () => gifts.give(jane, ben, ""),
    change: (more: Partial<ClaimableSession>) => (now = { ...now, ...more }),
    notice: () => gifts.getSnapshot().notice,
    trouble: () => gifts.getSnapshot().trouble,
  };
}

it("tells who has it now, with Undo for ten seconds", async () => {
  const { give, notice, world, changes } = setUp();
  expect(await give()).toBe(true);
  expect(notice()).toEqual({ kind: "given", name: "Ben Okafor", canUndo: true });
  expect(changes()).toBe(1);
  await world.advance(9_999);
  expect(notice()).not.toBeNull();
  await world.advance(1);
  expect(notice()).toBeNull();
});

it("takes it back by Undo, once", async () => {
  const { give, gifts, notice, owner, world } = setUp();
  await give();
  await Promise.all([gifts.undo(), gifts.undo()]);
  expect([owner(), notice()]).toEqual(["Ana Ruiz", { kind: "undone" }]);
  await world.advance(10_000);
  expect(notice()).toBeNull();
});

it("stays while the agent is at it", async () => {
  const { give, gifts, notice, world } = setUp();
  await give();
  gifts.hold(true);
  await world.advance(60_000);
  expect(notice()).toMatchObject({ kind: "given" });
});

it("tells that somebody else has it by now, and is settled", async () => {
  const { give, change, notice } = setUp();
  change({ owner: frontDesk });
  expect(await give()).toBe(true);
  expect(notice()).toEqual({ kind: "taken", name: "Front Desk" });
});

it("tells in the dialog that the receiver may not have it: another one can be chosen", async () => {
  const { give, gifts, trouble, owner } = setUp({ give: new RequestFailed("denied") });
  expect(await give()).toBe(false);
  expect([trouble(), owner()]).toEqual([{ kind: "refused", name: "Ben Okafor" }, "Ana Ruiz"]);
  gifts.closeTrouble();
  expect(trouble()).toBeNull();
});

it("tells in the dialog what failed, and can be tried again", async () => {
  const one = setUp({ give: new RequestFailed("throttled") });
  expect(await one.give()).toBe(false);
  expect(one.trouble()).toEqual({ kind: "failed", why: "throttled" });
  delete one.refuse.give;
  expect([await one.give(), one.trouble(), one.owner()]).toEqual([true, null, "Ben Okafor"]);
});

it("reports a bug, and does not take it for the server's no", async () => {
  const bug = new Error("a bug");
  const { give, trouble } = setUp({ give: bug });
  expect(await give()).toBe(false);
  expect([trouble(), takeReports()]).toEqual([{ kind: "failed", why: "failed" }, [bug]]);
});

it("tells who has changed it since, and leaves it theirs", async () => {
  const one = setUp();
  await one.give();
  one.change({ etag: "9", changedBy: { id: ben.id, name: ben.name } });
  one.refuse.takeBack = new RequestFailed("stale");
  await one.gifts.undo();
  expect([one.notice(), one.owner()]).toEqual([{ kind: "overtaken", name: "Ben Okafor" }, "Ben Okafor"]);
});

it("keeps Undo where taking back failed", async () => {
  const one = setUp({ takeBack: new RequestFailed("offline") });
  await one.give();
  await one.gifts.undo();
  expect(one.notice()).toMatchObject({ kind: "failed", canUndo: true });
  delete one.refuse.takeBack;
  await one.gifts.undo();
  expect(one.owner()).toBe("Ana Ruiz");
});
