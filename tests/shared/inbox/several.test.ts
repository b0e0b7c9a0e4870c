/** One action on several notifications at once, in front of a server that refuses some of it. */
import { RequestFailed } from "../../../shared/domain/failure";
import type { InboxSession } from "../../../shared/domain/session";
import { ben, ana, session } from "../sessions";
import { setUp } from "./openTab";

const ids = (count: number) => Array.from({ length: count }, (_, at) => `50000000-0000-0000-0000-${String(at + 1).padStart(12, "0")}`);
const sessions = (count: number): InboxSession[] =>
  ids(count).map((id, at) => session({ id, contactNumberId: id.replace("5", "c"), contactName: `Customer ${at + 1}` }));

/** Ben's tab with so many new conversations. */
async function start(count: number) {
  const tab = await setUp(...sessions(count));
  const several = tab.inbox.getActions()?.several;
  if (!several) throw new Error("no actions");
  const begun: string[] = [];
  const run = (action: "accept" | "dismiss", which: readonly string[]) =>
    several.run(
      action,
      which,
      (number) => `${number} notifications`,
      (id) => begun.push(id),
    );
  const names = () => tab.inbox.getSnapshot().notifications.map(({ session: { contactName } }) => contactName);
  return {
    ...tab,
    several,
    begun,
    run,
    names,
    failures: () => [...several.getState().failures].map(([id, { why }]) => [Number(id.slice(-2)), why]),
  };
}

it("dismisses all of them, and tells of it once, with one Undo for all", async () => {
  const { run, inbox, notices, unread, world, begun } = await start(5);
  await run("dismiss", ids(4));
  expect(begun).toEqual(ids(4));
  expect(unread()).toBe(1);
  expect(notices()).toEqual([expect.objectContaining({ kind: "dismissedSeveral", subject: "4 notifications", canUndo: true })]);
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  expect([unread(), notices()]).toEqual([5, []]);
});

it("has no more than three requests under way at the same time", async () => {
  const { run, server, world } = await start(9);
  let [now, most] = [0, 0];
  server.before = async (call) => {
    if (call !== "writeDismissal") return;
    most = Math.max(most, (now += 1));
    await world.settle();
    now -= 1;
  };
  await run("dismiss", ids(9));
  expect(most).toBe(3);
});

it("accepts them without opening a conversation: they stay on the list, as the viewer's own", async () => {
  const { run, opened, inbox, world, notices, server } = await start(3);
  await run("accept", ids(2));
  await world.settle();
  expect(opened).toEqual([]);
  const lines = inbox.getSnapshot().notifications.map(({ session: { owner }, actions, pending }) => [owner.id, actions.join(), pending]);
  expect(lines.filter(([owner]) => owner === ben.id)).toEqual([
    [ben.id, "view", null],
    [ben.id, "view", null],
  ]);
  expect(notices()).toEqual([expect.objectContaining({ kind: "acceptedSeveral", subject: "2 notifications", canUndo: true })]);
  await inbox.undo(notices()[0]?.id ?? 0);
  expect([...server.sessions.values()].map(({ status }) => status)).toEqual(["new", "new", "new"]);
});

it("says of each that was not done why, leaves it as it was, and tries again only those", async () => {
  const { run, several, server, names, failures, world } = await start(4);
  const [, second = "", third = ""] = ids(4);
  server.sessions.set(second, { ...(server.sessions.get(second) as InboxSession), status: "accepted", owner: ana });
  server.before = (call) => {
    if (call === "claim" && server.calls.filter((made) => made === "claim").length === 2) throw new RequestFailed("denied");
  };
  await run("accept", ids(4));
  expect(several.getState().failures.get(second)).toEqual({ action: "accept", why: "taken", by: ana.name });
  expect(failures()).toContainEqual([3, "denied"]);
  server.before = () => undefined;
  await run("accept", [third]);
  await world.settle();
  expect(failures()).toEqual([[2, "taken"]]);
  expect(names()).toContain("Customer 3");
  expect(server.sessions.get(third)?.owner.id).toBe(ben.id);
});

it("waits as long as a busy server asks, all of them, and then goes on with what was refused", async () => {
  const { run, server, world, failures, unread } = await start(5);
  let refused = 0;
  server.before = (call) => {
    if (call !== "writeDismissal" || refused > 0) return;
    refused += 1;
    throw new RequestFailed("throttled", { retryAfter: 20_000 });
  };
  const done = run("dismiss", ids(5));
  await world.advance(19_000);
  // The two that were on their way beside it.
  expect(server.calls.filter((call) => call === "writeDismissal")).toHaveLength(3);
  await world.advance(1_500);
  await done;
  expect([failures(), unread()]).toEqual([[], 0]);
});

it("begins no other once it is cancelled, and takes back what waits for a busy server; what was done can be undone", async () => {
  const { run, server, several, world, failures, unread, notices, begun } = await start(6);
  server.before = (call) => {
    if (call === "writeDismissal" && server.calls.filter((made) => made === call).length > 2)
      throw new RequestFailed("throttled", { retryAfter: 60_000 });
  };
  const done = run("dismiss", ids(6));
  await world.settle();
  expect(several.getState().run).toMatchObject({ action: "dismiss", total: 6, ended: 2 });
  several.cancel();
  // So that whoever has more to do leaves that, too.
  expect(await done).toBe(false);
  await world.settle();
  expect(begun.length).toBeLessThan(6);
  expect([failures(), unread(), several.getState().run]).toEqual([[], 4, null]);
  expect(notices()).toEqual([expect.objectContaining({ subject: "2 notifications" })]);
});

it("sends nothing without a network, and says so of each", async () => {
  const { run, tab, server, failures } = await start(2);
  tab.goOffline();
  server.calls.length = 0;
  await run("dismiss", ids(2));
  expect(failures()).toEqual([
    [1, "notSent"],
    [2, "notSent"],
  ]);
  expect(server.calls).toEqual([]);
});

it("keeps Undo where a part of it did not work out, and undoes only the rest with the next press", async () => {
  const { run, inbox, server, notices, unread, world } = await start(3);
  await run("dismiss", ids(3));
  let left = 1;
  server.before = (call) => {
    if (call === "writeDismissal" && left-- > 0) throw new RequestFailed("failed");
  };
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  expect(unread()).toBe(2);
  expect(notices().map(({ kind, subject }) => [kind, subject])).toEqual([
    ["dismissedSeveral", "3 notifications"],
    ["failed", "3 notifications"],
  ]);
  server.calls.length = 0;
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  expect([unread(), server.calls.filter((call) => call === "writeDismissal").length]).toEqual([3, 1]);
});

it("keeps Undo for the others where one of them is restored in another way, and takes it away with the last one", async () => {
  const { run, inbox, notices, unread, server, tab, world } = await start(3);
  const [first = "", second = "", third = ""] = ids(3);
  await run("dismiss", ids(3));
  const restore = async (id: string) => {
    await server.gatewayOf(ben, tab).writeDismissal(id, null, "");
    inbox.changed(id);
    await world.settle();
  };
  await restore(first);
  expect(notices()).toHaveLength(1);
  server.calls.length = 0;
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  // Only what is still dismissed is written.
  expect([unread(), notices(), server.calls.filter((call) => call === "writeDismissal").length]).toEqual([3, [], 2]);
  await run("dismiss", [second, third]);
  await restore(second);
  await restore(third);
  expect([unread(), notices()]).toEqual([3, []]);
});

it("does nothing else while it is under way", async () => {
  const { run, begun } = await start(4);
  const first = run("dismiss", ids(2));
  await run("accept", ids(4).slice(2));
  await first;
  expect(begun).toEqual(ids(2));
});

it("goes on with an Undo where the agent cancels what they did next", async () => {
  const { run, several, inbox, server, notices, unread, world } = await start(6);
  await run("dismiss", ids(5));
  let answer = () => {};
  server.before = (call) => (call === "writeDismissal" ? new Promise<void>((resolve) => (answer = chained(answer, resolve))) : undefined);
  const undone = inbox.undo(notices()[0]?.id ?? 0);
  await world.settle();
  const next = run("dismiss", ids(6).slice(5));
  several.cancel();
  server.before = () => undefined;
  answer();
  await Promise.all([undone, next]);
  await world.settle();
  expect([unread(), [...server.sessions.values()].filter(({ dismissal }) => dismissal), notices()]).toEqual([6, [], []]);
});

const chained = (one: () => void, other: () => void) => () => {
  one();
  other();
};

it.each(["accept", "dismiss"] as const)("leaves no timer behind where the page goes in the middle of it: %s", async (action) => {
  const { run, inbox, server, tab, world } = await start(5);
  server.before = (call) => {
    if (call === "claim" || call === "writeDismissal") throw new RequestFailed("throttled", { retryAfter: 60_000 });
  };
  const waiting = run(action, ids(5));
  await world.settle();
  inbox.destroy();
  await waiting;
  expect(tab.pendingTimers()).toBe(0);
});

it("waits for no list where the page goes after it", async () => {
  const { run, inbox, server, tab, world } = await start(2);
  server.before = (call) => (call === "readInbox" ? new Promise<void>(() => undefined) : undefined);
  await run("accept", ids(2));
  await world.settle();
  inbox.destroy();
  expect(tab.pendingTimers()).toBe(0);
});
