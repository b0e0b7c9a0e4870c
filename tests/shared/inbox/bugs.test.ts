/** A bug in the product is no failed request: it is reported, and what the agent sees stays true. */
import { RequestFailed } from "../../../shared/domain/failure";
import type { InboxReading } from "../../../shared/inbox/ports";
import { ben } from "../sessions";
import { createWorld, takeReports } from "./laboratory";
import { jane, omar, openTab, setUp } from "./openTab";
import { createServer } from "./server";
import type { Call } from "./server";

const bug = new TypeError("Cannot read properties of undefined");

/** From now on the code behind this call has a bug. */
const breakAt = (server: { before: (call: Call) => void }, broken: Call) => {
  server.before = (call) => {
    if (call === broken) throw bug;
  };
};

it("has no problem to tell, and nothing to report, after an ordinary first load", async () => {
  const { inbox } = await setUp(jane, omar);
  expect(inbox.getSnapshot()).toMatchObject({ phase: "ready", problem: null, isLoading: false });
  expect(takeReports()).toEqual([]);
});

it("reports a bug in a refresh, and leaves the last good screen as it was", async () => {
  const { inbox, server, world } = await setUp(jane);
  await world.advance(3_000);
  const before = inbox.getSnapshot();
  breakAt(server, "readInbox");
  inbox.navigated("history");
  await world.settle();
  expect(takeReports()).toEqual([bug]);
  expect(inbox.getSnapshot()).toBe(before);
});

it("does not tell an agent of a server that fails when the first load has a bug", async () => {
  const server = createServer(jane);
  breakAt(server, "readInbox");
  const { inbox } = await openTab(server, createWorld());
  expect(takeReports()).toEqual([bug]);
  expect(inbox.getSnapshot()).toMatchObject({ phase: "loading", problem: null, isLoading: false });
});

it("reports a reading that it cannot work with", async () => {
  const { inbox, server, world } = await setUp(jane);
  await world.advance(3_000);
  server.sessions.set("broken", undefined as unknown as typeof jane);
  inbox.navigated("history");
  await world.settle();
  expect(takeReports()).toEqual([expect.any(TypeError)]);
});

it("asks again at the usual time after a bug, no sooner and no later", async () => {
  const { inbox, server, world } = await setUp(jane);
  await world.advance(3_000);
  breakAt(server, "readInbox");
  inbox.navigated("history");
  await world.settle();
  takeReports();
  server.before = () => undefined;
  server.calls.length = 0;
  await world.advance(59_000);
  expect(server.calls).toEqual([]);
  await world.advance(2_000);
  expect(server.calls).toEqual(["readInbox"]);
});

it("takes an action with a bug back, says that it was not done, and reports it", async () => {
  const { inbox, server, notices, unread, world } = await setUp(jane);
  breakAt(server, "writeDismissal");
  await inbox.perform("dismiss", jane.id);
  await world.settle();
  expect(takeReports()).toEqual([bug]);
  expect(notices()).toEqual([expect.objectContaining({ kind: "failed", subject: "Jane Doe" })]);
  expect(unread()).toBe(2);
});

it.each(["readSession", "claim"] as const)("does not take a bug in %s for a conversation that was won", async (broken) => {
  const { inbox, server, opened, notices, world } = await setUp(jane);
  breakAt(server, broken);
  await inbox.perform("accept", jane.id);
  await world.settle();
  expect(takeReports()).toEqual([bug]);
  expect(opened).toEqual([]);
  expect(notices()).toEqual([expect.objectContaining({ kind: "failed" })]);
});

it("reports a bug in opening the conversation, counts its messages again, and says that it did not open", async () => {
  const world = createWorld();
  const { inbox, notices, unread } = await openTab(createServer(jane), world, ben, () => Promise.reject(bug));
  await inbox.perform("accept", jane.id);
  await world.settle();
  expect(takeReports()).toEqual([bug]);
  // It was accepted all the same, and can be given back.
  expect(notices()).toMatchObject([{ kind: "accepted" }, { kind: "failed", subject: "Jane Doe" }]);
  expect(unread()).toBe(2);
});

it("does not take a bug in an unblock for a number that a colleague has unblocked", async () => {
  const { inbox, server, notices, world } = await setUp(jane);
  await inbox.perform("block", jane.id);
  server.blocked.clear();
  breakAt(server, "setBlocked");
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  expect(takeReports()).toEqual([bug]);
});

it("asks again after a minute when the very first load has a bug", async () => {
  const server = createServer(jane);
  breakAt(server, "readProfile");
  const world = createWorld();
  const { inbox } = await openTab(server, world);
  expect(takeReports()).toEqual([bug]);
  server.before = () => undefined;
  await world.advance(61_000);
  expect(inbox.getSnapshot()).toMatchObject({ phase: "ready", unread: 2 });
});

it("reports a bug in an undo, and goes on offering it", async () => {
  const { inbox, server, notices, world } = await setUp(jane);
  await inbox.perform("dismiss", jane.id);
  breakAt(server, "writeDismissal");
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  expect(takeReports()).toEqual([bug]);
  expect(notices()).toMatchObject([{ kind: "dismissed", canUndo: true }, { kind: "failed" }]);
});

it("keeps the last good screen when what was read cannot be shown, and heals by itself", async () => {
  const { inbox, server, world, unread } = await setUp(jane);
  const before = inbox.getSnapshot();
  await world.advance(3_000);
  server.sessions.set(jane.id, { ...jane, status: "accepted", owner: null as unknown as typeof jane.owner });
  inbox.navigated("history");
  await world.settle();
  expect(takeReports()).toEqual([expect.any(TypeError)]);
  expect(inbox.getSnapshot()).toBe(before);
  expect(inbox.getSnapshot()).toBe(before);
  expect(takeReports()).toEqual([]);
  server.sessions.set(jane.id, { ...jane, unread: 4 });
  await world.advance(3_000);
  inbox.navigated("history");
  await world.settle();
  expect(unread()).toBe(4);
});

it("reports a bug in the previews, and shows the notifications without them", async () => {
  const { inbox, server, world } = await setUp(jane);
  breakAt(server, "readPreviews");
  inbox.setPanelOpen(true);
  await world.settle();
  expect(takeReports()).toEqual([bug]);
  expect(inbox.getSnapshot().notifications).toMatchObject([{ preview: null }]);
});

it("reports no failed request: the screen says it", async () => {
  const { inbox, server, world } = await setUp(jane);
  await world.advance(3_000);
  server.before = () => {
    throw new RequestFailed("failed");
  };
  inbox.setPanelOpen(true);
  inbox.navigated("history");
  await world.settle();
  await inbox.perform("accept", jane.id);
  await inbox.perform("dismiss", jane.id);
  await world.settle();
  expect(takeReports()).toEqual([]);
  expect(inbox.getSnapshot().problem).toMatchObject({ kind: "failed" });
});

it("does not take over what another tab of a user says without a list of sessions", async () => {
  const { inbox, world, tab } = await setUp(jane);
  const reading = { now: 0, sentAt: tab.now(), isLowerBound: false } as InboxReading;
  expect(() => world.tab(ben.id).channel.post({ type: "reading", reading })).toThrow(TypeError);
  expect(inbox.getSnapshot().unread).toBe(2);
});
