/** Alerts for an agent who looks elsewhere: their tab is hidden, or another window is in front. */
import { ana } from "../sessions";
import { jane, omar, openTab } from "./openTab";
import { createWorld } from "./laboratory";
import { createServer } from "./server";

const INTERVAL = 60_000;

async function setUp(...wanted: readonly { sound: boolean; desktop: boolean }[]) {
  const world = createWorld();
  const server = createServer(jane);
  const tabs = [];
  for (const alerts of wanted) {
    server.alerts = { ...alerts, quietUntil: null };
    tabs.push(await openTab(server, world));
  }
  await world.advance(3_000);
  const [first, second] = tabs;
  if (!first || !second) throw new Error("two tabs are needed");
  return { world, server, first, second };
}
const asked = (server: Awaited<ReturnType<typeof setUp>>["server"]) => server.calls.splice(0).filter((call) => call === "readInbox").length;

describe.each([
  [{ sound: true, desktop: false }, ["ring"]],
  [{ sound: false, desktop: true }, ["3: +15550101"]],
])("an agent who wants to be called by %j, all of whose tabs are hidden", (wanted, alert) => {
  it("is called within one interval, by one tab", async () => {
    const { world, server, first, second } = await setUp(wanted, wanted);
    for (const { tab } of [first, second]) tab.hide();
    asked(server);
    server.sessions.set(omar.id, omar);
    await world.advance(INTERVAL + 3_000);
    expect([first.alerts, second.alerts].flat()).toEqual(alert);
    expect([first.unread(), second.unread()]).toEqual([3, 3]);
  });

  it("costs one request per interval, however many tabs there are", async () => {
    const { world, server, first, second } = await setUp(wanted, wanted);
    for (const { tab } of [first, second]) tab.hide();
    asked(server);
    await world.advance(10 * INTERVAL);
    expect(asked(server)).toBeLessThanOrEqual(10);
  });
});

it("is called by the tab in front where there is one: the hidden ones keep silent", async () => {
  const wanted = { sound: true, desktop: false };
  const { world, server, first, second } = await setUp(wanted, wanted);
  first.tab.hide();
  for (let round = 0; round < 5; round++) {
    server.sessions.set(omar.id, { ...omar, unread: round + 1 });
    await world.advance(INTERVAL + 3_000);
  }
  expect([first.alerts.length, second.alerts.length]).toEqual([0, 5]);
});

it("asks nothing in hidden tabs for an agent who wants no alerts", async () => {
  const silent = { sound: false, desktop: false };
  const { world, server, first, second } = await setUp(silent, silent);
  for (const { tab } of [first, second]) tab.hide();
  asked(server);
  await world.advance(10 * INTERVAL);
  expect(asked(server)).toBe(0);
});

it("opens the panel at the newest conversation of the news when the desktop notification is clicked", async () => {
  const wanted = { sound: false, desktop: true };
  const { world, server, first } = await setUp(wanted, wanted);
  first.tab.hide();
  server.sessions.set(omar.id, omar);
  first.tab.show();
  first.inbox.navigated("history");
  await world.settle();
  first.clicks.at(-1)?.();
  expect(first.inbox.getSnapshot()).toMatchObject({ panelOpen: true, leadTo: omar.id });
  first.inbox.reached();
  expect(first.inbox.getSnapshot().leadTo).toBeNull();
});

it("leads to no conversation that the next list does not have: where it comes later, the agent is at work elsewhere", async () => {
  const wanted = { sound: false, desktop: true };
  const { world, server, first } = await setUp(wanted, wanted);
  server.sessions.set(omar.id, omar);
  first.inbox.navigated("history");
  await world.settle();
  server.sessions.delete(omar.id);
  first.clicks.at(-1)?.();
  expect(first.inbox.getSnapshot().leadTo).toBe(omar.id);
  await world.advance(INTERVAL + 3_000);
  server.sessions.set(omar.id, omar);
  await world.advance(INTERVAL + 3_000);
  expect([first.shown().length, first.inbox.getSnapshot().leadTo]).toEqual([2, null]);
});

it("leads to no conversation that is not offered any more when the desktop notification is clicked", async () => {
  const wanted = { sound: false, desktop: true };
  const { world, server, first } = await setUp(wanted, wanted);
  server.sessions.set(omar.id, omar);
  first.inbox.navigated("history");
  await world.settle();
  server.sessions.set(omar.id, { ...omar, status: "accepted", owner: ana });
  await world.advance(INTERVAL + 3_000);
  first.clicks.at(-1)?.();
  expect(first.inbox.getSnapshot()).toMatchObject({ panelOpen: true, leadTo: null });
});
