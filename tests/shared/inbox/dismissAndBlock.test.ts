import { RequestFailed } from "../../../shared/domain/failure";
import { ana, ben, NOON, numberBlock, session } from "../sessions";
import { createWorld } from "./laboratory";
import { jane, omar, openTab, setUp } from "./openTab";
import { createServer } from "./server";

it("hides a dismissed session at once, for this viewer only", async () => {
  const world = createWorld();
  const server = createServer(jane);
  const bens = await openTab(server, world);
  const anas = await openTab(server, world, ana);
  const done = bens.inbox.perform("dismiss", jane.id);
  expect(bens.unread()).toBe(0);
  await done;
  await world.advance(3_000);
  anas.inbox.navigated("history");
  await world.settle();
  expect([bens.unread(), anas.unread()]).toEqual([0, 2]);
});

it("brings a dismissed session back with a new message, all its unread messages counted", async () => {
  const { inbox, server, unread, world } = await setUp(jane);
  await inbox.perform("dismiss", jane.id);
  await world.advance(3_000);
  server.sessions.set(jane.id, { ...jane, unread: 3, newestUnreadAt: NOON });
  inbox.navigated("history");
  await world.settle();
  expect(unread()).toBe(3);
});

it("undoes a dismissal within ten seconds, and leads to what came back", async () => {
  const { inbox, notices, unread, world } = await setUp(jane);
  await inbox.perform("dismiss", jane.id);
  expect(notices()).toEqual([expect.objectContaining({ kind: "dismissed", canUndo: true })]);
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  expect([unread(), notices(), inbox.getSnapshot().leadTo]).toEqual([2, [], jane.id]);
});

it("offers Undo for ten seconds, then no more", async () => {
  const { inbox, notices, world } = await setUp(jane);
  await inbox.perform("dismiss", jane.id);
  await world.advance(9_999);
  expect(notices()).toHaveLength(1);
  await world.advance(1);
  expect(notices()).toEqual([]);
});

it("does not take Undo away while the agent is at it", async () => {
  const { inbox, notices, world } = await setUp(jane);
  await inbox.perform("dismiss", jane.id);
  const id = notices()[0]?.id ?? 0;
  inbox.holdNotice(id, true);
  await world.advance(60_000);
  expect(notices()).toHaveLength(1);
  inbox.holdNotice(id, false);
  await world.advance(10_000);
  expect(notices()).toEqual([]);
  inbox.holdNotice(id, false);
  await world.advance(60_000);
  expect(notices()).toEqual([]);
});

it("takes every session of a blocked number away, and gives them back on undo", async () => {
  const second = session({ id: omar.id, businessNumber: "+15550998" });
  const { inbox, notices, unread, world } = await setUp(jane, second);
  await inbox.perform("block", jane.id);
  expect(unread()).toBe(0);
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  expect(unread()).toBe(3);
});

it("blocks for as long as the agent said, by the server's clock, and notes why", async () => {
  const { inbox, server, unread, world } = await setUp(jane);
  await inbox.perform("block", jane.id, { reason: "Advertising", length: 3_600_000 });
  const { now } = server;
  expect([...server.blocked.values()]).toEqual([{ on: now, by: ben.id, reason: "Advertising", until: now + 3_600_000 }]);
  await world.settle();
  expect(unread()).toBe(0);
  server.now += 3_600_000;
  await world.advance(120_000);
  expect(unread()).toBe(2);
});

it("blocks until somebody unblocks, where the agent said nothing", async () => {
  const { inbox, server } = await setUp(jane);
  await inbox.perform("block", jane.id);
  expect([...server.blocked.values()]).toEqual([expect.objectContaining({ reason: "", until: null })]);
});

it("blocks a number again whose block has ended, and undo brings that one back", async () => {
  const { inbox, server, notices, unread, world } = await setUp(jane);
  const ended = numberBlock({ reason: "Night", until: server.now - 1000 });
  server.blocked.set(jane.contactNumberId, ended);
  await inbox.perform("block", jane.id, { reason: "Day", length: null });
  expect(notices()).toEqual([expect.objectContaining({ kind: "blocked", canUndo: true })]);
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  expect([server.blocked.get(jane.contactNumberId), unread(), notices()]).toEqual([ended, 2, []]);
});

it("blocks no number whose conversation a colleague has accepted while the agent was being asked", async () => {
  const { inbox, server, notices, world } = await setUp(jane);
  await world.advance(3_000);
  server.sessions.set(jane.id, { ...jane, status: "accepted", owner: ana });
  inbox.navigated("history");
  await world.settle();
  await inbox.perform("block", jane.id);
  expect([...server.blocked.keys()]).toEqual([]);
  expect(notices()).toEqual([expect.objectContaining({ kind: "changed", subject: "Jane Doe" })]);
});

it("recognises a dismissal whose answer was lost as done, and offers Undo", async () => {
  const { inbox, server, unread, notices, world } = await setUp(jane);
  server.after = (call) => {
    if (call === "writeDismissal") throw new RequestFailed("offline");
  };
  await inbox.perform("dismiss", jane.id);
  await world.settle();
  expect([unread(), notices()]).toEqual([0, [expect.objectContaining({ kind: "dismissed", canUndo: true })]]);
});

it("says that a dismissal failed when the server could not be asked what became of it", async () => {
  const { inbox, server, notices, world } = await setUp(jane);
  server.before = () => {
    throw new RequestFailed("offline");
  };
  await inbox.perform("dismiss", jane.id);
  await world.settle();
  expect(notices()).toEqual([expect.objectContaining({ kind: "unreachable", canUndo: false })]);
});

it("offers no Undo for a number that somebody else has blocked meanwhile", async () => {
  const { inbox, server, notices } = await setUp(jane);
  server.blocked.set(jane.contactNumberId, numberBlock());
  await inbox.perform("block", jane.id);
  expect(notices()).toEqual([expect.objectContaining({ kind: "blocked", canUndo: false })]);
});

it("keeps Undo when undoing failed for a moment", async () => {
  const { inbox, server, notices, unread, world } = await setUp(jane);
  await inbox.perform("dismiss", jane.id);
  server.before = (call) => {
    if (call === "writeDismissal") throw new RequestFailed("offline");
  };
  const id = notices()[0]?.id ?? 0;
  await inbox.undo(id);
  expect(notices().map(({ kind, canUndo }) => [kind, canUndo])).toEqual([
    ["dismissed", true],
    ["unreachable", false],
  ]);
  server.before = () => undefined;
  await inbox.undo(id);
  await world.settle();
  expect(unread()).toBe(2);
});

it("recognises an undone block whose answer was lost as undone", async () => {
  const { inbox, server, notices, unread, world } = await setUp(jane);
  await inbox.perform("block", jane.id);
  server.after = (call) => {
    if (call === "setBlocked") throw new RequestFailed("offline");
  };
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  expect([unread(), notices()]).toEqual([2, []]);
});

it("does not unblock a number that somebody changed since", async () => {
  const { inbox, server, notices, world } = await setUp(jane);
  await inbox.perform("block", jane.id);
  server.touch(jane.contactNumberId);
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  expect(notices()).toEqual([expect.objectContaining({ kind: "changed" })]);
  expect([...server.blocked.keys()]).toEqual([jane.contactNumberId]);
});

it.each([
  ["denied", "denied"],
  ["gone", "gone"],
  ["failed", "failed"],
  ["offline", "unreachable"],
  ["signin", "signin"],
] as const)("gives the session back with the reason when the server says %s", async (kind, notice) => {
  const { inbox, server, notices, unread } = await setUp(jane);
  server.before = (call) => {
    if (call === "writeDismissal") throw new RequestFailed(kind);
  };
  await inbox.perform("dismiss", jane.id);
  expect(unread()).toBe(2);
  expect(notices()).toEqual([expect.objectContaining({ kind: notice, canUndo: false })]);
});

it("keeps the notice while an undo is being carried out, however long that takes and wherever the pointer goes", async () => {
  const { inbox, server, notices, world } = await setUp(jane);
  await inbox.perform("dismiss", jane.id);
  const id = notices()[0]?.id ?? 0;
  let answer = () => {};
  server.before = (call) => (call === "writeDismissal" ? new Promise<void>((resolve) => (answer = resolve)) : undefined);
  const undone = inbox.undo(id);
  inbox.holdNotice(id, false);
  await world.advance(30_000);
  expect(notices()).toMatchObject([{ id, canUndo: true }]);
  answer();
  await undone;
  expect(notices()).toEqual([]);
});
