/** Nothing looks fresher than it is: the network that goes, the list that gets old, the minutes that pass. */
import { RequestFailed } from "../../../shared/domain/failure";
import { ben, MINUTE, NOON } from "../sessions";
import { jane, omar, openTab, openTabNow, setUp } from "./openTab";
import { createServer } from "./server";
import { createWorld } from "./laboratory";

/** The server answers no more. */
const silence = () => {
  throw new RequestFailed("offline");
};

describe("the network", () => {
  it("is missing on the screen at the very moment when the browser says so", async () => {
    const { inbox, tab, unread } = await setUp(jane);
    tab.goOffline();
    expect(inbox.getSnapshot().problem).toEqual({ kind: "offline", asOf: NOON });
    expect(unread()).toBe(2);
  });

  it("is missing on the screen of a tab that was opened without one", async () => {
    const world = createWorld();
    const server = createServer(jane);
    server.before = silence;
    const { inbox, tab } = openTabNow(server, world);
    tab.goOffline();
    await world.settle();
    expect(inbox.getSnapshot()).toMatchObject({ phase: "loading", unread: null, problem: { kind: "offline", asOf: null } });
  });

  it("is back, but the list is not called right before the server has answered", async () => {
    const { inbox, tab, world, server, unread } = await setUp(jane);
    tab.goOffline();
    await world.advance(MINUTE);
    server.sessions.set(jane.id, { ...jane, unread: 3 });
    tab.goOnline();
    expect(inbox.getSnapshot().problem).toEqual({ kind: "reconnecting", asOf: NOON });
    await world.advance(14_000);
    expect(inbox.getSnapshot().problem).toEqual({ kind: "reconnecting", asOf: NOON });
    await world.advance(2_000);
    expect(inbox.getSnapshot().problem).toBeNull();
    expect(unread()).toBe(3);
  });

  it("is back, and the server does not answer: that is said then", async () => {
    const { inbox, tab, world, server } = await setUp(jane);
    tab.goOffline();
    server.before = silence;
    tab.goOnline();
    await world.advance(16_000);
    expect(inbox.getSnapshot().problem?.kind).toBe("unreachable");
  });

  it("is missing still when an answer comes to a question from before", async () => {
    const { inbox, tab, world, server } = await setUp(jane);
    await world.advance(3_000);
    let answer = () => {};
    server.after = () => new Promise<void>((resolve) => (answer = resolve));
    inbox.navigated("history");
    await world.advance(100);
    tab.goOffline();
    answer();
    await world.settle();
    expect(inbox.getSnapshot().problem?.kind).toBe("offline");
  });

  it("is there for whoever gets an answer, whatever the browser believes", async () => {
    const { inbox, tab, world } = await setUp(jane);
    await world.advance(3_000);
    tab.goOffline();
    inbox.navigated("history");
    await world.settle();
    expect(inbox.getSnapshot().problem).toBeNull();
  });
});

describe("the list", () => {
  /** A list whose refreshes take for ever from now on. */
  async function neverAnswered(refreshInterval: number | null) {
    const world = createWorld();
    const server = createServer(jane);
    server.configuration = { ...server.configuration, refreshInterval };
    const tab = await openTab(server, world);
    server.before = () => new Promise(() => undefined);
    return { ...tab, world, server };
  }

  it.each([
    ["two intervals", 5_000, 10_000],
    ["two intervals", MINUTE, 2 * MINUTE],
    ["two minutes, where there is no background refresh,", null, 2 * MINUTE],
  ])("is old after %s: says since when, and not a moment earlier", async (_, interval, limit) => {
    const { inbox, world, unread } = await neverAnswered(interval);
    await world.advance(limit);
    expect(inbox.getSnapshot()).toMatchObject({ staleAsOf: null, problem: null });
    await world.advance(1);
    expect(inbox.getSnapshot()).toMatchObject({ staleAsOf: NOON, problem: { kind: "stale", asOf: NOON } });
    expect(unread()).toBe(2);
  });

  it("says why it is old where that is known", async () => {
    const { inbox, world, server } = await setUp(jane);
    server.before = () => {
      throw new RequestFailed("failed");
    };
    await world.advance(2 * MINUTE + 1);
    expect(inbox.getSnapshot()).toMatchObject({ staleAsOf: NOON, problem: { kind: "failed", asOf: NOON } });
  });

  it("is as fresh as it can be as soon as an answer has come, here or in another tab", async () => {
    const { inbox, world, server, tab } = await neverAnswered(MINUTE);
    await world.advance(3 * MINUTE);
    const reading = { now: NOON + 3 * MINUTE, isLowerBound: false, sentAt: world.now(), sessions: [...server.sessions.values()] };
    world.tab(ben.id).channel.post({ type: "reading", reading });
    expect(inbox.getSnapshot()).toMatchObject({ staleAsOf: null, problem: null });
    expect(tab.pendingTimers()).toBeGreaterThan(0);
  });

  it("that an agent comes back to says at once how old it is", async () => {
    const { inbox, world, tab } = await neverAnswered(MINUTE);
    tab.hide();
    await world.advance(30 * MINUTE);
    tab.show();
    expect(inbox.getSnapshot()).toMatchObject({ staleAsOf: NOON, now: NOON + 30 * MINUTE });
  });
});

describe("the clock", () => {
  it("ticks once a minute in a visible tab, by the server's time, and in a hidden one not at all", async () => {
    const { inbox, world, server, tab } = await setUp(jane);
    server.configuration = { ...server.configuration, refreshInterval: null };
    server.before = silence;
    tab.goOffline();
    const seen: number[] = [];
    inbox.subscribe(() => seen.push(Math.floor((inbox.getSnapshot().now - NOON) / MINUTE)));
    await world.advance(3 * MINUTE + 1);
    expect(new Set(seen)).toEqual(new Set([1, 2, 3]));
    tab.hide();
    seen.length = 0;
    expect(tab.pendingTimers()).toBe(0);
    await world.advance(10 * MINUTE);
    expect(seen).toEqual([]);
  });

  it("is looked at in a hidden tab when the list gets too old, and not again", async () => {
    const { inbox, world, tab } = await setUp(jane);
    tab.hide();
    let changes = 0;
    inbox.subscribe(() => (changes += 1));
    await world.advance(2 * MINUTE);
    expect([inbox.getSnapshot().staleAsOf, changes]).toEqual([null, 0]);
    await world.advance(MINUTE);
    expect([inbox.getSnapshot().staleAsOf, changes]).toEqual([NOON, 1]);
    await world.advance(30 * MINUTE);
    expect([changes, tab.pendingTimers()]).toEqual([1, 0]);
  });

  it("changes no notification: a card whose words stay the same is not rendered for it", async () => {
    const { inbox, world, tab } = await setUp(jane, omar);
    tab.goOffline();
    const before = inbox.getSnapshot();
    await world.advance(MINUTE);
    expect(inbox.getSnapshot().now).toBe(NOON + MINUTE);
    expect(inbox.getSnapshot().notifications).toBe(before.notifications);
  });

  it("leaves no timer behind", async () => {
    const { inbox, tab } = await setUp(jane);
    inbox.destroy();
    expect([tab.pendingTimers(), tab.watchers()]).toEqual([0, 0]);
  });
});

describe("who wrote", () => {
  it("is nobody of the first list, then whoever a reading brings messages of, once for each reading", async () => {
    const { inbox, server, world } = await setUp(jane);
    const names = () => inbox.getSnapshot().news?.names;
    expect(names()).toBeUndefined();
    server.sessions.set(jane.id, { ...jane, unread: 3 });
    server.sessions.set(omar.id, omar);
    await world.advance(MINUTE + 1);
    expect(names()).toEqual(["Jane Doe", omar.phoneNumber]);
    const before = inbox.getSnapshot().news?.at;
    await world.advance(MINUTE + 1);
    expect(inbox.getSnapshot().news?.at).toBe(before);
    server.sessions.set(jane.id, { ...jane, unread: 4 });
    await world.advance(MINUTE + 1);
    expect(names()).toEqual(["Jane Doe"]);
    expect(inbox.getSnapshot().news?.at).not.toBe(before);
  });

  it("is not who was dismissed and comes back by an undo", async () => {
    const { inbox, notices, world } = await setUp(jane);
    await inbox.perform("dismiss", jane.id);
    await world.settle();
    await inbox.undo(notices()[0]?.id ?? 0);
    await world.advance(MINUTE);
    expect(inbox.getSnapshot()).toMatchObject({ unread: 2, news: null });
  });
});
