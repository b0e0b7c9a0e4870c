import type { AlertSettings } from "../../../shared/domain/alerts";
import { MINUTE, NOON } from "../sessions";
import { createWorld } from "./laboratory";
import { jane, omar, openTab } from "./openTab";
import { createServer } from "./server";

const WANTED: AlertSettings = { sound: true, desktop: true, quietUntil: null };

/** A tab whose agent wants alerts, three seconds after its first list. */
async function setUp(alerts = WANTED) {
  const world = createWorld();
  const server = createServer(jane);
  server.alerts = alerts;
  const tab = await openTab(server, world);
  await world.advance(3_000);
  return { world, server, ...tab };
}

it("does not alert for what is there when the agent comes", async () => {
  const { alerts } = await setUp();
  expect(alerts).toEqual([]);
});

it("rings and names who wrote when a refresh brings a newer message", async () => {
  const { alerts, inbox, server, world } = await setUp();
  server.sessions.set(omar.id, omar);
  server.sessions.set(jane.id, { ...jane, newestUnreadAt: NOON, unread: 3 });
  inbox.navigated("history");
  await world.settle();
  expect(alerts).toEqual(["ring", "4: Jane Doe,+15550101"]);
});

it.each([
  [{ sound: true, desktop: false }, ["ring"]],
  [{ sound: false, desktop: true }, ["3: +15550101"]],
  [{ sound: false, desktop: false }, []],
])("alerts only in the ways that the agent wants: %j", async (wanted, expected) => {
  const { alerts, inbox, server, world } = await setUp({ ...WANTED, ...wanted });
  server.sessions.set(omar.id, omar);
  inbox.navigated("history");
  await world.settle();
  expect(alerts).toEqual(expected);
});

it("does not ask whether desktop notifications are welcome where they are not wanted, nor when the panel closes", async () => {
  const unwanted = await setUp({ ...WANTED, desktop: false });
  unwanted.inbox.setPanelOpen(true);
  const wanted = await setUp();
  wanted.inbox.setPanelOpen(true);
  wanted.inbox.setPanelOpen(true);
  wanted.inbox.setPanelOpen(false);
  expect([unwanted.alerts, wanted.alerts]).toEqual([[], ["ask"]]);
});

it("is silent for what is back with nothing new: undone, given back, unblocked", async () => {
  const { alerts, inbox, server, world } = await setUp();
  await inbox.perform("dismiss", jane.id);
  await world.advance(3_000);
  const [notice] = inbox.getSnapshot().notices;
  await inbox.undo(notice?.id ?? 0);
  await world.advance(3_000);
  expect(inbox.getSnapshot().notifications).toHaveLength(1);
  // Away and back: a colleague has accepted it, marked it read, and given it back.
  server.sessions.delete(jane.id);
  inbox.navigated("history");
  await world.advance(3_000);
  server.sessions.set(jane.id, jane);
  inbox.navigated("history");
  await world.advance(3_000);
  expect(inbox.getSnapshot().notifications).toHaveLength(1);
  expect([alerts, inbox.getSnapshot().news]).toEqual([[], null]);
  server.sessions.set(jane.id, { ...jane, newestUnreadAt: NOON, unread: 3 });
  inbox.navigated("history");
  await world.settle();
  expect(alerts).toEqual(["ring", "3: Jane Doe"]);
});

it("is silent when nothing is new, and for what the agent dismissed", async () => {
  const { alerts, inbox, world } = await setUp();
  inbox.navigated("history");
  await world.advance(3_000);
  await inbox.perform("dismiss", jane.id);
  await world.advance(60_000);
  expect(alerts).toEqual([]);
});

it("is silent while the agent does not want to be disturbed", async () => {
  const { alerts, inbox, server, world } = await setUp({ ...WANTED, quietUntil: NOON + MINUTE });
  server.sessions.set(omar.id, omar);
  inbox.navigated("history");
  await world.settle();
  expect(alerts).toEqual([]);
});

it("alerts in the tab that asked, not in those that heard the answer from it", async () => {
  const world = createWorld();
  const server = createServer(jane);
  server.alerts = WANTED;
  const [first, second] = [await openTab(server, world), await openTab(server, world)];
  await world.advance(3_000);
  server.sessions.set(omar.id, omar);
  first.inbox.navigated("history");
  await world.settle();
  expect([first.alerts, second.alerts, second.unread()]).toEqual([["ring", "3: +15550101"], [], 3]);
});

it("asks whether desktop notifications are welcome when the agent opens the panel, never by itself", async () => {
  const { alerts, inbox } = await setUp();
  inbox.setPanelOpen(true);
  expect(alerts).toEqual(["ask"]);
});
