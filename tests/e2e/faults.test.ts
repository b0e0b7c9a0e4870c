/** What an agent sees when the server refuses, is busy, is slow or gone: the last list, the reason, and nothing lost. */
import type { Browser } from "playwright-core";
import { eventually, openBrowser, openDesk } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(90_000);

let sandbox: Sandbox;
let browser: Browser;
let ana: Desk;
let texts = 0;
let name = "";

/** The connection is cut, each time: a browser asks once more by itself when a connection that it had used before is cut. */
const CUT = { status: 0, times: 9 };
const INBOX = { user: "ana", method: "GET", path: "msgn_messages?fetchXml" };
const AFTER_THE_LAST_NAVIGATION = 2_100;

/** The next page: the signals of the last one are over. */
async function navigate(link: string): Promise<void> {
  await ana.page.waitForTimeout(AFTER_THE_LAST_NAVIGATION);
  await ana.goTo(link);
}

async function owner(): Promise<unknown> {
  const { body } = await sandbox.api(
    "root",
    "GET",
    `msgn_sessions?$select=_ownerid_value&$filter=startswith(msgn_name,'${name}')`,
    undefined,
    {
      Prefer: 'odata.include-annotations="*"',
    },
  );
  return (body["value"] as Record<string, unknown>[])[0]?.["_ownerid_value@OData.Community.Display.V1.FormattedValue"];
}

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

beforeEach(async () => {
  // One conversation of this test alone: what earlier tests left is read.
  const { body } = await sandbox.api("root", "GET", "msgn_messages?$select=msgn_messageid&$filter=msgn_readon eq null");
  for (const row of body["value"] as Record<string, unknown>[]) {
    await sandbox.api("root", "PATCH", `msgn_messages(${String(row["msgn_messageid"])})`, { msgn_readon: "2026-01-01T00:00:00Z" });
  }
  texts += 1;
  name = `Customer ${texts}`;
  await sandbox.sms(`+1555020${texts}`, "Is my bike ready?", name);
  ana = await openDesk(browser, sandbox, "ana");
  await ana.expectUnread(1);
  await ana.openPanel();
});

afterEach(async () => {
  await sandbox.clearFaults();
  await ana.close();
});

it.each([
  [500, "couldn’t be refreshed"],
  [503, "couldn’t be refreshed"],
  [0, "offline"],
])("keeps the last list on %p, says so and how old it is, and shows the new one after Retry", async (status, says) => {
  await sandbox.fault({ ...INBOX, status, times: 9 });
  await sandbox.sms(`+1555020${texts}`, "Hello?");
  await navigate("Contacts");
  await ana.panel.getByText(says).waitFor();
  await ana.panel.getByText("Last updated").waitFor();
  await ana.expectUnread(1);
  await sandbox.clearFaults();
  await ana.panel.getByRole("button", { name: "Retry" }).click();
  await ana.expectUnread(2);
  await ana.panel.getByText(says).waitFor({ state: "hidden" });
});

it("waits on 429 as long as the server asks, and then catches up by itself", async () => {
  await sandbox.fault({ ...INBOX, status: 429, retryAfterSeconds: 3, times: 1 });
  await sandbox.sms(`+1555020${texts}`, "Hello?");
  await navigate("Contacts");
  await ana.panel.getByText("busy").waitFor();
  await sandbox.clearRequests();
  await ana.expectUnread(2);
  expect((await sandbox.requests("ana")).filter(({ url }) => url.includes("aggregate"))).toHaveLength(1);
});

it("tells an agent who was signed out to sign in again", async () => {
  await sandbox.fault({ ...INBOX, status: 401, times: 1 });
  await navigate("Contacts");
  await ana.panel.getByText("signed out").waitFor();
  await ana.expectUnread(1);
});

it.each([403, 404])("takes the bubble away quietly on %p, and brings it back when the right is back", async (status) => {
  await sandbox.fault({ ...INBOX, status, times: 1 });
  await navigate("Contacts");
  await ana.bubble.waitFor({ state: "hidden" });
  await navigate("Accounts");
  await ana.expectUnread(1);
});

it("gives a dismissed notification back with the reason when the server could not be reached", async () => {
  await sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_dismissals", ...CUT });
  await ana.press(name, "Dismiss");
  await ana.panel.getByText("Something went wrong").waitFor();
  await ana.expectUnread(1);
});

it("says when the roles do not allow an action, and changes nothing", async () => {
  await sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_sessions", status: 403, times: 1 });
  await ana.press(name, "Accept");
  await ana.panel.getByText("don’t have permission").waitFor();
  expect(await owner()).toBe("SMS Gateway");
  await ana.expectUnread(1);
});

it("accepts all the same when the row changed for another reason (412)", async () => {
  await sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_sessions", status: 412, times: 1 });
  await ana.press(name, "Accept");
  await ana.expectUnread(0);
  await eventually(async () => expect(await owner()).toBe("Ana Ruiz"));
});

it("recognises an accept whose answer was cut off after the server had done it", async () => {
  await sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_sessions", status: 0, after: true, times: 1 });
  await ana.press(name, "Accept");
  await ana.expectUnread(0);
  await eventually(async () => expect(await owner()).toBe("Ana Ruiz"));
});

it("leaves a session alone when the accept was cut off before it reached the server, and says so", async () => {
  await sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_sessions", ...CUT });
  await ana.press(name, "Accept");
  await ana.panel.getByText("Something went wrong").waitFor();
  expect(await owner()).toBe("SMS Gateway");
  await ana.expectUnread(1);
});

it("shows the last list while the server is slow, and no second question is asked meanwhile", async () => {
  await sandbox.fault({ ...INBOX, delayMs: 4_000, times: 1 });
  await sandbox.sms(`+1555020${texts}`, "Hello?");
  await sandbox.clearRequests();
  await navigate("Contacts");
  await ana.page.waitForTimeout(2_500);
  await ana.goTo("Accounts");
  await ana.expectUnread(1);
  await ana.expectUnread(2);
  expect((await sandbox.requests("ana")).filter(({ url }) => url.includes("aggregate")).length).toBeLessThanOrEqual(2);
});

it("counts a conversation again whose messages could not be marked read", async () => {
  await sandbox.fault({ user: "ana", method: "POST", path: "$batch", status: 500, times: 1 });
  await ana.press(name, "Accept");
  await ana.expectUnread(0);
  await ana.page.waitForTimeout(11_000);
  await ana.expectUnread(1);
  expect(await ana.notification(name).getByRole("button").allTextContents()).toEqual(["View Message"]);
});
