/** When several tabs of one browser refresh: one of them asks for all. */
import { createRefresher } from "../../../shared/inbox/refresher";
import { createWorld } from "./laboratory";

it("costs one request per interval for all the tabs of a browser", async () => {
  const world = createWorld();
  let [requests, lastReadingAt] = [0, null as number | null];
  for (const browser of [world.tab(), world.tab(), world.tab()]) {
    createRefresher({
      browser,
      interval: () => 60_000,
      alertsWhileHidden: () => false,
      lastReadingAt: () => lastReadingAt,
      run: () => {
        requests += 1;
        lastReadingAt = browser.now();
        return Promise.resolve();
      },
    }).request("launch");
  }
  await world.settle();
  requests = 0;
  await world.advance(300_000);
  expect(requests).toBe(4);
});

it("costs one request per interval also where the tabs' timers end together, and the one that asks waits for its answer", async () => {
  const world = createWorld();
  const sentAt: number[] = [];
  let lastReadingAt: number | null = null;
  for (const browser of [world.tab(), world.tab(), world.tab()]) {
    createRefresher({
      browser,
      interval: () => 60_000,
      alertsWhileHidden: () => false,
      lastReadingAt: () => lastReadingAt,
      async run() {
        const now = browser.now();
        sentAt.push(now);
        await new Promise<void>((resolve) => browser.after(50, resolve));
        lastReadingAt = now;
      },
    }).request("launch");
  }
  await world.advance(1_000);
  sentAt.splice(0, 2);
  await world.advance(600_000);
  const waits = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
  expect(Math.min(...waits)).toBeGreaterThan(59_000);
  expect(Math.max(...waits)).toBeLessThan(62_000);
});
