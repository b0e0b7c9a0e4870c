/** What the giver is told: of what was given, what was not, and what was taken back. */
import { RequestFailed } from "../../../shared/domain/failure";
import { takeReports } from "../inbox/laboratory";
import { ben, frontDesk } from "../sessions";
import { janes, setUpGifts as setUp } from "./giftServer";

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

it("tells that it is the giver who may not give it, where their own roles do not let them", async () => {
  const { give, forbid, trouble, owner } = setUp({ give: new RequestFailed("denied") });
  forbid();
  expect(await give()).toBe(false);
  expect([trouble(), owner()]).toEqual([{ kind: "failed", why: "denied" }, "Ana Ruiz"]);
});

it("blames nobody for a refusal where the server does not say whose it is", async () => {
  const { give, trouble } = setUp({ give: new RequestFailed("denied"), mayGive: new RequestFailed("throttled") });
  expect(await give()).toBe(false);
  expect(trouble()).toEqual({ kind: "failed", why: "throttled" });
});

it("knows that nobody would be notified where the customer has written nothing", async () => {
  const { gifts, write } = setUp();
  expect(await gifts.isSilent({ ...janes, unread: 0 })).toBe(true);
  expect(await gifts.isSilent({ ...janes, unread: 1 })).toBe(false);
  write();
  expect(await gifts.isSilent({ ...janes, unread: 0 })).toBe(false);
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

it("finds whom to give it to by the words of their names", async () => {
  const { gifts } = setUp();
  expect((await gifts.findReceivers("desk")).items).toEqual([frontDesk]);
});

it("goes when the agent closes it, before its time, and the ten seconds begin anew where the agent has left it", async () => {
  const { give, gifts, notice, world } = setUp();
  await give();
  gifts.hold(true);
  await world.advance(9_999);
  gifts.hold(false);
  await world.advance(9_999);
  expect(notice()).toMatchObject({ kind: "given" });
  gifts.closeNotice();
  expect(notice()).toBeNull();
});

it("goes by itself no more where the conversation is not shown any longer", async () => {
  const { give, gifts, notice, world } = setUp();
  await give();
  gifts.destroy();
  gifts.hold(false);
  await world.advance(60_000);
  expect(notice()).toMatchObject({ kind: "given" });
});

it("gives once where the agent presses twice", async () => {
  const { give, changes } = setUp();
  expect(await Promise.all([give(), give()])).toEqual([true, false]);
  expect(changes()).toBe(1);
});

it("has nothing to take back before anything was given", async () => {
  const { gifts, notice, changes } = setUp();
  await gifts.undo();
  expect([notice(), changes()]).toEqual([null, 0]);
});

it("writes nothing where the server does not say whose the conversation is", async () => {
  const { give, trouble, owner } = setUp({ readSession: new RequestFailed("throttled") });
  expect(await give()).toBe(false);
  expect([trouble(), owner()]).toEqual([{ kind: "failed", why: "throttled" }, "Ana Ruiz"]);
});

it("tells why the write failed, not why it could not be looked into", async () => {
  const one = setUp();
  Object.defineProperty(one.refuse, "give", {
    get() {
      // From now on the server does not answer who reads, either.
      one.refuse.readSession = new RequestFailed("throttled");
      return new RequestFailed("failed");
    },
  });
  expect(await one.give()).toBe(false);
  expect(one.trouble()).toEqual({ kind: "failed", why: "failed" });
});
