import { RequestFailed } from "../../../shared/domain/failure";
import { ana, ben, NOON, session } from "../sessions";
import { createWorld } from "./laboratory";
import { jane, omar, openTab, openTabNow, setUp } from "./openTab";
import { createServer } from "./server";

it("counts the unread messages of what it shows, the newest first", async () => {
  const { shown, unread } = await setUp(omar, jane, session({ id: "other", status: "accepted", owner: ana }));
  expect(shown()).toEqual([jane.phoneNumber, omar.phoneNumber]);
  expect(unread()).toBe(3);
});

it("shows no number before it knows the right one", () => {
  const { inbox } = openTabNow(createServer(jane), createWorld());
  expect(inbox.getSnapshot()).toMatchObject({ phase: "loading", unread: null });
});

it("asks the server once per navigation with the panel closed, twice with it open", async () => {
  const { inbox, server, world } = await setUp(jane, omar);
  await world.advance(5_000);
  server.calls.length = 0;
  inbox.navigated("history");
  await world.settle();
  expect(server.calls).toEqual(["readInbox"]);
  inbox.setPanelOpen(true);
  await world.advance(5_000);
  server.calls.length = 0;
  server.sessions.set(jane.id, { ...jane, newestUnreadAt: NOON });
  inbox.navigated("history");
  await world.settle();
  expect(server.calls).toEqual(["readInbox", "readPreviews"]);
  expect(inbox.getSnapshot().notifications[0]?.preview).toBe("text of 1");
});

it("opens the conversation that was accepted, and counts it no more at once", async () => {
  const { inbox, server, unread, opened, world } = await setUp(jane, omar);
  const done = inbox.perform("accept", jane.id);
  expect(unread()).toBe(1);
  await done;
  expect(opened).toEqual([jane.id]);
  expect(server.sessions.get(jane.id)?.owner).toEqual(ben);
  await world.settle();
});

it("keeps an accepted session off the list until its form has marked the messages read", async () => {
  const { inbox, server, shown, unread, world } = await setUp(jane, omar);
  await inbox.perform("accept", jane.id);
  await world.advance(2_500);
  inbox.navigated("history");
  await world.settle();
  expect(shown()).toEqual([omar.phoneNumber]);
  server.sessions.set(jane.id, { ...jane, status: "accepted", owner: ben, unread: 0 });
  await world.advance(60_000);
  expect(unread()).toBe(1);
});

it("believes the server again when the form has not marked the messages read in time", async () => {
  const { inbox, unread, world } = await setUp(jane);
  await inbox.perform("accept", jane.id);
  await world.advance(70_000);
  expect(unread()).toBe(2);
  expect(inbox.getSnapshot().notifications[0]?.actions).toEqual(["view"]);
});

it("asks by itself when the form has not marked the messages read in time, also without background refresh", async () => {
  const world = createWorld();
  const server = createServer(jane);
  server.configuration = { ...server.configuration, refreshInterval: null };
  const { inbox, unread } = await openTab(server, world);
  await inbox.perform("accept", jane.id);
  await world.advance(11_000);
  expect(unread()).toBe(2);
});

it("counts the messages again when the conversation did not open: the agent stayed on a page with unsaved changes", async () => {
  const world = createWorld();
  const tab = await openTab(createServer(jane), world, ben, () => Promise.resolve(false));
  await tab.inbox.perform("accept", jane.id);
  await world.settle();
  expect(tab.unread()).toBe(2);
});

it("believes a list that was asked for after the form had marked the messages read", async () => {
  const { inbox, server, unread, world, tab } = await setUp(jane);
  await inbox.perform("accept", jane.id);
  world.tab(ben.id).channel.post({ type: "read", sessionId: jane.id });
  await world.advance(2_500);
  server.sessions.set(jane.id, { ...jane, status: "accepted", owner: ben, unread: 1 });
  inbox.navigated("history");
  await world.settle();
  expect([unread(), tab.isOnline()]).toEqual([1, true]);
});

it("does not let an older answer that comes later replace a newer one", async () => {
  const { inbox, server, unread, world, tab } = await setUp(jane);
  const other = world.tab(ben.id);
  await world.advance(5_000);
  const [stale] = [{ ...(await server.gatewayOf(ben, other).readInbox()) }];
  await world.advance(1_000);
  server.sessions.set(jane.id, { ...jane, unread: 5, newestUnreadAt: NOON });
  inbox.navigated("history");
  await world.settle();
  other.channel.post({ type: "reading", reading: stale });
  expect([unread(), tab.now()]).toEqual([5, 6_000]);
});

it("goes on believing its own answers when another tab's clock is ahead", async () => {
  const { inbox, server, unread, world } = await setUp(jane);
  const other = world.tab(ben.id);
  const reading = await server.gatewayOf(ben, other).readInbox();
  other.channel.post({ type: "reading", reading: { ...reading, sentAt: reading.sentAt + 3_600_000 } });
  await world.advance(3_000);
  server.sessions.set(jane.id, { ...jane, unread: 5 });
  inbox.navigated("history");
  await world.settle();
  expect(unread()).toBe(5);
});

it("says that it changed when a session left the list while the agent was being asked", async () => {
  const { inbox, server, notices, world } = await setUp(jane);
  await world.advance(3_000);
  server.sessions.delete(jane.id);
  inbox.navigated("history");
  await world.settle();
  await inbox.perform("block", jane.id);
  expect(notices()).toEqual([expect.objectContaining({ kind: "changed", subject: "Jane Doe" })]);
});

it("shows a message that arrives while the conversation is opening", async () => {
  const { inbox, server, unread, world } = await setUp(jane);
  await inbox.perform("accept", jane.id);
  await world.advance(2_500);
  server.sessions.set(jane.id, { ...jane, status: "accepted", owner: ben, unread: 3, newestUnreadAt: NOON });
  inbox.navigated("history");
  await world.settle();
  expect(unread()).toBe(3);
});

it("says who won when two agents accept at the same moment, and shows the list as it is", async () => {
  const world = createWorld();
  const server = createServer(jane);
  const anas = await openTab(server, world, ana);
  const bens = await openTab(server, world, ben);
  await Promise.all([anas.inbox.perform("accept", jane.id), bens.inbox.perform("accept", jane.id)]);
  await world.settle();
  const winner = server.sessions.get(jane.id)?.owner;
  const [loser, other] = winner?.id === ana.id ? [bens, anas] : [anas, bens];
  expect(loser.notices()).toEqual([expect.objectContaining({ kind: "taken", by: winner?.name, subject: "Jane Doe" })]);
  expect([loser.opened, loser.shown(), loser.unread()]).toEqual([[], [], 0]);
  expect([other.opened, other.notices().map(({ kind }) => kind)]).toEqual([[jane.id], ["accepted"]]);
});

it("does not let a refresh that was sent before an action undo it on the screen", async () => {
  const { inbox, server, unread, world } = await setUp(jane);
  await world.advance(5_000);
  let release = () => {};
  server.after = (call) => (call === "readInbox" ? new Promise<void>((resolve) => (release = resolve)) : undefined);
  inbox.navigated("history");
  await world.settle();
  server.after = () => undefined;
  await world.advance(10);
  await inbox.perform("dismiss", jane.id);
  release();
  await world.settle();
  expect(unread()).toBe(0);
});

it("keeps the last list when a refresh fails, and says so", async () => {
  const { inbox, server, unread, world } = await setUp(jane);
  await world.advance(3_000);
  server.before = () => {
    throw new RequestFailed("throttled", { retryAfter: 5_000 });
  };
  inbox.navigated("history");
  await world.settle();
  expect(inbox.getSnapshot().problem).toEqual({ kind: "throttled", asOf: NOON });
  expect(unread()).toBe(2);
});

it("is hidden for a user without a part in the product", async () => {
  const world = createWorld();
  const server = createServer(jane);
  server.mayUse = false;
  const { inbox } = await openTab(server, world);
  expect(inbox.getSnapshot().phase).toBe("hidden");
});

it("shows an action of one tab in the others", async () => {
  const world = createWorld();
  const server = createServer(jane, omar);
  const first = await openTab(server, world);
  const second = await openTab(server, world);
  const done = first.inbox.perform("dismiss", jane.id);
  expect(second.unread()).toBe(1);
  await done;
  await world.settle();
  expect([first.unread(), second.unread()]).toEqual([1, 1]);
});

it("shows a claim in the others as soon as it is won, and no sooner: it could have been lost", async () => {
  const world = createWorld();
  const server = createServer(jane);
  const first = await openTab(server, world);
  const second = await openTab(server, world);
  const done = first.inbox.perform("accept", jane.id);
  await Promise.resolve();
  expect(second.unread()).toBe(2);
  server.calls.length = 0;
  await done;
  await Promise.resolve();
  expect(second.unread()).toBe(0);
  expect(server.calls).not.toContain("readInbox");
});

it("counts the messages again in the others, too, when the conversation did not open", async () => {
  const world = createWorld();
  const server = createServer(jane);
  const first = await openTab(server, world, ben, () => Promise.resolve(false));
  const second = await openTab(server, world);
  await first.inbox.perform("accept", jane.id);
  await world.settle();
  expect(second.unread()).toBe(2);
});

it("shows in the others when the server refused what one tab did", async () => {
  const world = createWorld();
  const server = createServer(jane);
  const first = await openTab(server, world);
  const second = await openTab(server, world);
  server.before = (call) => {
    if (call === "writeDismissal") throw new RequestFailed("failed");
  };
  await world.advance(10);
  await first.inbox.perform("dismiss", jane.id);
  await world.advance(10);
  await world.settle();
  expect([first.unread(), second.unread()]).toEqual([2, 2]);
});

it("leaves nothing running after it is destroyed", async () => {
  const { inbox, tab, world } = await setUp(jane);
  await inbox.perform("dismiss", jane.id);
  inbox.destroy();
  await world.settle();
  expect([tab.pendingTimers(), tab.watchers()]).toEqual([0, 0]);
});
