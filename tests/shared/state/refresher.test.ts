import { RequestFailed } from "../../../shared/state/ports";
import { createRefresher } from "../../../shared/state/refresher";
import { createWorld } from "./laboratory";

/** A refresher that counts its requests; `fail` makes the next ones fail. */
function setUp({ interval = 60_000 }: { interval?: number | null } = {}) {
  const world = createWorld();
  const tab = world.tab();
  const asked: number[] = [];
  let failWith: RequestFailed | null = null;
  let lastReadingAt: number | null = null;
  let answer: Promise<void> | null = null;
  const refresher = createRefresher({
    browser: tab,
    interval: () => interval,
    lastReadingAt: () => lastReadingAt,
    run: async () => {
      asked.push(tab.now());
      const sentAt = tab.now();
      if (answer) await answer;
      if (failWith) throw failWith;
      lastReadingAt = sentAt;
    },
  });
  return {
    world,
    tab,
    asked,
    refresher,
    fail: (failure: RequestFailed | null) => (failWith = failure),
    hearReading: () => (lastReadingAt = tab.now()),
    holdAnswers(): () => void {
      let release = () => {};
      answer = new Promise((resolve) => (release = resolve));
      return () => {
        answer = null;
        release();
      };
    },
  };
}

it("asks once for the signals of one navigation that come within two seconds", async () => {
  const { refresher, asked, world } = setUp();
  refresher.request("page");
  await world.advance(1_500);
  refresher.request("page");
  expect(asked).toEqual([0]);
});

it("asks again for the next navigation", async () => {
  const { refresher, asked, world } = setUp();
  refresher.request("page");
  await world.advance(2_000);
  refresher.request("page");
  expect(asked).toEqual([0, 2_000]);
});

it("shares a request that is in flight", async () => {
  const { refresher, asked, world, holdAnswers } = setUp();
  const release = holdAnswers();
  refresher.request("page");
  await world.advance(5_000);
  refresher.request("page");
  refresher.request("retry");
  release();
  await world.settle();
  expect(asked).toEqual([0]);
});

it("asks once more after an action, when what is in flight may have been sent before it", async () => {
  const { refresher, asked, world, holdAnswers } = setUp();
  const release = holdAnswers();
  refresher.request("page");
  refresher.request("action");
  release();
  await world.settle();
  expect(asked).toHaveLength(2);
});

it("refreshes in the background at the configured interval", async () => {
  const { refresher, asked, world } = setUp();
  refresher.request("page");
  await world.advance(180_000);
  expect(asked).toEqual([0, 60_000, 120_000, 180_000]);
});

it("never refreshes while staying on a page when the interval is 0", async () => {
  const { refresher, asked, world, tab } = setUp({ interval: null });
  refresher.request("page");
  await world.advance(3_600_000);
  tab.hide();
  tab.show();
  await world.settle();
  expect(asked).toEqual([0]);
});

it("asks nothing while the tab is hidden, and at once when it is shown again", async () => {
  const { refresher, asked, world, tab } = setUp();
  refresher.request("page");
  await world.advance(10_000);
  tab.hide();
  await world.advance(600_000);
  expect(asked).toEqual([0]);
  tab.show();
  await world.settle();
  expect(asked).toEqual([0, 610_000]);
});

it("leaves the background refresh to a tab that has just done it", async () => {
  const { refresher, asked, world, hearReading } = setUp();
  refresher.request("page");
  await world.advance(30_000);
  hearReading();
  await world.advance(30_000);
  expect(asked).toEqual([0]);
});

it("costs one request per interval for all the tabs of a browser", async () => {
  const world = createWorld();
  let requests = 0;
  let lastReadingAt: number | null = null;
  for (let count = 0; count < 3; count++) {
    const browser = world.tab();
    createRefresher({
      browser,
      interval: () => 60_000,
      lastReadingAt: () => lastReadingAt,
      run: () => {
        requests += 1;
        lastReadingAt = browser.now();
        return Promise.resolve();
      },
    }).request("page");
  }
  await world.settle();
  requests = 0;
  await world.advance(300_000);
  expect(requests).toBe(5);
});

it("waits as long as Retry-After says, whatever happens meanwhile", async () => {
  const { refresher, asked, world, fail } = setUp();
  fail(new RequestFailed("throttled", 20_000));
  refresher.request("page");
  await world.advance(5_000);
  refresher.request("page");
  refresher.request("retry");
  fail(null);
  await world.advance(14_999);
  expect(asked).toEqual([0]);
  await world.advance(1);
  expect(asked).toEqual([0, 20_000]);
});

it("backs off after failures, never longer than five minutes, and keeps trying", async () => {
  const { refresher, asked, world, fail } = setUp();
  fail(new RequestFailed("failed"));
  refresher.request("page");
  await world.advance(3_600_000);
  const waits = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
  expect(waits.slice(0, 3)).toEqual([1_500, 3_000, 6_000]);
  expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
  expect(waits.length).toBeGreaterThan(10);
});

it("does not ask again by itself after 401: the next page may", async () => {
  const { refresher, asked, world, fail } = setUp();
  fail(new RequestFailed("signin"));
  refresher.request("page");
  await world.advance(600_000);
  expect(asked).toEqual([0]);
  refresher.request("page");
  expect(asked).toHaveLength(2);
});

it("waits for the network when there is none, and asks at once when it is back", async () => {
  const { refresher, asked, world, tab } = setUp();
  refresher.request("page");
  await world.advance(10_000);
  tab.goOffline();
  refresher.request("page");
  await world.advance(120_000);
  expect(asked).toEqual([0]);
  tab.goOnline();
  await world.settle();
  expect(asked).toEqual([0, 130_000]);
});

it("leaves no timer and no listener behind", async () => {
  const { refresher, world, tab, asked } = setUp();
  refresher.request("page");
  await world.settle();
  refresher.destroy();
  refresher.request("page");
  await world.advance(600_000);
  expect([tab.pendingTimers(), tab.watchers(), asked.length]).toEqual([0, 0, 1]);
});
