/** The network comes back: everyone learns what has happened soon, and not all in the same second. */
import { RequestFailed } from "../../../shared/domain/failure";
import { setUpRefresher } from "./setUpRefresher";
import type { RefresherOptions } from "./setUpRefresher";

/** A tab that was without a network for ten minutes, and has one again now, at 610,000 ms. */
async function back(options: RefresherOptions = {}) {
  const one = setUpRefresher(options);
  one.refresher.request("launch");
  await one.world.advance(10_000);
  one.tab.goOffline();
  await one.world.advance(600_000);
  one.tab.goOnline();
  one.asked.length = 0;
  return one;
}

it("is used by each client at a moment of its own, within half a minute", async () => {
  const moments = [];
  for (const random of [0, 0.25, 0.5, 0.999]) {
    const { asked, world } = await back({ random });
    await world.advance(30_000);
    moments.push(...asked);
  }
  expect(moments).toEqual([610_001, 617_501, 625_001, 639_971]);
});

it("is used at once by an agent who opens a page or presses Retry, and then not once more", async () => {
  const { asked, world, refresher } = await back();
  await world.advance(500);
  refresher.navigated("history");
  await world.advance(50_000);
  expect(asked).toEqual([610_500]);
  const other = await back();
  other.refresher.request("retry");
  await other.world.advance(50_000);
  expect(other.asked).toEqual([610_000]);
});

it("costs one request for all the tabs of a browser, whichever is first", async () => {
  const { asked, world, hearReading } = await back({ random: 0.9 });
  await world.advance(1_000);
  hearReading();
  await world.advance(30_000);
  expect(asked).toEqual([]);
});

it("is used where there is no background refresh, too: what is shown is from before", async () => {
  const { asked, world } = await back({ interval: null });
  await world.advance(3_600_000);
  expect(asked).toEqual([625_001]);
});

it("is used by a hidden tab when the agent comes to it, with and without a background refresh", async () => {
  for (const interval of [60_000, null]) {
    const { asked, world, tab, refresher } = setUpRefresher({ interval });
    refresher.request("launch");
    await world.settle();
    tab.goOffline();
    tab.hide();
    await world.advance(10_000);
    tab.goOnline();
    await world.advance(60_000);
    expect(asked).toEqual([0]);
    tab.show();
    await world.settle();
    expect(asked).toEqual([0, 70_000]);
  }
});

it("does not make those ask sooner whose requests failed while it was away", async () => {
  const { asked, world, tab, refresher, fail } = setUpRefresher({ random: 0.9 });
  refresher.request("launch");
  await world.advance(10_000);
  tab.goOffline();
  fail(new RequestFailed("offline"));
  refresher.navigated("history");
  await world.advance(10_000);
  fail(null);
  tab.goOnline();
  await world.advance(30_000);
  expect(asked).toEqual([0, 10_000, 47_001]);
});

it("changes nothing for a user whose roles do not allow it: they wait for the next page", async () => {
  const { asked, world, tab, refresher, fail } = setUpRefresher();
  fail(new RequestFailed("denied"));
  refresher.request("launch");
  await world.settle();
  tab.goOffline();
  tab.goOnline();
  await world.advance(60_000);
  expect(asked).toEqual([0]);
});
