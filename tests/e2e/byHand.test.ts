/** What an administrator does on the product's own forms, before there is a gateway and after there are two configurations. */
import type { Browser } from "playwright-core";
import { openBrowser, openDesk } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(120_000);

let sandbox: Sandbox;
let browser: Browser;
let mia: Desk;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  mia = await openDesk(browser, sandbox, "mia");
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

const field = (label: string) => mia.page.getByRole("main").getByLabel(label).first();

/** The form of a new row, by the list's command. */
async function openNew(list: string): Promise<void> {
  await mia.goTo(list);
  await mia.page.getByRole("menuitem", { name: "New" }).click();
  await mia.page.getByRole("heading", { level: 1, name: /^New / }).waitFor();
}

async function choose(label: string, text: string): Promise<void> {
  await field(label).fill(text);
  await mia.page.getByRole("option", { name: text }).first().click();
}

async function save(): Promise<void> {
  await mia.page.getByRole("menuitem", { name: "Save", exact: true }).click();
  await mia.page.getByText("- Saved").waitFor();
}

it("makes a number, a session and a message by hand, and the agents are notified of it", async () => {
  const ana = await openDesk(browser, sandbox, "ana");
  await ana.expectUnread(0);

  await openNew("Contact Numbers");
  await field("Phone Number").fill("+15550177");
  await save();

  await openNew("Sessions");
  await choose("Contact Number", "+15550177");
  await field("Business Number").fill("+15550999");
  await field("Business Number").press("Tab");
  await save();
  await mia.page.getByRole("heading", { level: 1, name: "+15550177, +15550999" }).waitFor();

  await openNew("Messages");
  await choose("Session", "+15550177, +15550999");
  await field("Message").fill("Is my bike ready?");
  await field("Message").press("Tab");
  await save();
  await mia.page.getByRole("heading", { level: 1, name: "Is my bike ready?" }).waitFor();

  await ana.goTo("Contacts");
  await ana.expectUnread(1);
  await ana.openPanel();
  await ana.notification("+15550177").getByText("Is my bike ready?").waitFor();
  await ana
    .notification("+15550177")
    .getByRole("button", { name: /^Accept/ })
    .waitFor();
  expect([...ana.errors, ...mia.errors]).toEqual([]);
  await ana.close();
});

it("is told on the form of a second configuration that it has no effect, until the first one is inactive", async () => {
  const warning = mia.page.getByText("This configuration has no effect while “Default” is active");
  await openNew("Configurations");
  await warning.waitFor();
  await field("Name").fill("Second");
  await save();
  await warning.waitFor();

  const { body } = await sandbox.api("root", "GET", "msgn_configurations?$select=msgn_configurationid&$filter=msgn_name eq 'Default'");
  const [first] = body["value"] as Record<string, unknown>[];
  await sandbox.api("root", "PATCH", `msgn_configurations(${String(first?.["msgn_configurationid"])})`, { statecode: 1, statuscode: 2 });
  const answered = mia.page.waitForResponse(/msgn_configurations\?\$select=msgn_name/);
  await mia.page.reload();
  await mia.page.getByRole("heading", { level: 1, name: "Second" }).waitFor();
  await (await answered).finished();
  expect(await warning.count()).toBe(0);
});
