/** Pages of the app for figures: sandboxes as `npm start` runs them, and one browser for all of a part. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { buildIfStale, writeZips } from "../../Solutions/build";
import { findWindowlessBrowser } from "../../tools/browser";
import { CannotRun } from "../../tools/bench/figure";
import { openBrowser, openDesk } from "../e2e/browser";
import type { Desk } from "../e2e/browser";
import { fillFolder } from "../e2e/crowd";
import { startSandbox } from "../e2e/sandbox";
import type { Agent, Sandbox } from "../e2e/sandbox";

const root = join(__dirname, "..", "..");

/** What a part does with the browser. All that is opened here is closed when the part ends. */
export interface BenchPages {
  readonly browser: Browser;
  /** A sandbox with so many conversations of one unread message each; 0: empty. */
  start(conversations: number): Promise<Sandbox>;
  /** As `start`, with data that `fill` puts into an empty folder. */
  startWith(fill: (folder: string) => void): Promise<Sandbox>;
  open(sandbox: Sandbox, agent: Agent, path?: string): Promise<Desk>;
}

/**
 * Gives a part its pages.
 * @throws CannotRun where there is no browser
 */
export async function withPages<Result>(work: (pages: BenchPages) => Promise<Result>): Promise<Result> {
  if (!findWindowlessBrowser()) throw new CannotRun("There is no Chrome, Edge or Chromium. Install one, or set CHROME_PATH.");
  await buildIfStale(root);
  writeZips(root);
  const folders: string[] = [];
  const sandboxes: Sandbox[] = [];
  const browser = await openBrowser();
  const startWith = async (fill: (folder: string) => void): Promise<Sandbox> => {
    const folder = mkdtempSync(join(tmpdir(), "msgn-pages-"));
    folders.push(folder);
    fill(folder);
    const sandbox = await startSandbox({ data: folder });
    sandboxes.push(sandbox);
    return sandbox;
  };
  try {
    return await work({
      browser,
      startWith,
      start: (sessions) =>
        startWith((folder) => {
          if (sessions > 0) fillFolder(folder, { sessions, messagesEach: 1 });
        }),
      open: async (sandbox, agent, path) => {
        const desk = await openDesk(browser, sandbox, agent, path);
        await takeFunctions(desk.page);
        return desk;
      },
    });
  } finally {
    await browser.close();
    for (const sandbox of sandboxes) await sandbox.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Makes a page take functions of ours that have functions in them: tsx wraps each into a call that gives it its name. */
export async function takeFunctions(page: Page): Promise<void> {
  await page.evaluate("globalThis.__name = (one) => one");
}
