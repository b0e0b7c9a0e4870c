/** Search, tabs and order in a browser: as an agent finds one of many, and finds it the same the next day. */
import type { Browser, BrowserContext } from "playwright-core";
import { eventually, newContext, openBrowser, openTab } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(120_000);

let sandbox: Sandbox;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  await sandbox.sms("+15550101", "Where is my parcel?", "Zoë Ångström");
  // Dataverse keeps whole seconds: she is to be the one who has waited longest.
  await sandbox.advanceClock(60);
  // More than a panel shows: her card is not in view.
  for (let at = 0; at < 60; at += 1) await sandbox.sms(`+155520${String(at).padStart(2, "0")}`, `Hello ${at}`, `Customer ${at}`);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});
beforeEach(async () => {
  context = await newContext(browser);
});
afterEach(() => context.close());

async function open() {
  const desk = await openTab(context, sandbox.urlOf("ana"));
  await desk.openPanel();
  const box = desk.panel.getByRole("searchbox", { name: "Search notifications" });
  await box.waitFor();
  const expectFound = (...names: readonly string[]) =>
    eventually(async () => {
      const lines = await desk.panel
        .getByRole("listitem")
        .evaluateAll((items) => items.map((item) => item.getAttribute("aria-label") ?? ""));
      expect(lines.map((line) => line.split(",")[0])).toEqual(names);
    });
  return { ...desk, box, expectFound, tab: (name: string) => desk.panel.getByRole("tab", { name: new RegExp(`^${name}\\b`) }) };
}

it("finds by name, number and text, also by a text that no card has shown, with one request for all of them", async () => {
  const { page, box, expectFound, errors } = await open();
  await sandbox.clearRequests();
  await box.fill("parcel");
  await expectFound("Zoë Ångström");
  const asked = (await sandbox.requests("ana")).filter(({ url }) => url.includes("$top=5000"));
  expect(asked).toHaveLength(1);
  await box.fill("zoe angstrom");
  await expectFound("Zoë Ångström");
  await box.fill("555 0101");
  await expectFound("Zoë Ångström");
  await box.press("Escape");
  expect([await box.inputValue(), await page.getByRole("region", { name: "Notifications" }).isVisible()]).toEqual(["", true]);
  expect(errors).toEqual([]);
});

it("remembers tab and order, for the agent's other tabs, too", async () => {
  const first = await open();
  const second = await open();
  await first.tab("Waiting").click();
  await eventually(async () => expect(await second.tab("Waiting").getAttribute("aria-selected")).toBe("true"));
  await first.page.bringToFront();
  await first.tab("All").click();
  await first.panel.getByRole("button", { name: "Order: Newest first" }).click();
  await first.page.getByRole("menuitemradio", { name: "Longest waiting first" }).click();
  await eventually(async () =>
    expect((await first.panel.getByRole("listitem").first().getAttribute("aria-label"))?.split(",")[0]).toBe("Zoë Ångström"),
  );
  await second.panel.getByRole("button", { name: "Order: Longest waiting first" }).waitFor();
  await first.close();
  await second.close();
  const later = await open();
  await later.panel.getByRole("button", { name: "Order: Longest waiting first" }).waitFor();
  expect(later.errors).toEqual([]);
});

it("has one title: the pane's", async () => {
  const { panel } = await open();
  expect(await panel.getByRole("heading", { level: 2 }).count()).toBe(0);
});
