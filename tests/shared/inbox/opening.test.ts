/** Whoever opens the panel wants to see what is there now. */
import { jane, omar, openTab, openTabNow, setUp } from "./openTab";
import { createWorld } from "./laboratory";
import { createServer } from "./server";

const asked = (calls: readonly string[]) => calls.filter((call) => call === "readInbox").length;

it("asks for the list when the panel is opened, long before the interval", async () => {
  const { inbox, server, world, shown } = await setUp(jane);
  await world.advance(17_000);
  server.sessions.set(omar.id, omar);
  inbox.setPanelOpen(true);
  await world.settle();
  expect(shown()).toEqual([jane.phoneNumber, omar.phoneNumber]);
});

it("asks where there is no background refresh, too: somebody looks", async () => {
  const world = createWorld();
  const server = createServer(jane);
  server.configuration = { ...server.configuration, refreshInterval: null };
  const { inbox, shown } = await openTab(server, world);
  await world.advance(17_000);
  server.sessions.set(omar.id, omar);
  inbox.setPanelOpen(true);
  await world.settle();
  expect(shown()).toHaveLength(2);
});

it("asks nothing for a panel that is opened within two seconds of a reading, is open already, or closes", async () => {
  const { inbox, server, world } = await setUp(jane);
  await world.advance(5_000);
  inbox.navigated("history");
  await world.advance(1_500);
  server.calls.length = 0;
  inbox.setPanelOpen(true);
  await world.advance(10_000);
  inbox.setPanelOpen(true);
  inbox.setPanelOpen(false);
  await world.settle();
  expect(asked(server.calls)).toBe(0);
});

it("does not ask twice where the first list is on its way", async () => {
  const world = createWorld();
  const server = createServer(jane);
  const { inbox } = openTabNow(server, world);
  inbox.setPanelOpen(true);
  await world.settle();
  expect(asked(server.calls)).toBe(1);
});

it("shows in all tabs what one of them has opened its panel for", async () => {
  const { server, world, inbox } = await setUp(jane);
  const other = await openTab(server, world);
  await world.advance(17_000);
  server.sessions.set(omar.id, omar);
  server.calls.length = 0;
  inbox.setPanelOpen(true);
  await world.settle();
  expect([asked(server.calls), other.shown().length]).toEqual([1, 2]);
});
