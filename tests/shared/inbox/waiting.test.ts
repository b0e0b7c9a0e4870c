/** Who waits too long is decided by the time that passes, whether the server is asked meanwhile or not. */
import { RequestFailed } from "../../../shared/domain/failure";
import { ana, ben, MINUTE, NOON, session } from "../sessions";
import { createWorld } from "./laboratory";
import { openTab } from "./openTab";
import { createServer } from "./server";

/** A customer of Ana's and one of Ben's, who have waited for one minute: Ben looks, and takeover is after 15. */
const hers = session({ status: "accepted", owner: ana });
const his = session({ id: hers.id.replace(/1$/, "2"), status: "accepted", owner: ben });

async function setUp() {
  const world = createWorld();
  const server = createServer(hers, his);
  server.configuration = { ...server.configuration, refreshInterval: null, idleTimeout: 15 * MINUTE };
  server.alerts = { sound: true, desktop: false, quietUntil: null };
  const tab = await openTab(server, world);
  const shown = () =>
    tab.inbox.getSnapshot().notifications.map(({ session: { id }, actions, isWaiting }) => [id, actions.join(), isWaiting]);
  return { ...tab, world, server, shown };
}

it("a customer waits too long within a minute after their time has come, and the conversation can be taken over, while nothing else happens", async () => {
  const { world, server, shown, unread } = await setUp();
  const { length } = server.calls;
  await world.advance(13 * MINUTE);
  expect([shown(), unread()]).toEqual([[[his.id, "view", false]], 1]);
  await world.advance(2 * MINUTE);
  expect([shown(), unread()]).toEqual([
    [
      [hers.id, "assign", true],
      [his.id, "view", true],
    ],
    2,
  ]);
  expect(server.calls).toHaveLength(length);
});

it("goes by the server's clock, and goes on where the server does not answer", async () => {
  const { inbox, world, server, shown } = await setUp();
  server.before = () => {
    throw new RequestFailed("offline");
  };
  inbox.retry();
  await world.advance(15 * MINUTE);
  expect(inbox.getSnapshot().now).toBeGreaterThanOrEqual(NOON + 14 * MINUTE);
  expect(shown()).toContainEqual([hers.id, "assign", true]);
});

it("is told with the next reading, though the list shows it already; once", async () => {
  const { inbox, world, server, alerts, unread } = await setUp();
  await world.advance(15 * MINUTE);
  expect([unread(), alerts]).toEqual([2, []]);
  server.now = NOON + 15 * MINUTE;
  inbox.navigated("history");
  await world.advance(3_000);
  expect(alerts).toEqual(["ring"]);
  inbox.navigated("history");
  await world.advance(3_000);
  expect(alerts).toEqual(["ring"]);
});
