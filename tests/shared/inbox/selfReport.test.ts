/** What an agent's browser tells of itself in their own row, for an administrator who looks for a cause. */
import { RequestFailed } from "../../../shared/domain/failure";
import type { FailureKind } from "../../../shared/domain/failure";
import { ben } from "../sessions";
import { createWorld } from "./laboratory";
import { jane, openTab, openTabNow } from "./openTab";
import { createServer } from "./server";

declare const PRODUCT_VERSION: string;

/** The laboratory's clock stands at noon of this day. */
const TODAY = `2026-11-22 ${PRODUCT_VERSION};`;

function setUp() {
  const server = createServer(jane);
  const world = createWorld((ms) => (server.now += ms));
  let failWith: RequestFailed | null = null;
  server.before = (call) => {
    if (failWith && (call === "readInbox" || call === "readPreviews")) throw failWith;
  };
  return {
    server,
    world,
    fail: (kind: FailureKind | null, status = 503, code = "") =>
      (failWith = kind && new RequestFailed(kind, { status, code, detail: `HTTP ${status}` })),
    /** How often the row was written, and what it says. */
    row: async () => [
      server.calls.filter((call) => call === "noteList").length,
      (await server.gatewayOf(ben, world.tab()).readProfile()).settings.lastList,
    ],
  };
}

describe("the first list of the day", () => {
  it("is told with the version of the control, once, and never the hour", async () => {
    const { server, world, row } = setUp();
    server.lastList = `2026-11-21 ${PRODUCT_VERSION};`;
    const { inbox } = await openTab(server, world);
    expect(await row()).toEqual([1, TODAY]);
    for (let page = 0; page < 5; page++) {
      inbox.navigated("history");
      await world.advance(60_000);
    }
    expect(await row()).toEqual([1, TODAY]);
  });

  it("is told anew by another version of the control", async () => {
    const { server, world, row } = setUp();
    server.lastList = "2026-11-22 0.9.0;";
    await openTab(server, world);
    expect(await row()).toEqual([1, TODAY]);
  });

  it("costs nothing where the row says it already", async () => {
    const { server, world, row } = setUp();
    await openTab(server, world);
    expect(await row()).toEqual([0, TODAY]);
  });

  it("is told by one of two tabs that start at once", async () => {
    const { server, world, row } = setUp();
    server.lastList = "";
    openTabNow(server, world);
    openTabNow(server, world);
    await world.settle();
    expect(await row()).toEqual([1, TODAY]);
  });

  it("is told once where the server refuses, and the agent hears nothing of it", async () => {
    const { server, world, row } = setUp();
    server.lastList = "";
    server.before = (call) => {
      if (call === "noteList") throw new RequestFailed("denied", { status: 403 });
    };
    const { inbox } = await openTab(server, world);
    await world.advance(600_000);
    expect(await row()).toEqual([1, ""]);
    expect(inbox.getSnapshot()).toMatchObject({ problem: null, notices: [] });
  });

  it("is not told by all open windows in the first minute of the day, but by each within ten", async () => {
    const { server, world, row } = setUp();
    await openTab(server, world);
    server.now += 43_200_000;
    await world.advance(240_000);
    expect(await row()).toEqual([0, TODAY]);
    await world.advance(180_000);
    expect(await row()).toEqual([1, TODAY.replace("22", "23")]);
  });

  it("keeps what is known of an earlier failure", async () => {
    const { server, world, row } = setUp();
    server.lastList = "2026-11-21 0.9.0; 2026-11-21T10:42/2026-11-21T10:49 7 failed: HTTP 503";
    await openTab(server, world);
    expect(await row()).toEqual([1, `${TODAY} 2026-11-21T10:42/2026-11-21T10:49 7 failed: HTTP 503`]);
  });
});

describe("a failure", () => {
  it("that is over with the next try is not told", async () => {
    const { server, world, fail, row } = setUp();
    const { inbox } = await openTab(server, world);
    fail("failed");
    inbox.retry();
    await world.settle();
    fail(null);
    await world.advance(60_000);
    expect(await row()).toEqual([0, TODAY]);
  });

  it.each(["offline", "signin"] as const)(
    "without a server that could be told (%s) is told when the list is read again, with its times and the number of tries",
    async (kind) => {
      const { server, world, fail, row } = setUp();
      const { inbox } = await openTab(server, world);
      await world.advance(120_000);
      fail(kind, 401);
      for (let press = 0; press < 4; press++) {
        inbox.retry();
        await world.advance(1_000);
      }
      expect(await row()).toEqual([0, TODAY]);
      fail(null);
      // At a moment of this client's own: the others have been without a server as well.
      await world.advance(240_000);
      expect(await row()).toEqual([0, TODAY]);
      await world.advance(180_000);
      const [writes, line] = await row();
      expect(writes).toBe(1);
      expect(line).toMatch(new RegExp(`^${TODAY} 2026-11-22T12:02/2026-11-22T12:0\\d [4-9] ${kind}: HTTP 401`));
    },
  );

  it("of the list alone is told at the third try, and again when the list is read", async () => {
    const { server, world, fail, row } = setUp();
    const { inbox } = await openTab(server, world);
    fail("failed", 500, "0x80040216");
    for (const writes of [0, 0, 1, 1]) {
      inbox.retry();
      await world.settle();
      expect((await row())[0]).toBe(writes);
    }
    expect((await row())[1]).toBe("; 2026-11-22T12:00/.. 3 failed: HTTP 500 0x80040216");
    fail(null);
    await world.advance(420_000);
    const [writes, line] = await row();
    expect(writes).toBe(2);
    expect(line).toMatch(/^2026-11-22 [^;]+; 2026-11-22T12:00\/2026-11-22T12:0\d [4-9] failed: HTTP 500 0x80040216$/);
  });

  it("is told although there was never a list", async () => {
    const { server, world, fail, row } = setUp();
    fail("failed", 500);
    const { inbox } = await openTab(server, world);
    inbox.retry();
    await world.settle();
    inbox.retry();
    await world.settle();
    expect((await row())[1]).toMatch(/^; \S+\/\.\. 3 failed: HTTP 500/);
  });

  it("that comes again and again is told once in ten minutes", async () => {
    const { server, world, fail, row } = setUp();
    const { inbox } = await openTab(server, world);
    for (let outage = 0; outage < 8; outage++) {
      fail("offline");
      inbox.retry();
      await world.settle();
      inbox.retry();
      await world.settle();
      fail(null);
      inbox.retry();
      await world.advance(60_000);
    }
    await world.advance(600_000);
    expect((await row())[0]).toBe(1);
  });

  it("that two tabs have met is told by one of them", async () => {
    const { server, world, fail, row } = setUp();
    const tabs = [await openTab(server, world), await openTab(server, world)];
    fail("offline");
    for (let press = 0; press < 3; press++) {
      for (const { inbox } of tabs) inbox.retry();
      await world.settle();
    }
    fail(null);
    for (const { inbox } of tabs) inbox.retry();
    await world.advance(660_000);
    expect((await row())[0]).toBe(1);
  });

  it("waits while the list cannot be read again, and is forgotten with its page", async () => {
    const { server, world, fail, row } = setUp();
    const { inbox } = await openTab(server, world);
    for (const kind of ["offline", null, "signin"] as const) {
      fail(kind);
      inbox.retry();
      await world.settle();
      inbox.retry();
      await world.settle();
    }
    await world.advance(900_000);
    expect((await row())[0]).toBe(0);
    fail(null);
    inbox.retry();
    await world.settle();
    inbox.destroy();
    await world.advance(900_000);
    expect((await row())[0]).toBe(0);
  });
});
