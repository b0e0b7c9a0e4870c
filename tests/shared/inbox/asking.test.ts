/** When the inbox asks, beyond navigation: the interval, Retry, and what changes seldom. */
import { RequestFailed } from "../../../shared/domain/failure";
import { ben, MINUTE } from "../sessions";
import { createWorld } from "./laboratory";
import { jane, openTab, setUp } from "./openTab";
import { createServer } from "./server";

it("asks for the list by itself after the refresh interval of the configuration", async () => {
  const world = createWorld();
  const server = createServer(jane);
  server.configuration = { ...server.configuration, refreshInterval: 30_000 };
  await openTab(server, world);
  server.calls.length = 0;
  await world.advance(29_000);
  expect(server.calls).toEqual([]);
  await world.advance(2_000);
  expect(server.calls).toEqual(["readInbox"]);
});

it("reads the configuration and the roles again in the background once they are ten minutes old", async () => {
  const { server, world } = await setUp(jane);
  server.calls.length = 0;
  await world.advance(9.5 * MINUTE);
  expect(server.calls).not.toContain("readProfile");
  await world.advance(2.5 * MINUTE);
  expect(server.calls.filter((call) => call === "readProfile")).toHaveLength(1);
});

it("reads them apart from the list, and keeps what it knows of them where they cannot be read", async () => {
  const { server, world, inbox } = await setUp(jane);
  await world.advance(5 * MINUTE);
  const readAt: Record<string, number[]> = { readInbox: [], readProfile: [] };
  server.before = (call) => {
    readAt[call]?.push(world.now());
    if (call === "readProfile") throw new RequestFailed("failed");
  };
  await world.advance(10 * MINUTE);
  expect(readAt["readProfile"]?.length).toBeGreaterThan(0);
  expect(readAt["readInbox"]?.filter((at) => readAt["readProfile"]?.includes(at))).toEqual([]);
  expect(inbox.getSnapshot()).toMatchObject({ problem: null, phase: "ready", mayBlock: true });
});

it("hides from a user whose role was taken away, once the roles are read again", async () => {
  const { server, world, inbox } = await setUp(jane);
  server.mayUse = false;
  await world.advance(15 * MINUTE);
  expect(inbox.getSnapshot().phase).toBe("hidden");
});

it("does not read them again for a navigation, however old they are: it costs one request", async () => {
  const world = createWorld();
  const server = createServer(jane);
  server.configuration = { ...server.configuration, refreshInterval: null };
  const { inbox } = await openTab(server, world);
  await world.advance(60 * MINUTE);
  server.calls.length = 0;
  inbox.navigated("history");
  await world.settle();
  expect(server.calls).toEqual(["readInbox"]);
});

it("asks again when the agent presses Retry, and says while it does so that it is at it", async () => {
  const { inbox, server, world, unread } = await setUp(jane);
  await world.advance(3_000);
  server.before = () => {
    throw new RequestFailed("signin");
  };
  inbox.navigated("history");
  await world.settle();
  expect(inbox.getSnapshot()).toMatchObject({ problem: { kind: "signin" } });
  server.before = () => undefined;
  server.sessions.set(jane.id, { ...jane, unread: 4 });
  server.calls.length = 0;
  inbox.retry();
  expect(server.calls).toEqual(["readInbox"]);
  await world.settle();
  expect(inbox.getSnapshot()).toMatchObject({ problem: null });
  expect(unread()).toBe(4);
});

it("asks for nothing that nobody looks for without a network, and once when it is back", async () => {
  const { server, tab, world } = await setUp(jane);
  server.calls.length = 0;
  tab.goOffline();
  world.tab(ben.id).channel.post({ type: "takenBack", sessionId: jane.id });
  await world.advance(5 * MINUTE);
  expect(server.calls).toEqual([]);
  tab.goOnline();
  await world.advance(30_000);
  expect(server.calls).toEqual(["readInbox"]);
});
