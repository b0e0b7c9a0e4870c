/** When several tabs of one browser refresh: one of them asks for all. */
import { createRefresher } from "../../../shared/inbox/refresher";
import { createWorld } from "./laboratory";

const INTERVAL = 60_000;

/**
 * Three tabs that start at once, each hearing of the others' readings as soon as they have their answer. Gives when they asked (ms), from the last of the
 * three starts on.
 * @param latency how long the server takes to answer (ms)
 */
async function askedBy(latency: number, duration: number): Promise<readonly number[]> {
  const world = createWorld();
  const asked: number[] = [];
  let lastReadingAt: number | null = null;
  for (const browser of [world.tab(), world.tab(), world.tab()]) {
    createRefresher({
      browser,
      interval: () => INTERVAL,
      alertsWhileHidden: () => false,
      lastReadingAt: () => lastReadingAt,
      async run() {
        const sentAt = browser.now();
        asked.push(sentAt);
        if (latency > 0) await new Promise<void>((resolve) => browser.after(latency, resolve));
        lastReadingAt = sentAt;
      },
    }).request("launch");
  }
  await world.advance(duration);
  return asked.slice(2);
}

// With an answer on its way the timers of the two others end while it is not known.
it.each([0, 50, 5_000])("costs one request per interval for all the tabs of a browser, where an answer takes %d ms", async (latency) => {
  const asked = await askedBy(latency, 10 * INTERVAL);
  const waits = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(INTERVAL);
  expect(Math.max(...waits)).toBeLessThan(INTERVAL + latency + 2_000);
});
