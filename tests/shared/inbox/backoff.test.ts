/** After a failure: when the inbox asks again, and what the agent sees meanwhile. */
import { RequestFailed } from "../../../shared/domain/failure";
import type { FailureKind } from "../../../shared/domain/failure";
import { createRefresher } from "../../../shared/inbox/refresher";
import { NOON } from "../sessions";
import { createWorld } from "./laboratory";
import { jane, openTab, setUp } from "./openTab";
import { createServer } from "./server";

/** A refresher without background refreshes, and when it asked; `fail` makes the next requests fail. */
function start(failure: RequestFailed, jitter = 0.5) {
  const world = createWorld();
  const tab = world.tab();
  tab.random = () => jitter;
  const asked: number[] = [];
  let failWith: RequestFailed | null = failure;
  const refresher = createRefresher({
    browser: tab,
    interval: () => null,
    alertsWhileHidden: () => false,
    lastReadingAt: () => null,
    run: () => {
      asked.push(tab.now());
      return failWith ? Promise.reject(failWith) : Promise.resolve();
    },
  });
  refresher.request("launch");
  const waits = () => asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
  return { world, tab, refresher, asked, waits, fail: (next: RequestFailed | null) => (failWith = next) };
}

it.each([0, 0.25, 0.999])(
  "spreads its tries over half of each wait, each four times as long as the one before, a minute at most, without end: jitter %d",
  async (jitter) => {
    const { world, waits } = start(new RequestFailed("failed"), jitter);
    await world.advance(4 * 3_600_000);
    expect(waits().length).toBeGreaterThan(30);
    waits().forEach((wait, at) => expect(wait).toBe(Math.ceil(Math.min(2_000 * 4 ** at, 60_000) * (0.5 + jitter / 2)) + 1));
  },
);

it("backs off after a 429 that does not say how long, and asks nothing before, not even for the agent", async () => {
  const { world, refresher, asked } = start(new RequestFailed("throttled"), 0.5);
  await world.advance(1_000);
  refresher.request("retry");
  refresher.request("action");
  await world.advance(499);
  expect(asked).toEqual([0]);
  // Then a moment of its own, which others need who were refused at the same time.
  await world.advance(16_500);
  expect(asked).toHaveLength(2);
});

it("waits for half an hour where Retry-After says so, and a moment of its own, and begins anew after a success", async () => {
  const { world, refresher, asked, fail } = start(new RequestFailed("throttled", { retryAfter: 1_800_000 }));
  await world.advance(1_799_999);
  expect(asked).toEqual([0]);
  fail(null);
  await world.advance(3_600_000);
  expect(asked).toEqual([0, 1_815_001]);
  fail(new RequestFailed("failed"));
  const from = world.now();
  refresher.request("launch");
  await world.advance(1_501);
  expect(asked.slice(2)).toEqual([from, from + 1_501]);
});

it.each(["denied", "gone"] as const)(
  "does not ask again by itself after '%s', also when the tab comes back: the next page may",
  async (kind) => {
    const { world, tab, refresher, asked } = start(new RequestFailed(kind));
    await world.advance(600_000);
    tab.hide();
    tab.show();
    await world.advance(600_000);
    expect(asked).toEqual([0]);
    refresher.request("page");
    expect(asked).toHaveLength(2);
  },
);

/** An inbox with a list, whose next refresh fails. */
async function failing(kind: FailureKind) {
  const tab = await setUp(jane);
  await tab.world.advance(3_000);
  tab.server.before = (call) => {
    if (call === "readInbox") throw new RequestFailed(kind);
  };
  tab.inbox.navigated("history");
  await tab.world.settle();
  return tab;
}

it.each([
  ["401", "signin", "signin"],
  ["429", "throttled", "throttled"],
  ["a request without an answer, though the browser has a network,", "offline", "unreachable"],
  ["5xx", "failed", "failed"],
  ["412, which no reading should get", "stale", "failed"],
] as const)("keeps the last list after %s, and says how old it is", async (_, kind, problem) => {
  const { inbox, unread, shown } = await failing(kind);
  expect(inbox.getSnapshot()).toMatchObject({ phase: "ready", isLoading: false, problem: { kind: problem, asOf: NOON } });
  expect([unread(), shown()]).toEqual([2, [jane.phoneNumber]]);
});

it("says that the browser has no network, rather than that the server does not answer", async () => {
  const tab = await setUp(jane);
  await tab.world.advance(3_000);
  tab.tab.goOffline();
  tab.server.before = () => {
    throw new RequestFailed("offline");
  };
  tab.inbox.navigated("history");
  await tab.world.settle();
  expect(tab.inbox.getSnapshot()).toMatchObject({ problem: { kind: "offline" } });
});

it("asks seldom while the session has ended, at least twice a minute, and no more often however long it lasts", async () => {
  const { world, asked } = start(new RequestFailed("signin"));
  await world.advance(600_000);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.length).toBeLessThan(42);
});

it("is back by itself within half a minute after somebody has signed in again, and at once when they come back to the tab", async () => {
  const tab = await failing("signin");
  await tab.world.advance(300_000);
  expect(tab.inbox.getSnapshot().problem).toMatchObject({ kind: "signin", asOf: NOON });
  tab.server.before = () => undefined;
  await tab.world.advance(30_000);
  expect([tab.inbox.getSnapshot().problem, tab.unread()]).toEqual([null, 2]);

  const another = await failing("signin");
  another.tab.hide();
  another.server.before = () => undefined;
  another.tab.show();
  await another.world.settle();
  expect(another.inbox.getSnapshot().problem).toBeNull();
});

it("says that it can be tried again, and no more that the agent has been signed out, once they are signed in again", async () => {
  const tab = await setUp(jane);
  tab.server.before = () => {
    throw new RequestFailed("signin");
  };
  await tab.inbox.perform("dismiss", jane.id);
  await tab.world.settle();
  expect(tab.notices()).toMatchObject([{ kind: "signin" }]);
  tab.server.before = () => undefined;
  await tab.world.advance(30_000);
  expect([tab.notices(), tab.inbox.getSnapshot().problem]).toMatchObject([[{ kind: "failed" }], null]);
});

it("is there on the next page once the user was given a role", async () => {
  const world = createWorld();
  const server = createServer(jane);
  server.mayUse = false;
  const { inbox, unread } = await openTab(server, world);
  expect(inbox.getSnapshot().phase).toBe("hidden");
  server.mayUse = true;
  await world.advance(3_000);
  inbox.navigated("history");
  await world.settle();
  expect([inbox.getSnapshot().phase, unread()]).toEqual(["ready", 2]);
});

it.each(["denied", "gone"] as const)("hides quietly after '%s', and is there again when the server takes the user back", async (kind) => {
  const { inbox, server, world, unread } = await failing(kind);
  expect(inbox.getSnapshot()).toMatchObject({ phase: "hidden", problem: null });
  server.before = () => undefined;
  await world.advance(3_000);
  inbox.navigated("history");
  await world.settle();
  expect([inbox.getSnapshot().phase, unread()]).toEqual(["ready", 2]);
});

it("leaves the server alone as long as it asks, also when the agent acts while the request is in flight that is refused", async () => {
  const { inbox, server, world } = await setUp(jane);
  await world.advance(3_000);
  server.after = async (call) => {
    if (call !== "readInbox") return;
    await new Promise<void>((resolve) => world.after(100, resolve));
    throw new RequestFailed("throttled", { retryAfter: 60_000 });
  };
  inbox.navigated("history");
  await world.settle();
  await inbox.perform("dismiss", jane.id);
  server.calls.length = 0;
  await world.advance(200);
  server.after = () => undefined;
  await world.advance(59_000);
  expect(server.calls).toEqual([]);
  await world.advance(17_000);
  expect(server.calls).toContain("readInbox");
});
