import { RequestFailed } from "../../../shared/domain/failure";
import { setUpRefresher } from "./setUpRefresher";

it("asks once for the two signals of one navigation that come within two seconds", async () => {
  const { refresher, asked, world } = setUpRefresher();
  refresher.request("launch");
  await world.advance(5_000);
  refresher.navigated("history");
  await world.advance(1_500);
  refresher.navigated("form");
  await world.advance(10_000);
  expect(asked).toEqual([0, 5_000]);
});

it.each([
  ["once when the app rewrites its history after a navigation", "rewrite", [0, 5_000]],
  ["once more for another page, however soon it is opened after the first", "history", [0, 5_000, 7_000]],
] as const)("asks %s", async (_, signal, times) => {
  const { refresher, asked, world } = setUpRefresher();
  refresher.request("launch");
  await world.advance(5_000);
  refresher.navigated("history");
  await world.advance(50);
  refresher.navigated(signal);
  await world.advance(10_000);
  expect(asked).toEqual(times);
});

it("asks once more, two seconds later, for navigations that follow each other quickly", async () => {
  const { refresher, asked, world } = setUpRefresher();
  refresher.request("launch");
  await world.advance(5_000);
  for (const pause of [0, 500, 500, 500]) {
    await world.advance(pause);
    refresher.navigated("history");
  }
  await world.advance(10_000);
  expect(asked).toEqual([0, 5_000, 7_000]);
});

it("asks for a navigation right after the launch", async () => {
  const { refresher, asked, world } = setUpRefresher();
  refresher.request("launch");
  await world.advance(800);
  refresher.navigated("history");
  await world.advance(10_000);
  expect(asked).toEqual([0, 2_000]);
});

it("asks after what is in flight for news that it may have missed, here or in another tab", async () => {
  const { refresher, asked, world, holdAnswers } = setUpRefresher();
  const release = holdAnswers();
  refresher.request("launch");
  refresher.request("news");
  release();
  await world.advance(10);
  expect(asked).toEqual([0, 0]);
  let endOther = () => {};
  void world.tab().exclusively(() => new Promise((resolve) => (endOther = resolve)));
  refresher.request("news");
  await world.settle();
  endOther();
  await world.advance(1_000);
  expect(asked).toHaveLength(3);
});

it("shares a request that is in flight", async () => {
  const { refresher, asked, world, holdAnswers } = setUpRefresher();
  const release = holdAnswers();
  refresher.request("launch");
  await world.advance(5_000);
  refresher.navigated("history");
  refresher.request("retry");
  release();
  await world.settle();
  expect(asked).toEqual([0]);
});

it("asks once more after an action, when what is in flight may have been sent before it", async () => {
  const { refresher, asked, world, holdAnswers } = setUpRefresher();
  const release = holdAnswers();
  refresher.request("launch");
  refresher.request("action");
  release();
  await world.settle();
  expect(asked).toHaveLength(2);
});

it("refreshes in the background at the configured interval", async () => {
  const { refresher, asked, world } = setUpRefresher();
  refresher.request("launch");
  await world.advance(180_003);
  expect(asked).toEqual([0, 60_001, 120_002, 180_003]);
});

it.each([
  [0, 54_001],
  [0.999, 65_989],
])(
  "parts from clients that have asked at the same moment: no pause is like another, within a tenth of the interval (%d)",
  async (random, pause) => {
    const { refresher, asked, world } = setUpRefresher({ random });
    refresher.request("launch");
    await world.advance(2 * pause);
    expect(asked).toEqual([0, pause, 2 * pause]);
  },
);

it("never refreshes while staying on a page when the interval is 0", async () => {
  const { refresher, asked, world, tab } = setUpRefresher({ interval: null });
  refresher.request("launch");
  await world.advance(3_600_000);
  tab.hide();
  tab.show();
  await world.settle();
  expect(asked).toEqual([0]);
});

it("asks nothing while the tab is hidden, and at once when it is shown again", async () => {
  const { refresher, asked, world, tab } = setUpRefresher();
  refresher.request("launch");
  await world.advance(10_000);
  tab.hide();
  await world.advance(600_000);
  expect(asked).toEqual([0]);
  tab.show();
  await world.settle();
  expect(asked).toEqual([0, 610_000]);
});

it("leaves the background refresh to a tab that has just done it", async () => {
  const { refresher, asked, world, hearReading } = setUpRefresher();
  refresher.request("launch");
  await world.advance(30_000);
  hearReading();
  await world.advance(30_000);
  expect(asked).toEqual([0]);
});

it("does not wait for ever for a tab that was frozen in the middle of its request", async () => {
  const { refresher, asked, world, tab } = setUpRefresher();
  void tab.exclusively(() => new Promise(() => undefined));
  refresher.request("launch");
  await world.advance(200_000);
  expect(asked).toEqual([0, 120_002, 180_003]);
});

it.each(["throttled", "failed"] as const)("waits as long as Retry-After says, whatever happens meanwhile: %s", async (kind) => {
  const { refresher, asked, world, fail } = setUpRefresher({ random: 0 });
  fail(new RequestFailed(kind, { retryAfter: 20_000 }));
  refresher.request("launch");
  await world.advance(5_000);
  refresher.navigated("history");
  refresher.request("retry");
  fail(null);
  await world.advance(14_999);
  expect(asked).toEqual([0]);
  await world.advance(2);
  expect(asked).toEqual([0, 20_001]);
});

it("backs off after failures, never longer than a minute, and keeps trying", async () => {
  const { refresher, asked, world, fail } = setUpRefresher();
  fail(new RequestFailed("failed"));
  refresher.request("launch");
  await world.advance(3_600_000);
  const waits = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
  expect(waits.slice(0, 3)).toEqual([1_501, 6_001, 24_001]);
  expect(Math.max(...waits)).toBeLessThanOrEqual(60_000);
  expect(waits.length).toBeGreaterThan(10);
});

it("says so when a page is opened without a network, does not poll, and asks within half a minute when the network is back", async () => {
  const { refresher, asked, world, tab, fail } = setUpRefresher();
  refresher.request("launch");
  await world.advance(10_000);
  tab.goOffline();
  fail(new RequestFailed("offline"));
  refresher.navigated("history");
  await world.advance(120_000);
  expect(asked).toEqual([0, 10_000]);
  fail(null);
  tab.goOnline();
  await world.advance(30_000);
  expect(asked).toEqual([0, 10_000, 145_001]);
});

it("leaves no timer and no listener behind", async () => {
  const { refresher, world, tab, asked } = setUpRefresher();
  refresher.request("launch");
  await world.settle();
  refresher.destroy();
  refresher.navigated("history");
  await world.advance(600_000);
  expect([tab.pendingTimers(), tab.watchers(), asked.length]).toEqual([0, 0, 1]);
});
