/** A very full inbox: what is shown, and that it costs no more than an empty one where it must not. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { AFTER_THE_LAST_NAVIGATION, openBrowser, openDesk } from "./browser";
import type { Desk } from "./browser";
import { fillFolder, phoneNumberOf } from "./crowd";
import type { Crowd } from "./crowd";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(120_000);

/** More than an answer of Dataverse holds (5,000 rows). */
const SESSIONS = 10_000;
/** A page that does not answer for so long hangs, on a slow machine as well (ms). */
const HANG = 4_000;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Runs a test on a sandbox with such an inbox. */
async function withCrowd(crowd: Crowd, work: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "crowd-"));
  try {
    fillFolder(folder, crowd);
    const sandbox = await startSandbox({ data: folder });
    try {
      await work(sandbox);
    } finally {
      await sandbox.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens the app, and says how long it took until the bubble had its number (ms). */
async function open(sandbox: Sandbox): Promise<Desk & { readonly took: number }> {
  const started = Date.now();
  const ana = await openDesk(browser, sandbox, "ana");
  await ana.page.getByRole("button", { name: /^Messages, .*unread/ }).waitFor();
  return { ...ana, took: Date.now() - started };
}

/** The longest time that the page did not answer while this went on (ms). */
async function longestPause(desk: Desk, work: () => Promise<void>): Promise<number> {
  const pauses = await desk.page.evaluateHandle(() => {
    const seen = { last: performance.now(), longest: 0, timer: 0 };
    seen.timer = window.setInterval(() => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
    }, 10);
    return seen;
  });
  await work();
  return pauses.evaluate((seen) => {
    clearInterval(seen.timer);
    return seen.longest;
  });
}

/** Scrolls the panel to its end, and gives back the last notification's place and the number of notifications that are rendered. */
async function scrollToEnd({ panel }: Desk, count: number): Promise<number> {
  await panel.locator("[data-is-scrollable]").evaluate(async (list) => {
    // What is not rendered yet has no known height: the end moves while one comes nearer to it.
    for (let step = 0; step < 20; step++) {
      list.scrollTop = list.scrollHeight;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await panel.locator(`[role="listitem"][aria-posinset="${count}"]`).waitFor();
  return panel.getByRole("listitem").count();
}

it("works with 10,000 conversations as with ten", async () => {
  const crowd = { sessions: SESSIONS, messagesEach: 1 };
  await withCrowd(crowd, async (sandbox) => {
    const ana = await open(sandbox);
    process.stdout.write(`until the bubble: ${ana.took} ms with 10,000 conversations\n`);
    expect(await ana.bubble.textContent()).toContain("99+");
    await ana.openPanel();
    const first = ana.panel.getByRole("listitem").first();
    await first.getByText("Is my bike ready?").waitFor();
    await ana.panel.locator(`[role="listitem"][aria-setsize="${SESSIONS}"]`).first().waitFor();
    const pause = await longestPause(ana, async () => {
      expect(await scrollToEnd(ana, SESSIONS)).toBeLessThan(60);
      await ana.panel.getByRole("listitem").last().getByText("Is my bike ready?").waitFor();
    });
    process.stdout.write(`longest pause while scrolling through them: ${pause.toFixed(0)} ms\n`);
    expect(pause).toBeLessThan(HANG);

    await ana.page.waitForTimeout(AFTER_THE_LAST_NAVIGATION);
    await sandbox.clearRequests();
    await ana.goTo("Accounts");
    await ana.page.waitForTimeout(AFTER_THE_LAST_NAVIGATION);
    // The first 5,000 with their figures, two pages of the others, previews of what is in view.
    expect((await sandbox.requests("ana")).length).toBeLessThanOrEqual(4);

    await ana.panel.locator("[data-is-scrollable]").evaluate((list) => (list.scrollTop = 0));
    await ana.press(phoneNumberOf(1, crowd), "Dismiss");
    await ana.notification(phoneNumberOf(1, crowd)).waitFor({ state: "detached" });
    await ana.press(phoneNumberOf(0, crowd), "Accept");
    await ana.conversation(phoneNumberOf(0, crowd)).region.waitFor();
    await ana.notification(phoneNumberOf(0, crowd)).waitFor({ state: "detached" });
    expect(ana.errors).toEqual([]);
    await ana.close();
  });
});

it("shows 99+ and every conversation, the newest first, when there are more unread messages than the platform counts", async () => {
  const crowd = { sessions: SESSIONS, messagesEach: 6 };
  await withCrowd(crowd, async (sandbox) => {
    const ana = await open(sandbox);
    expect(await ana.bubble.textContent()).toContain("99+");
    await ana.openPanel();
    await ana.panel.getByRole("listitem").first().getByText("Is my bike ready?").waitFor();
    await ana.panel.locator(`[role="listitem"][aria-setsize="${SESSIONS}"]`).first().waitFor();
    expect(await scrollToEnd(ana, SESSIONS)).toBeLessThan(60);
    await ana.notification(phoneNumberOf(SESSIONS - 1, crowd)).waitFor();
    await ana.panel.locator("[data-is-scrollable]").evaluate((list) => (list.scrollTop = 0));
    await ana.press(phoneNumberOf(0, crowd), "Dismiss");
    await ana.notification(phoneNumberOf(0, crowd)).waitFor({ state: "detached" });
    expect((await sandbox.requests("ana")).filter(({ status }) => status === 400).length).toBeGreaterThan(0);
    await ana.close();
  });
});
