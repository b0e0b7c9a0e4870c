/** Dismiss and Block whose answer was lost, or that somebody else did as well: what the agent is told is what became of it. */
import { RequestFailed } from "../../../shared/domain/failure";
import type { FailureKind } from "../../../shared/domain/failure";
import { ana, NOON, numberBlock } from "../sessions";
import { jane, openTab, setUp } from "./openTab";
import type { Server } from "./server";

/** The first call of this kind does not arrive. */
function loseFirst(server: Server, lost: "writeDismissal" | "setBlocked", kind: FailureKind): void {
  let isFirst = true;
  server.before = (call) => {
    if (call !== lost || !isFirst) return;
    isFirst = false;
    throw new RequestFailed(kind);
  };
}

/** A dismissal of an earlier message, and a newer message since. */
async function dismissedBefore() {
  const one = await setUp(jane);
  await one.inbox.perform("dismiss", jane.id);
  await one.world.advance(11_000);
  one.server.sessions.set(jane.id, { ...jane, unread: 3, newestUnreadAt: NOON });
  one.inbox.navigated("history");
  await one.world.settle();
  expect(one.unread()).toBe(3);
  return one;
}

it("does not take an earlier dismissal for the one that did not arrive", async () => {
  const { inbox, server, notices, unread, world } = await dismissedBefore();
  loseFirst(server, "writeDismissal", "offline");
  await inbox.perform("dismiss", jane.id);
  await world.settle();
  expect(notices()).toEqual([expect.objectContaining({ kind: "unreachable" })]);
  expect(unread()).toBe(3);
});

it("gives the earlier dismissal back on undo: only the newer message is news", async () => {
  const { inbox, server, notices, world, unread } = await dismissedBefore();
  await inbox.perform("dismiss", jane.id);
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  expect(unread()).toBe(3);
  server.sessions.set(jane.id, jane);
  await world.advance(3_000);
  inbox.navigated("history");
  await world.settle();
  expect(unread()).toBe(0);
});

it("keeps Undo while the server is being asked to undo, however long that takes", async () => {
  const { inbox, server, notices, world } = await setUp(jane);
  await inbox.perform("dismiss", jane.id);
  await world.advance(9_000);
  let fail: (why: RequestFailed) => void = () => {};
  server.before = (call) => (call === "writeDismissal" ? new Promise<void>((_, reject) => (fail = reject)) : undefined);
  const undone = inbox.undo(notices()[0]?.id ?? 0);
  await world.advance(20_000);
  fail(new RequestFailed("offline"));
  await undone;
  expect(notices().map(({ kind, canUndo }) => [kind, canUndo])).toEqual([
    ["dismissed", true],
    ["unreachable", false],
  ]);
});

it.each(["offline", "failed"] as const)("recognises a block as done where the answer was %s after the server had done it", async (kind) => {
  const { inbox, server, notices } = await setUp(jane);
  server.after = (call) => {
    if (call === "setBlocked") throw new RequestFailed(kind);
  };
  await inbox.perform("block", jane.id);
  expect(notices()).toEqual([expect.objectContaining({ kind: "blocked", canUndo: true })]);
});

it.each([
  ["offline", "unreachable"],
  ["failed", "failed"],
  // The list that is read after it says that the session has not ended.
  ["signin", "failed"],
] as const)("says that a block failed that did not arrive (%s), and writes no second time", async (kind, notice) => {
  const { inbox, server, notices, unread, world } = await setUp(jane);
  loseFirst(server, "setBlocked", kind);
  await inbox.perform("block", jane.id);
  await world.settle();
  expect([unread(), notices()]).toEqual([2, [expect.objectContaining({ kind: notice })]]);
  expect(server.calls.filter((call) => call === "setBlocked")).toHaveLength(1);
});

it("offers no Undo for a block that a colleague won while the agent's was on its way", async () => {
  const { inbox, server, world, notices } = await setUp(jane);
  const anas = server.gatewayOf(ana, world.tab(ana.id));
  let isFirst = true;
  server.before = async (call) => {
    if (call !== "setBlocked" || !isFirst) return;
    isFirst = false;
    await anas.setBlocked(jane.contactNumberId, numberBlock(), (await anas.readContactNumber(jane.contactNumberId)).etag);
  };
  await inbox.perform("block", jane.id);
  expect(notices()).toEqual([expect.objectContaining({ kind: "blocked", canUndo: false })]);
});

it("keeps what is under way here when another tab takes its own action on the same session back", async () => {
  const { inbox, server, unread, world } = await setUp(jane);
  let arrive = () => {};
  server.before = (call) => (call === "writeDismissal" ? new Promise<void>((resolve) => (arrive = resolve)) : undefined);
  const done = inbox.perform("dismiss", jane.id);
  const other = await openTab(server, world);
  other.tab.channel.post({ type: "takenBack", sessionId: jane.id });
  await world.settle();
  expect(unread()).toBe(0);
  arrive();
  await done;
  expect(unread()).toBe(0);
});
