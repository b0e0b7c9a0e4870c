/** The bubble on every page, for whom it is, at what price. */
import type { Browser } from "playwright-core";
import { eventually, openBrowser, openDesk } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(120_000);

let sandbox: Sandbox;
let browser: Browser;
let ana: Desk;

const PAGES = ["Messages", "Contact Numbers", "Contacts", "Accounts", "Dashboards", "Sessions"];

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ demo: true }), openBrowser()]);
  ana = await openDesk(browser, sandbox, "ana");
  await ana.bubble.waitFor();
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

it("shows the demonstration data's unread total within two seconds of the page being ready", async () => {
  const fresh = await openDesk(browser, sandbox, "ana");
  const ready = Date.now();
  await fresh.page.getByRole("button", { name: /^Messages, \d+ unread$/ }).waitFor({ timeout: 2_000 });
  expect(Date.now() - ready).toBeLessThan(2_000);
  await fresh.close();
});

it("is on every page of the app exactly once, and does not flicker on the way", async () => {
  const count = await ana.bubble.getAttribute("aria-label");
  // The very element must survive: one that is drawn anew has flickered.
  await ana.bubble.evaluate((element) => element.setAttribute("data-survivor", "yes"));
  for (const page of PAGES) {
    await ana.goTo(page);
    expect(await ana.bubble.count()).toBe(1);
    expect(await ana.bubble.getAttribute("data-survivor")).toBe("yes");
    expect(await ana.bubble.getAttribute("aria-label")).toBe(count);
  }
  await ana.page.getByRole("row").filter({ hasText: "Jane Doe" }).getByText("Jane Doe").first().click();
  await ana.page.waitForURL(/pagetype=entityrecord/);
  expect(await ana.bubble.count()).toBe(1);
});

it("asks the Web API once per navigation with the panel closed, at most twice with it open", async () => {
  for (const [isOpen, most] of [
    [false, 1],
    [true, 2],
  ] as const) {
    if (isOpen) await ana.openPanel();
    for (const page of ["Contacts", "Dashboards"]) {
      await ana.page.waitForTimeout(2_500);
      await sandbox.clearRequests();
      await ana.goTo(page);
      await eventually(async () => expect(await sandbox.requests("ana")).not.toEqual([]));
      // What else would be asked comes at once after it.
      await ana.page.waitForTimeout(1_000);
      const requests = await sandbox.requests("ana");
      expect(requests.map(({ url }) => url.slice(0, 60))).toHaveLength(Math.min(requests.length, most));
    }
  }
});

it("reports no error in the browser", () => {
  expect(ana.errors).toEqual([]);
});

it("leaves a user without a role alone: the app works, without bubble, command or error", async () => {
  const zoe = await openDesk(browser, sandbox, "zoe");
  await zoe.goTo("Contacts");
  await zoe.goTo("Accounts");
  await zoe.page.waitForTimeout(2_000);
  expect(await zoe.bubble.count()).toBe(0);
  expect(
    await zoe.page
      .getByRole("menuitem", { name: "Messages" })
      .or(zoe.page.getByRole("button", { name: /^Messages/ }))
      .count(),
  ).toBe(0);
  expect(zoe.errors).toEqual([]);
  await zoe.close();
});
