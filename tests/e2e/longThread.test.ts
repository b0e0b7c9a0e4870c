/** A conversation of ten thousand texts opens as one of ten does, and renders no more of it than can be seen. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { conversationOf } from "../pageObjects/conversation";
import { openBrowser, openDesk } from "./browser";
import { conversationPath, sessionOf } from "./conversation";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";
import { prepareThread, THREAD_NUMBER, threadFolder } from "./threadOpening";

jest.setTimeout(300_000);

/** How often each is opened. The fastest counts: what makes the others slower is the machine's other work. */
const TRIES = 20;

let browser: Browser;
const folders: string[] = [];
const sandboxes: Sandbox[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  for (const sandbox of sandboxes) await sandbox.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A sandbox with one conversation of so many texts, all of them read. */
async function startWith(texts: number): Promise<Sandbox> {
  const folder = mkdtempSync(join(tmpdir(), "thread-"));
  folders.push(folder);
  threadFolder(folder, texts);
  const sandbox = await startSandbox({ data: folder });
  sandboxes.push(sandbox);
  return sandbox;
}

it("opens 10,000 texts in at most one and a half times as long as 10", async () => {
  const few = await prepareThread(browser, await startWith(10), 10);
  const many = await prepareThread(browser, await startWith(10_000), 10_000);
  const [short, long]: [number[], number[]] = [[], []];
  // In turns: what else the machine does meanwhile slows both.
  for (let count = 0; count < TRIES; count += 1) {
    short.push(await few.once());
    long.push(await many.once());
  }
  expect([...few.errors, ...many.errors]).toEqual([]);
  await few.close();
  await many.close();
  const [fast, slow] = [Math.min(...short), Math.min(...long)];
  process.stdout.write(`10 texts: ${Math.round(fast)} ms; 10,000 texts: ${Math.round(slow)} ms; ratio ${(slow / fast).toFixed(2)}\n`);
  expect(slow / fast).toBeLessThanOrEqual(1.5);
});

it("loads older texts as the reader scrolls, and renders no more than a few screens of them", async () => {
  const [, many] = sandboxes;
  if (!many) throw new Error("There is no long conversation.");
  const ana = await openDesk(browser, many, "ana", conversationPath(await sessionOf(many, "A customer")));
  const { log } = conversationOf(ana.page, THREAD_NUMBER);
  await log.getByRole("article").filter({ hasText: "Text 9999." }).waitFor();
  await log.hover();
  for (let count = 0; count < 60; count += 1) {
    await ana.page.mouse.wheel(0, -2_000);
    await ana.page.waitForTimeout(60);
  }
  const names = await log.getByRole("article").allTextContents();
  const numbers = names.map((name) => Number(/Text (\d+)\./.exec(name)?.[1]));
  // The one that Tab comes to stays, wherever the reader is.
  expect(numbers.pop()).toBe(9_999);
  // The others in their order, and none left out.
  expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
  expect(numbers[0]).toBeLessThan(9_700);
  expect(numbers.length).toBeLessThan(120);
  expect(ana.errors).toEqual([]);
  await ana.close();
});
