/**
 * An agent's tab with the app: the product's parts in it, found by the names that the user interface shows. The browser tests and the program
 * for a tenant (`npm run tenant`) share it. What differs between two apps (how a page is reached, when it is there) is a `Shell`.
 */
import type { BrowserContext, Locator, Page } from "playwright-core";
import { atRest } from "./atRest";
import { conversationOf } from "./conversation";
import type { Conversation } from "./conversation";

/** The app around the product. */
export interface Shell {
  /** Waits until the app has come so far that its pages can be used. Not for the product: some people have none. */
  ready(page: Page): Promise<void>;
  /** Goes to a list by its name in the site map, without loading the app anew, and waits until the app shows it. */
  goTo(page: Page, link: string): Promise<void>;
}

/** The app as the sandbox draws it: the site map has links, and every page a heading. */
export const sandboxShell: Shell = {
  ready: (page) => page.getByRole("heading", { level: 1 }).first().waitFor(),
  async goTo(page, link) {
    await page.getByRole("navigation").getByRole("link", { name: link, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: new RegExp(link.replace(/s$/, "")) }).waitFor();
  },
};

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
  /** Goes to a list by its name in the site map, and waits until the app shows it. */
  goTo(link: string): Promise<void>;
  openPanel(): Promise<void>;
  /** The notification of a contact or number. */
  notification(name: string): Locator;
  /** The conversation with a customer (name, or number where there is none), in the page or in the pane beside it. */
  conversation(customer: string | RegExp): Conversation;
  /** Closes the pane of conversations, where it is open: what comes into a conversation that is open is read. */
  closeConversation(): Promise<void>;
  /** Presses an action of a notification. */
  press(name: string, action: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * How long anything is waited for (ms). After an outage each client asks again at a moment of its own, up to half a minute after it may (shared/inbox/refresher.ts): a
 * shorter wait would fail once in ten times.
 */
const PATIENCE = 45_000;

/** Opens the app in one more tab of a browser, and waits for the app. */
export async function openTab(context: BrowserContext, url: string, shell: Shell = sandboxShell): Promise<Desk> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(url);
  await shell.ready(page);
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
    conversation: (customer) => conversationOf(page, customer),
    closeConversation: () =>
      page.evaluate(() => {
        const { Xrm } = window as unknown as { Xrm: { App: { sidePanes: { getPane(id: string): { close(): void } | undefined } } } };
        Xrm.App.sidePanes.getPane("msgn_Conversation")?.close();
      }),
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
    goTo: (link) => shell.goTo(page, link),
    async openPanel() {
      if (!(await panel.isVisible())) await bubble.click();
      await panel.waitFor();
    },
    async press(name, action) {
      await desk.openPanel();
      // What has come while the pointer or the focus was at the list waits behind a button.
      const news = panel.getByRole("button", { name: /^\d+ new$/ });
      await notification(name).or(news).first().waitFor();
      if (!(await notification(name).isVisible()) && (await news.isVisible())) await news.click();
      await atRest(notification(name));
      await notification(name)
        .getByRole("button", { name: new RegExp(`^${action}`) })
        .click();
    },
    close: () => page.close(),
  };
  return desk;
}
