/** Browsers for agents at work in the sandbox; the page objects themselves are in tests/pageObjects. */
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext } from "playwright-core";
import { browserArguments, findBrowser, findWindowlessBrowser } from "../../tools/browser";
import { openTab } from "../pageObjects/desk";
import type { Desk } from "../pageObjects/desk";
import type { Agent, Sandbox } from "./sandbox";

export { openTab } from "../pageObjects/desk";
export type { Desk } from "../pageObjects/desk";

/** Starts a browser that has no windows, where one is installed, else the installed one: it is enough for one page at a time. */
export const openBrowser = (): Promise<Browser> => launch(findWindowlessBrowser());

/** Starts the browser that people have, for what hangs on its tabs or on what a person has allowed it. */
export const openWholeBrowser = (more: readonly string[] = []): Promise<Browser> => launch(findBrowser(), more);

async function launch(executablePath: string | null, more: readonly string[] = []): Promise<Browser> {
  if (!executablePath) throw new Error("No Chrome, Edge or Chromium found; see README, Tests.");
  return chromium.launch({ executablePath, args: [...browserArguments(), ...more] });
}

/**
 * A browser as people have it, with one window: the tab in front hides the others. Playwright's own pages all believe to be in front.
 * The browser that is given is to be closed.
 */
export async function openWindow(): Promise<{ readonly browser: Browser; readonly context: BrowserContext }> {
  const port = await freePort();
  const browser = await openWholeBrowser([`--remote-debugging-port=${port}`]);
  const visitor = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const [context] = visitor.contexts();
  if (!context) throw new Error("The browser has no window.");
  return { browser, context };
}

/** A browser's own window size and language; nothing is kept between two of them. */
export function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1400, height: 900 }, locale: "en-US" });
}

/** Opens the app as an agent, in a browser of their own, and waits for the app (not for the bubble: some have none). */
export async function openDesk(browser: Browser, sandbox: Sandbox, agent: Agent, path = "/"): Promise<Desk> {
  const context = await newContext(browser);
  return { ...(await openTab(context, sandbox.urlOf(agent, path))), close: () => context.close() };
}

/** Two signals within this time are one navigation: so long after one the next is another (ms). */
export const AFTER_THE_LAST_NAVIGATION = 2_100;

/** Goes to a page that counts as another navigation: the signals of the last one are over. */
export async function navigate(at: Pick<Desk, "page" | "goTo">, link: string): Promise<void> {
  await at.page.waitForTimeout(AFTER_THE_LAST_NAVIGATION);
  await at.goTo(link);
}

/** Writes down from now on what the bubble says, however shortly; what is given tells it, without what it says at first. */
export async function recordUnread({ bubble }: Pick<Desk, "bubble">): Promise<() => Promise<readonly string[]>> {
  const seen = await bubble.evaluateHandle((button) => {
    const names: string[] = [];
    const look = () => {
      const name = button.getAttribute("aria-label") ?? "";
      if (names.at(-1) !== name) names.push(name);
    };
    look();
    new MutationObserver(look).observe(button, { attributeFilter: ["aria-label"] });
    return names;
  });
  return async () => (await seen.jsonValue()).slice(1);
}

/** Checks again for five seconds: the server learns a moment after the screen shows it. @throws what the last check threw */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (const deadline = Date.now() + 5_000; ;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
