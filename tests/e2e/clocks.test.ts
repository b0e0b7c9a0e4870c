/** Clocks that disagree: an agent's that is hours off, a provider's that is ahead. The server's alone counts. */
import type { Browser, BrowserContext } from "playwright-core";
import { eventually, navigate, newContext, openBrowser, openTab } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const ACCEPTED = 864500001;

let sandbox: Sandbox;
let browser: Browser;
let context: BrowserContext;
let texts = 0;
let name = "";

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

beforeEach(async () => {
  // One conversation of this test alone.
  for (const { msgn_sessionid: id } of await rows("msgn_sessions?$select=msgn_sessionid"))
    await sandbox.api("root", "DELETE", `msgn_sessions(${String(id)})`);
  texts += 1;
  name = `Customer ${texts}`;
  await sandbox.sms(`+1555050${texts}`, "Is my bike ready?", name);
  context = await newContext(browser);
});

afterEach(() => context.close());

async function rows(path: string): Promise<readonly Record<string, unknown>[]> {
  return (await sandbox.api("root", "GET", path)).body["value"] as Record<string, unknown>[];
}

/** The server's clock (ms). */
async function serverNow(): Promise<number> {
  return Date.parse((await sandbox.api("root", "GET", "WhoAmI()")).headers.get("Date") ?? "");
}

/** Every clock that a page can read is off by so much. */
async function shiftClock(ms: number): Promise<void> {
  await context.addInitScript((shift) => {
    const real = Date;
    const now = () => real.now() + shift;
    window.Date = new Proxy(real, {
      construct: (target, values: readonly unknown[]) => Reflect.construct(target, values.length > 0 ? values : [now()]) as object,
      apply: () => new real(now()).toString(),
      get: (target, key) => (key === "now" ? now : (Reflect.get(target, key) as unknown)),
    });
    Object.defineProperty(performance, "timeOrigin", { value: performance.timeOrigin + shift });
  }, ms);
}

/** Ben takes the conversation, and does not answer. */
async function acceptAsBen(): Promise<void> {
  const [session] = await rows("msgn_sessions?$select=msgn_sessionid");
  const [ben] = await rows("systemusers?$select=systemuserid&$filter=fullname eq 'Ben Okafor'");
  const { status } = await sandbox.api("ben", "PATCH", `msgn_sessions(${String(session?.["msgn_sessionid"])})`, {
    msgn_sessionstatus: ACCEPTED,
    "ownerid@odata.bind": `/systemusers(${String(ben?.["systemuserid"])})`,
  });
  expect(status).toBe(204);
}

/** A message whose sender's clock is ahead of the server's, by the gateway's way. */
async function textFromTheFuture(ahead: number): Promise<void> {
  const [session] = await rows("msgn_sessions?$select=msgn_sessionid");
  const receivedOn = new Date((await serverNow()) + ahead).toISOString();
  const { status } = await sandbox.api("gateway", "POST", "msgn_messages", {
    msgn_providermessageid: `future-${texts}`,
    msgn_body: "Sent tomorrow",
    msgn_receivedon: receivedOn,
    "msgn_sessionid@odata.bind": `/msgn_sessions(${String(session?.["msgn_sessionid"])})`,
  });
  expect(status).toBe(204);
}

it.each([5, -5])("judges idle by the server's clock, and writes and shows its times, in a browser that is %p hours off", async (hours) => {
  await acceptAsBen();
  const [message] = await rows("msgn_messages?$select=msgn_receivedon");
  await shiftClock(hours * HOUR);
  const ana = await openTab(context, sandbox.urlOf("ana"));
  expect(Math.abs((await ana.page.evaluate(() => Date.now())) - Date.now() - hours * HOUR)).toBeLessThan(HOUR);
  await ana.expectUnread(0);
  await sandbox.advanceClock(14 * 60);
  await navigate(ana, "Contacts");
  await ana.expectUnread(0);
  await sandbox.advanceClock(60);
  await navigate(ana, "Accounts");
  await ana.expectUnread(1);
  await ana.openPanel();
  const time = ana.notification(name).locator("time");
  expect(await time.textContent()).toMatch(/^1[56] min\. ago$/);
  expect(Date.parse((await time.getAttribute("datetime")) ?? "")).toBe(Date.parse(String(message?.["msgn_receivedon"])));

  await ana.press(name, "Assign to Me");
  await ana.page.getByRole("dialog", { name: "Change Ownership" }).getByRole("button", { name: "Yes" }).click();
  await ana.expectUnread(0);
  const isNow = async (value: unknown) => expect(Math.abs(Date.parse(String(value)) - (await serverNow()))).toBeLessThan(HOUR / 2);
  await eventually(async () => {
    await isNow((await rows("msgn_sessions?$select=msgn_acceptedon"))[0]?.["msgn_acceptedon"]);
    await isNow((await rows("msgn_messages?$select=msgn_readon"))[0]?.["msgn_readon"]);
  });
  expect(ana.errors).toEqual([]);
});

it("counts a message from the future from when it was stored, and lets it be dismissed; a text after it brings both back", async () => {
  await textFromTheFuture(3 * HOUR);
  const [stored] = await rows("msgn_messages?$filter=msgn_body eq 'Sent tomorrow' and msgn_readon eq null");
  const ana = await openTab(context, sandbox.urlOf("ana"));
  await ana.expectUnread(2);
  await ana.openPanel();
  await ana.notification(name).getByText("Sent tomorrow").waitFor();
  const time = ana.notification(name).locator("time");
  expect(await time.textContent()).toBe("now");
  expect(Date.parse((await time.getAttribute("datetime")) ?? "")).toBe(Date.parse(String(stored?.["createdon"])));
  await ana.press(name, "Dismiss");
  await ana.expectUnread(0);
  await sandbox.sms(`+1555050${texts}`, "Hello?");
  await navigate(ana, "Contacts");
  await ana.expectUnread(3);
  expect(ana.errors).toEqual([]);
});

it("lets nobody take a conversation over because of a message from the future, nor keeps it from them once the customer has waited", async () => {
  await textFromTheFuture(3 * HOUR);
  await acceptAsBen();
  const ana = await openTab(context, sandbox.urlOf("ana"));
  await ana.expectUnread(0);
  await sandbox.advanceClock(15 * 60);
  await navigate(ana, "Contacts");
  await ana.expectUnread(2);
  await ana.openPanel();
  expect(await ana.notification(name).getByRole("button").allTextContents()).toEqual(["Assign to Me"]);
});
