/** Who refreshes in the background, of several tabs of one browser: one of them, whatever happens to the one that did. */
import type { BrowserContext, Page } from "playwright-core";
import { newContext, openBrowser, openTab, openWindow } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Agent } from "./sandbox";

jest.setTimeout(90_000);

/** The shortest that the product allows (ms). */
const INTERVAL = 5_000;
/** Mia's id, see docs/sandbox.md. */
const MIA = "a11ce000-0000-4000-8000-000000000004";

/** Concurrent tests do not wait for hooks: each waits for this. They are of different users, and mostly wait for time to pass. */
const started = (async () => {
  const [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  await sandbox.api("mia", "PATCH", "msgn_configurations(msgn_name='Default')", { msgn_refreshseconds: INTERVAL / 1000 });
  return { sandbox, browser };
})();

afterAll(async () => {
  const { sandbox, browser } = await started;
  await browser.close();
  await sandbox.stop();
});

/** A tab, and when it asked for the list (ms since 1970), from the beginning. */
interface Watched extends Desk {
  readonly asked: number[];
}

async function openWatched(context: BrowserContext, agent: Agent): Promise<Watched> {
  const { sandbox } = await started;
  const tab = await openTab(context, sandbox.urlOf(agent));
  const asked: number[] = [];
  await tab.expectUnread(0);
  tab.page.on("request", (request) => {
    if (request.url().includes("fetchXml") && request.url().includes("aggregate")) asked.push(Date.now());
  });
  return { ...tab, asked };
}

/** Waits for the next request of these tabs, and says which asked. */
async function nextToAsk(tabs: readonly Watched[], limit = 4 * INTERVAL): Promise<Watched> {
  const from = Date.now();
  const before = tabs.map(({ asked }) => asked.length);
  for (;;) {
    const found = tabs.find(({ asked }, index) => asked.length > (before[index] ?? 0));
    if (found) return found;
    if (Date.now() - from > limit) throw new Error(`No tab asked within ${limit} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it.concurrent("costs one request per interval for three tabs, and goes on when the tab that asked is closed", async () => {
  const { browser } = await started;
  const context = await newContext(browser);
  const tabs = await Promise.all([0, 1, 2].map(() => openWatched(context, "ana")));
  for (const { asked } of tabs) asked.length = 0;
  const from = Date.now();
  await nextToAsk(tabs);
  await nextToAsk(tabs);
  const last = await nextToAsk(tabs);
  const intervals = (Date.now() - from) / INTERVAL;
  expect(tabs.flatMap(({ asked }) => asked).length).toBeLessThanOrEqual(Math.ceil(intervals) + 1);
  await last.close();
  await nextToAsk(tabs.filter((tab) => tab !== last));
});

it.concurrent("keeps the last list for the 30 s that the server takes, asks no second time, and shows the new one then", async () => {
  const { browser, sandbox } = await started;
  const mia = await openWatched(await newContext(browser), "mia");
  await sandbox.fault({ user: "mia", method: "GET", path: "msgn_messages?fetchXml", delayMs: 30_000, times: 1 });
  await nextToAsk([mia]);
  mia.asked.length = 0;
  await textToOwner(MIA);
  for (const link of ["Contacts", "Accounts", "Sessions"]) {
    await mia.goTo(link);
    await mia.page.waitForTimeout(INTERVAL);
    // After two intervals the bubble says how old its number is.
    await mia.page.getByRole("button", { name: /^Messages, no unread messages(, as of \d.*)?$/ }).waitFor();
  }
  expect(mia.asked).toEqual([]);
  await mia.expectUnread(1);
  expect(mia.errors).toEqual([]);
});

/** A text that only its conversation's owner sees. */
async function textToOwner(owner: string): Promise<void> {
  const { sandbox } = await started;
  const [number, session] = ["a11ce000-0000-4000-8000-100000000000", "a11ce000-0000-4000-8000-200000000000"];
  const post = async (path: string, body: object) => expect((await sandbox.api("root", "POST", path, body)).status).toBe(204);
  await post("msgn_contactnumbers", { msgn_contactnumberid: number, msgn_phonenumber: "+15550101" });
  await post("msgn_sessions", {
    msgn_sessionid: session,
    msgn_name: "Jane Doe",
    msgn_businessnumber: "+15550999",
    msgn_sessionstatus: 864500001,
    "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${number})`,
    "ownerid@odata.bind": `/systemusers(${owner})`,
  });
  await post("msgn_messages", {
    msgn_providermessageid: "1",
    msgn_body: "Is my bike ready?",
    msgn_receivedon: new Date().toISOString(),
    "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
  });
}

it.concurrent("goes on when the tab that asks is frozen before it has the answer", async () => {
  const { browser, sandbox } = await started;
  const context = await newContext(browser);
  const tabs = await Promise.all([0, 1].map(() => openWatched(context, "ben")));
  await sandbox.fault({ user: "ben", method: "GET", path: "msgn_messages?fetchXml", delayMs: 20_000, times: 1 });
  const leader = await nextToAsk(tabs);
  await stopScripts(leader.page);
  const others = tabs.filter((tab) => tab !== leader);
  await nextToAsk(others);
  await nextToAsk(others);
});

it.concurrent(
  "asks nothing while another page is in front, and goes on in the tab that comes to the front, the other one frozen",
  async () => {
    const window = await openWindow();
    try {
      const tabs = [await openWatched(window.context, "chloe"), await openWatched(window.context, "chloe")] as const;
      await nextToAsk(tabs);
      const elsewhere = await window.context.newPage();
      await elsewhere.bringToFront();
      for (const { page } of tabs) expect(await page.evaluate(() => document.visibilityState)).toBe("hidden");
      for (const { asked } of tabs) asked.length = 0;
      await elsewhere.waitForTimeout(2.5 * INTERVAL);
      expect(tabs.flatMap(({ asked }) => asked)).toEqual([]);
      const [sleeping, shown] = tabs;
      await freeze(sleeping.page);
      await shown.page.bringToFront();
      await nextToAsk([shown]);
      await nextToAsk([shown]);
      expect(sleeping.asked).toEqual([]);
    } finally {
      await window.browser.close();
    }
  },
);

/** As the browser freezes a tab that nobody has looked at for long; it does so to hidden tabs alone. */
async function freeze(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
}

/** Halts a page where it is, in the middle of whatever it does, as when the system takes its time away. */
async function stopScripts(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Debugger.enable");
  await session.send("Debugger.pause");
}
