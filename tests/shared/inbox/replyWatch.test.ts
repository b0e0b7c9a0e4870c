/** A customer who writes back to a quick answer is not kept waiting for the interval. */
import { isBeyond, markOf } from "../../../shared/domain/unread";
import type { InboxSession } from "../../../shared/domain/session";
import { ben, NOON, session } from "../sessions";
import { createWorld } from "./laboratory";
import { openTab } from "./openTab";
import { createServer } from "./server";

const own = session({ status: "accepted", owner: ben, unread: 1 });

/** Two tabs; in the first one the conversation has just been answered, and its text is read. */
async function answer(refreshInterval: number | null = 60_000) {
  const world = createWorld();
  const server = createServer(own);
  server.configuration = { ...server.configuration, refreshInterval };
  const [one, two] = [await openTab(server, world), await openTab(server, world)];
  await world.advance(3_000);
  server.sessions.delete(own.id);
  one.inbox.getActions()?.answered(own, markOf(own));
  await world.settle();
  server.calls.length = 0;
  /** The customer has written back. */
  const write = (reply: Partial<InboxSession> = {}) =>
    server.sessions.set(own.id, { ...own, oldestUnreadAt: NOON + 6_500, newestUnreadAt: NOON + 6_500, ...reply });
  const asked = () => server.calls.filter((call) => call === "readInbox").length;
  return { world, server, one, two, write, asked, shown: () => [one.shown().length, two.shown().length] };
}

it("shows in every tab within a few seconds what comes 3.5 s after the answer", async () => {
  const { world, write, shown } = await answer();
  expect(shown()).toEqual([0, 0]);
  await world.advance(3_500);
  write();
  await world.advance(1_600);
  expect(shown()).toEqual([1, 1]);
});

it("shows it also where it cannot be told from what was answered: same time, same count", async () => {
  const { world, write, shown } = await answer();
  write(own);
  expect(isBeyond(own, markOf(own))).toBe(false);
  await world.advance(5_100);
  expect(shown()).toEqual([1, 1]);
});

it("has asked four times within a minute, and goes on at the usual pace", async () => {
  const { world, asked } = await answer();
  await world.advance(59_000);
  expect(asked()).toBe(4);
  await world.advance(45_000);
  expect(asked()).toBe(5);
});

it("begins anew with another answer: two answers do not cost twice as much", async () => {
  const { world, one, asked } = await answer();
  await world.advance(4_000);
  one.inbox.getActions()?.answered(own, markOf(own));
  await world.settle();
  await world.advance(40_000);
  expect(asked()).toBe(5);
});

it.each([
  ["where the administrator wants no questions that nobody asked", null, 0],
  ["besides the interval where that is as short", 5_000, 1],
])("asks nothing %s", async (_, interval, expected) => {
  const { world, asked } = await answer(interval);
  await world.advance(5_900);
  expect(asked()).toBe(expected);
});

it("asks nothing in a hidden tab, and leaves no timer behind", async () => {
  const { world, one, two, asked } = await answer();
  two.inbox.destroy();
  one.tab.hide();
  await world.advance(6_000);
  expect(asked()).toBe(0);
  one.inbox.destroy();
  expect(one.tab.pendingTimers()).toBe(0);
});
