/** What the start of the app loads, and when the panel's own bundle comes. */
import type { Browser, Page } from "playwright-core";
import { openBrowser, openDesk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

let sandbox: Sandbox;
let browser: Browser;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  await sandbox.sms("+15550100", "Is it ready?", "Jane Doe");
}, 90_000);

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

afterEach(() => sandbox.temper({}));

/** The panel's bundle in what the page has loaded. */
const PANEL = /PanelLibrary\/bundle\.js/;
const BUBBLE = /MessageBubble\/bundle\.js/;
const loaded = (page: Page, what: RegExp): Promise<number> =>
  page.evaluate(
    (source) => performance.getEntriesByType("resource").filter(({ name }) => new RegExp(source).test(name)).length,
    what.source,
  );

it("loads the panel's code when the agent comes to the bubble, once, and not with the app", async () => {
  const { page, bubble, panel, close } = await openDesk(browser, sandbox, "ana");
  await bubble.waitFor();
  expect([await loaded(page, BUBBLE), await loaded(page, PANEL)]).toEqual([1, 0]);
  await bubble.hover();
  await page.waitForFunction(
    (source) => performance.getEntriesByType("resource").some(({ name }) => new RegExp(source).test(name)),
    PANEL.source,
  );
  await bubble.click();
  await panel.getByRole("listitem").first().waitFor();
  await bubble.click();
  await bubble.click();
  await panel.getByRole("listitem").first().waitFor();
  expect(await loaded(page, PANEL)).toBe(1);
  await close();
});

it("opens the panel where the platform has no function that loads a bundle on demand", async () => {
  await sandbox.temper({ loadDependency: "missing" });
  const { page, bubble, panel, close } = await openDesk(browser, sandbox, "ana");
  await bubble.click();
  await panel.getByRole("listitem").first().waitFor();
  expect(await loaded(page, PANEL)).toBe(1);
  await close();
});

it("says that the panel cannot be had, goes on counting, and has it by Retry", async () => {
  const { page, bubble, panel, close } = await openDesk(browser, sandbox, "ana");
  await bubble.waitFor();
  await page.route(PANEL, (route) => route.abort());
  await bubble.click();
  await panel.getByRole("alert").getByText("The notifications could not be loaded.").waitFor();
  expect(await bubble.getAttribute("aria-label")).toBe("Messages, 1 unread");
  await page.unroute(PANEL);
  await panel.getByRole("button", { name: "Retry" }).click();
  await panel.getByRole("listitem").first().waitFor();
  await close();
});
