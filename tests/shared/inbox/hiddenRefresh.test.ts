/** What a tab asks that nobody looks at, where the agent wants to be called. */
import { RequestFailed } from "../../../shared/domain/failure";
import type { Tab } from "./laboratory";
import { setUpRefresher } from "./setUpRefresher";

it("goes on asking while the tab is hidden where the agent wants to be called, a little after the tabs that are visible", async () => {
  const { refresher, asked, world, tab } = setUpRefresher({ alerts: true });
  refresher.request("launch");
  await world.advance(10_000);
  tab.hide();
  await world.advance(130_000);
  expect(asked).toEqual([0, 72_001, 134_002]);
});

it("goes on asking in a hidden tab after a failure, no sooner than at the next interval", async () => {
  const { refresher, asked, world, tab, fail } = setUpRefresher({ alerts: true });
  refresher.request("launch");
  await world.settle();
  tab.hide();
  fail(new RequestFailed("failed"));
  await world.advance(130_000);
  fail(null);
  await world.advance(70_000);
  expect(asked).toEqual([0, 62_001, 124_002, 186_003]);
});

it.each([
  ["the session has ended", { alerts: true }, () => undefined],
  ["the browser is offline", { alerts: true }, (tab: Tab) => tab.goOffline()],
  ["there is no interval", { alerts: true, interval: null }, () => undefined],
  ["the server has said that this user may not ask", { alerts: true }, () => undefined],
])("asks nothing in a hidden tab, alerts or not, while %s", async (why, options, prepare) => {
  const { refresher, asked, world, tab, fail } = setUpRefresher(options);
  if (why.includes("may not")) fail(new RequestFailed("denied"));
  if (why.includes("session")) fail(new RequestFailed("signin"));
  refresher.request("launch");
  await world.settle();
  tab.hide();
  prepare(tab);
  await world.advance(3_600_000);
  expect(asked).toEqual([0]);
});
