import type { Locator } from "playwright-core";

/** A hand is not quicker, and a press on what has just moved does nothing (ms). */
const AT_REST = 600;
/** What moves for longer than this is pressed all the same (ms). */
const MOST = 5_000;

/** Waits until an element has stood where it is for a moment. */
export async function atRest(element: Locator): Promise<void> {
  const place = async () => JSON.stringify(await element.boundingBox({ timeout: 1_000 }).catch(() => null));
  let [before, since] = [await place(), Date.now()];
  for (const started = since; Date.now() - since < AT_REST && Date.now() - started < MOST;) {
    await element.page().waitForTimeout(100);
    const now = await place();
    if (now !== before) [before, since] = [now, Date.now()];
  }
}
