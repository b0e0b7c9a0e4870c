/** Agents at work: the app in a browser, found by the names that the user interface shows. */
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { browserArguments, findBrowser } from "../../tools/browser";
import type { Agent, Sandbox } from "./sandbox";

/** One agent's tab, signed in, and the product's parts in it. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser reported as an error: nothing, if all is well. */
  readonly errors: string[];
  readonly bubble: Locator;
  readonly panel: Locator;
  /** Waits until the bubble shows this number of unread messages. */
  expectUnread(count: number): Promise<void>;
  /** The number that the bubble shows. @throws Error while it shows none */
  unread(): Promise<number>;
  /** Waits until the pane's icon on the rail has this badge; none at zero. */
  expectBadge(count: number): Promise<void>;
  /** Goes to a page by its link in the site map, and waits for its heading. */
  goTo(link: string): Promise<void>;
  openPanel(): Promise<void>;
  /** The notification of a contact or number. */
  notification(name: string): Locator;
  /** Presses an action of a notification. */
  press(name: string, action: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the installed browser. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("No Chrome, Edge or Chromium found; see README, Tests.");
  return chromium.launch({ executablePath, args: [...browserArguments(), ...more] });
}

/**
 * A browser as people have it, with one window: the tab in front hides the others. Playwright's own pages all believe to be in front.
 * The browser that is given is to be closed.
 */
export async function openWindow(): Promise<{ readonly browser: Browser; readonly context: BrowserContext }> {
  const port = await freePort();
  const browser = await openBrowser([`--remote-debugging-port=${port}`]);
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

/** Opens the app in one more tab of a browser, and waits for the app. */
export async function openTab(context: BrowserContext, url: string): Promise<Desk> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(url);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  const bubble = page.getByRole("button", { name: /^Messages, / });
  const panel = page.getByRole("region", { name: "Notifications" });
  const notification = (name: string) => panel.getByRole("listitem").filter({ hasText: name });
  const desk: Desk = {
    page,
    context,
    errors,
    bubble,
    panel,
    notification,
    async expectUnread(count) {
      const name = count === 0 ? "Messages, no unread messages" : `Messages, ${count} unread`;
      await page.getByRole("button", { name, exact: true }).waitFor();
    },
    async unread() {
      const name = (await bubble.getAttribute("aria-label")) ?? "";
      const [, count] = /^Messages, (?:(\d+) unread|no unread messages)/.exec(name) ?? [undefined];
      if (!name.startsWith("Messages, no") && count === undefined) throw new Error(`The bubble shows no number: ${name}`);
      return Number(count ?? 0);
    },
    async expectBadge(count) {
      await page.waitForFunction(
        (badge) => {
          const { Xrm } = window as unknown as { Xrm: { App: { sidePanes: { getPane(id: string): { badge: unknown } } } } };
          return Xrm.App.sidePanes.getPane("msgn_MessageNotification").badge === badge;
        },
        count > 0 && count,
      );
    },
    async goTo(link) {
      await page.getByRole("navigation").getByRole("link", { name: link, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: new RegExp(link.replace(/s$/, "")) }).waitFor();
    },
    async openPanel() {
      if (!(await panel.isVisible())) await bubble.click();
      await panel.waitFor();
    },
    async press(name, action) {
      await desk.openPanel();
      await notification(name)
        .getByRole("button", { name: new RegExp(`^${action}`) })
        .click();
    },
    close: () => page.close(),
  };
  return desk;
}

/** Two signals within this time are one navigation: so long after one the next is another (ms). */
export const AFTER_THE_LAST_NAVIGATION = 2_100;

/** Goes to a page that counts as another navigation: the signals of the last one are over. */
export async function navigate(at: Pick<Desk, "page" | "goTo">, link: string): Promise<void> {
  await at.page.waitForTimeout(AFTER_THE_LAST_NAVIGATION);
  await at.goTo(link);
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
