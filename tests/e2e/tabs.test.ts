/** Several tabs of one browser: what is done in one shows in the others at once, and only in those of the same user. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { newContext, openBrowser, openTab } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(60_000);

let sandbox: Sandbox;
let browser: Browser;
let context: BrowserContext;
let numbers = 0;

const INBOX = { user: "ana", method: "GET", path: "msgn_messages?fetchXml" };

/** Other tabs show an action not later than this after the tab in which it was done (ms). */
const AT_ONCE = 200;
/** Longer than anything takes that would come by itself. */
const A_WHILE = 1_500;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  // No tab asks by itself: what it shows it has heard from another.
  await sandbox.api("mia", "PATCH", "msgn_configurations(msgn_name='Default')", { msgn_refreshseconds: 0 });
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** What earlier tests left is read. */
async function readAll(): Promise<void> {
  const { body } = await sandbox.api("root", "GET", "msgn_messages?$select=msgn_messageid&$filter=msgn_readon eq null");
  for (const row of body["value"] as Record<string, unknown>[])
    await sandbox.api("root", "PATCH", `msgn_messages(${String(row["msgn_messageid"])})`, { msgn_readon: "2026-01-01T00:00:00Z" });
}

/** Texts of new customers, by their names. */
async function customers(count: number): Promise<readonly string[]> {
  const names = Array.from({ length: count }, () => `Customer ${(numbers += 1)}`);
  for (const [index, name] of names.entries()) await sandbox.sms(`+1555030${100 + numbers - count + index}`, "Is my bike ready?", name);
  return names;
}

/** Ana's, on a page that asks nothing of the Web API itself. */
async function tabs(count: number): Promise<[Desk, Desk, ...Desk[]]> {
  // The first tab makes the agent's own row. Two that start at once both try: one is refused (412), goes on with the other's row, and the browser notes it as an error.
  const first = await openTab(context, sandbox.urlOf("ana"));
  await first.bubble.waitFor();
  const others = await Promise.all(Array.from({ length: count - 1 }, () => openTab(context, sandbox.urlOf("ana"))));
  return [first, ...others] as [Desk, Desk, ...Desk[]];
}

/** Resolves, once asked for, to the moment when this notification left the page's panel (ms since 1970, comparable between tabs). */
async function whenGone(page: Page, name: string): Promise<() => Promise<number>> {
  const watched = await page.evaluateHandle((wanted) => {
    const isThere = () => [...document.querySelectorAll('[role="listitem"]')].some(({ textContent }) => textContent.includes(wanted));
    const at = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (isThere()) return;
        observer.disconnect();
        resolve(performance.timeOrigin + performance.now());
      });
      observer.observe(document.body, { subtree: true, childList: true });
    });
    return { at };
  }, name);
  return () => watched.evaluate(({ at }) => at);
}

describe("two tabs of one agent", () => {
  let acting: Desk;
  let other: Desk;
  let names: readonly string[];

  beforeAll(async () => {
    names = await customers(9);
    context = await newContext(browser);
    [acting, other] = await tabs(2);
    await both((each) => each.expectUnread(names.length));
    await both((each) => each.openPanel());
    // The browser draws what is in front: there, a click takes no time.
    await acting.page.bringToFront();
  });

  afterAll(() => context.close());

  const both = (work: (tab: Desk) => Promise<void>) => Promise.all([acting, other].map(work));

  it.each(["Dismiss", "Block", "Accept"])("show what %s did within 200 ms of each other, without asking the server", async (action) => {
    await sandbox.fault({ ...INBOX, delayMs: 5_000, times: 99 });
    const delays: number[] = [];
    for (const name of names.slice(0, 3)) {
      const moments = await Promise.all([acting, other].map(({ page }) => whenGone(page, name)));
      await acting.press(name, action);
      if (action === "Block") await acting.page.getByRole("dialog").getByRole("button", { name: "Block" }).click();
      const [here = NaN, there = NaN] = await Promise.all(moments.map((moment) => moment()));
      delays.push(there - here);
      names = names.filter((known) => known !== name);
      await both((each) => each.expectUnread(names.length));
    }
    // The machine may be busy with something else once; not each time.
    expect(Math.min(...delays)).toBeLessThan(AT_ONCE);
    process.stdout.write(`${action}: the other tab shows it ${delays.map((delay) => delay.toFixed(0)).join(", ")} ms later\n`);
  });

  it("both take a dismissal back when the agent presses Undo in one", async () => {
    await sandbox.clearFaults();
    const [name = ""] = await customers(1);
    await acting.goTo("Contacts");
    await both((each) => each.expectUnread(1));
    await acting.press(name, "Dismiss");
    await other.expectUnread(0);
    await acting.page.getByRole("button", { name: "Undo" }).last().click();
    await both((each) => each.expectUnread(1));
    expect([...acting.errors, ...other.errors]).toEqual([]);
  });
});

describe("tabs of their own", () => {
  beforeEach(async () => {
    await readAll();
    context = await newContext(browser);
  });

  afterEach(() => context.close());

  it.each([
    ["their own addresses", (user: string) => `http://${user}.localhost:${sandbox.port}/`],
    ["one address", (user: string) => `http://localhost:${sandbox.port}/?user=${user}`],
  ])("tells nothing to a tab of another user in the same browser, at %s", async (_, urlOf) => {
    const [name = ""] = await customers(1);
    const bens = await openTab(context, urlOf("ben"));
    await bens.expectUnread(1);
    const anas = await openTab(context, urlOf("ana"));
    await anas.expectUnread(1);
    await anas.press(name, "Dismiss");
    await anas.expectUnread(0);
    await bens.page.waitForTimeout(A_WHILE);
    await bens.expectUnread(1);
    expect([...anas.errors, ...bens.errors]).toEqual([]);
  });

  it("leaves each tab on its own, and right, where the browser has neither channels nor locks", async () => {
    await context.addInitScript(() => {
      Reflect.deleteProperty(window, "BroadcastChannel");
      Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
    });
    const [name = ""] = await customers(1);
    const [acting, other] = await tabs(2);
    await Promise.all([acting, other].map((each) => each.expectUnread(1)));
    await acting.press(name, "Dismiss");
    await acting.expectUnread(0);
    await other.page.waitForTimeout(A_WHILE);
    await other.expectUnread(1);
    await other.goTo("Accounts");
    await other.expectUnread(0);
    expect([...acting.errors, ...other.errors]).toEqual([]);
  });
});
