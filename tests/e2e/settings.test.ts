/** The agent's own settings, in a browser: by keyboard, in effect at once in every tab, kept when the server does not take them. */
import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { eventually, newContext, openBrowser, openTab } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(90_000);

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
let sandbox: Sandbox;
let browser: Browser;
let context: BrowserContext;
let desk: Desk;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});
beforeEach(async () => {
  context = await newContext(browser);
  desk = await openTab(context, sandbox.urlOf("ana"));
  await desk.expectUnread(0);
  await desk.openPanel();
});
afterEach(() => context.close());

const button = (page: Page) => page.getByRole("button", { name: "Settings", exact: true });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Settings" });
/** The dialog's own element has no size: whether the dialog is there to see, this tells. */
const save = (page: Page) => dialog(page).getByRole("button", { name: "Save" });
const settingsOfAna = async () => (await sandbox.api("ana", "GET", "msgn_agentsettings")).body["value"] as Record<string, unknown>[];

/** What axe finds in the dialog, in words. */
async function violations(page: Page): Promise<unknown> {
  // As a program that looks from outside: the app's own policy lets no strange script in.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(root: Element | null): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run(document.querySelector('[role="dialog"]'));
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
}

/** Where the bubble is: the end and the top, or the others. */
async function corner({ bubble, page }: Desk): Promise<string> {
  const box = await bubble.boundingBox();
  const size = page.viewportSize();
  if (!box || !size) return "nowhere";
  return `${box.y < size.height / 2 ? "top" : "bottom"} ${box.x < size.width / 2 ? "left" : "right"}`;
}

it("are changed by keyboard alone, written to the agent's own row, and move the bubble at once, in another tab, too", async () => {
  const other = await openTab(context, sandbox.urlOf("ana"));
  await other.expectUnread(0);
  const { page } = desk;
  await button(page).focus();
  await page.keyboard.press("Enter");
  await save(page).waitFor();
  const hasFocus = (role: "combobox" | "switch", name: string) => async () =>
    expect(
      await dialog(page)
        .getByRole(role, { name })
        .evaluate((element) => element === document.activeElement),
    ).toBe(true);
  const sound = dialog(page).getByRole("switch", { name: "Sound" });
  await eventually(hasFocus("switch", "Sound"));
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Space");
  await eventually(async () => expect(await sound.getAttribute("aria-checked")).toBe("true"));
  // Past Try, desktop notification, do not disturb, the list's density and where conversations open.
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("Tab");
  await eventually(hasFocus("combobox", "Bubble corner"));
  // The list of choices takes the focus once it is there, and gives it back once it is gone.
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor();
  await eventually(async () => expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("option"));
  for (const key of ["End", "Enter"]) await page.keyboard.press(key);
  await eventually(hasFocus("combobox", "Bubble corner"));
  await page.getByRole("listbox").waitFor({ state: "hidden" });
  // Past the count in the title, the shortcut and its Turn off.
  for (const key of ["Tab", "Tab", "Tab", "Tab", "Enter"]) await page.keyboard.press(key);
  await save(page).waitFor({ state: "hidden" });
  expect(await button(page).evaluate((element) => element === document.activeElement)).toBe(true);
  await eventually(async () => expect([await corner(desk), await corner(other)]).toEqual(["top left", "top left"]));
  expect(await settingsOfAna()).toEqual([expect.objectContaining({ msgn_bubblecorner: 864500003, msgn_sound: true })]);
  expect([desk.errors, other.errors]).toEqual([[], []]);
});

it("stay in the dialog while the server does not take them; Escape closes the dialog and not the panel", async () => {
  const { page, panel } = desk;
  await button(page).click();
  await sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_agentsettings", status: 503, times: 1 });
  await dialog(page).getByRole("combobox", { name: "Do not disturb" }).click();
  await page.getByRole("option", { name: "For 1 hour" }).click();
  await save(page).click();
  await dialog(page).getByText("Your settings couldn’t be saved. Try again.").waitFor();
  await save(page).click();
  await save(page).waitFor({ state: "hidden" });
  expect(await settingsOfAna()).toEqual([expect.objectContaining({ msgn_donotdisturbuntil: expect.any(String) as string })]);
  await button(page).click();
  await dialog(page)
    .getByText(/^Until /)
    .waitFor();
  // An open list of choices closes first.
  await dialog(page).getByRole("combobox", { name: "Bubble corner" }).click();
  await page.getByRole("option", { name: "Top right" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("option", { name: "Top right" }).waitFor({ state: "hidden" });
  expect(await save(page).isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await save(page).waitFor({ state: "hidden" });
  expect(await panel.isVisible()).toBe(true);
});
