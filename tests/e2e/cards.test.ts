/** Cards in a real layout: how many fit, that every button can be reached, and what a card's text opens. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { USUAL_HEIGHT } from "../../NotificationPanel/cardStyles";
import { openBrowser, openTab } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(90_000);

/** An option of the choice *list density*. */
const ROOMY = 864500001;
const JANE = "+15550101";
let sandbox: Sandbox;
let browser: Browser;
const contexts: BrowserContext[] = [];

interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly language?: number;
  readonly hasTouch?: boolean;
}

/** The app in a window of this size, with the panel open. */
async function openPanel({ width = 1366, height = 768, language = 1033, hasTouch = false }: Look = {}): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width, height }, locale: "en-US", hasTouch, isMobile: hasTouch });
  contexts.push(context);
  const desk = await openTab(context, sandbox.urlOf("ana", `/?lang=${language}`));
  const panel = desk.page.getByRole("tabpanel");
  if (!(await panel.isVisible())) await desk.page.locator("button[aria-expanded]").filter({ hasText: /\d/ }).last().click();
  await panel.getByRole("listitem").first().getByText("Thanks").or(panel.getByRole("listitem").first()).first().waitFor();
  return desk;
}

const card = (page: Page, name: string) => page.getByRole("tabpanel").getByRole("listitem").filter({ hasText: name });
/** What a finger would do: half a second after a change of layout a press counts again. */
const rest = (page: Page) => page.waitForTimeout(600);

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  for (let at = 2; at <= 12; at++) await sandbox.sms(`+155501${String(at).padStart(2, "0")}`, "Is my order ready?", `Customer ${at}`);
  await sandbox.sms(JANE, "First: see https://example.com", "Jane Doe");
  await sandbox.sms(JANE, "Second");
  await sandbox.sms(JANE, "Third");
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

it("shows nine cards whole at once on a screen of 1366 x 768", async () => {
  const { page } = await openPanel();
  const whole = await card(page, "").evaluateAll((lines) => {
    const view = lines[0]?.closest("[data-is-scrollable]")?.getBoundingClientRect();
    return lines.filter((line) => {
      const { top, bottom } = line.getBoundingClientRect();
      return view && top >= view.top && bottom <= view.bottom;
    }).length;
  });
  expect(whole).toBeGreaterThanOrEqual(9);
  expect(await card(page, "Jane Doe").evaluate((line) => line.getBoundingClientRect().height)).toBe(USUAL_HEIGHT.compact);
});

it.each([1033, 1031])("has time and count of every card at the same place, and its buttons in one row (%d)", async (language) => {
  const { page } = await openPanel({ language });
  const places = await card(page, "").evaluateAll((lines) =>
    lines.map((line) => {
      const edge = line.getBoundingClientRect();
      const badge = line.querySelector("[aria-hidden=true]:not(svg)")?.getBoundingClientRect();
      const tops = Array.from(line.querySelectorAll("button"), (button) => Math.round(button.getBoundingClientRect().top));
      return { badge: badge && Math.round(edge.right - badge.right), width: badge && Math.round(badge.width), rows: new Set(tops).size };
    }),
  );
  expect(new Set(places.map(({ badge, width, rows }) => `${badge} ${width} ${rows}`)).size).toBe(1);
  expect(places[0]?.rows).toBe(1);
});

it.each([1033, 1031, 1025])("keeps a whole card with its buttons inside a window of 320 px (%d)", async (language) => {
  const { page } = await openPanel({ width: 320, height: 640, language });
  const outside = await card(page, "").evaluateAll((lines) =>
    lines.flatMap((line) => {
      const edge = line.getBoundingClientRect();
      return Array.from(line.querySelectorAll("button, time, bdi"))
        .map((part) => part.getBoundingClientRect())
        .filter(({ left, right, width }) => width === 0 || left < edge.left - 1 || right > edge.right + 1);
    }),
  );
  expect(outside).toEqual([]);
});

it.each([1033, 1025])("writes a phone number from left to right, beside a name in any script (%d)", async (language) => {
  const { page } = await openPanel({ language });
  const isInOrder = await card(page, "Jane Doe")
    .locator("bdi")
    .filter({ hasText: JANE })
    .evaluate((number) => {
      const text = number.firstChild;
      const leftOf = (at: number) => {
        const range = document.createRange();
        if (text) range.setStart(text, at);
        if (text) range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      };
      return leftOf(0) < leftOf(1);
    });
  expect(isInOrder).toBe(true);
});

it("has cards of one height where they are roomy, also while their texts are still coming, and as high as the list expects", async () => {
  // The first start of the app makes the agent's settings row.
  await openPanel();
  const { body } = await sandbox.api("root", "GET", "msgn_agentsettings?$select=msgn_agentsettingid,_ownerid_value");
  for (const row of body["value"] as Record<string, unknown>[])
    await sandbox.api("root", "PATCH", `msgn_agentsettings(${String(row["msgn_agentsettingid"])})`, { msgn_density: ROOMY });
  await sandbox.fault({ method: "GET", path: "msgn_messages", delayMs: 1_500, times: 3 });
  const { page } = await openPanel({ language: 1031 });
  const heights = () =>
    card(page, "").evaluateAll((lines) => [...new Set(lines.map((line) => Math.round(line.getBoundingClientRect().height)))]);
  const before = await heights();
  await card(page, "Jane Doe").getByText("Third").waitFor();
  expect([before, await heights()]).toEqual([[USUAL_HEIGHT.roomy], [USUAL_HEIGHT.roomy]]);
  const rows = await card(page, "Jane Doe")
    .locator("button")
    .evaluateAll((buttons) => new Set(buttons.map((button) => button.getBoundingClientRect().top)).size);
  expect(rows).toBe(1);
  for (const row of body["value"] as Record<string, unknown>[])
    await sandbox.api("root", "PATCH", `msgn_agentsettings(${String(row["msgn_agentsettingid"])})`, { msgn_density: null });
});

it("has buttons that a finger can press, all of them at once", async () => {
  const { page } = await openPanel({ hasTouch: true });
  const sizes = await card(page, "Jane Doe")
    .locator("button")
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)));
  expect(sizes).toHaveLength(3);
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(36);
});

it("opens all unread texts by a click on the text, oldest first, with one request, and marks none read", async () => {
  const { page, errors } = await openPanel();
  await rest(page);
  await sandbox.clearRequests();
  await card(page, "Jane Doe").getByText("Third").click();
  const texts = page.getByRole("region", { name: "Unread messages from Jane Doe" });
  await texts.getByText("Third").waitFor();
  expect(await texts.locator("p").allTextContents()).toEqual(["First: see https://example.com", "Second", "Third"]);
  expect(await texts.getByRole("link").count()).toBe(0);
  expect((await sandbox.requests("ana")).filter(({ url }) => url.includes("msgn_body")).length).toBe(1);
  const { body } = await sandbox.api("root", "GET", "msgn_messages?$filter=msgn_readon ne null");
  expect(body["value"]).toEqual([]);
  expect(errors).toEqual([]);
});

it("opens and closes them by keyboard, and closes them by Escape before the panel", async () => {
  const { page } = await openPanel();
  await rest(page);
  const line = card(page, "Jane Doe");
  await line.focus();
  const summary = line.locator("summary");
  for (let step = 0; step < 4 && !(await summary.evaluate((element) => element === document.activeElement)); step++)
    await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const texts = page.getByRole("region", { name: "Unread messages from Jane Doe" });
  await texts.waitFor();
  expect(await summary.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("Escape");
  await texts.waitFor({ state: "detached" });
  expect(await line.isVisible()).toBe(true);
  expect(await summary.getAttribute("aria-expanded")).toBe("false");
});

it("shows a text that arrives while they are open, and the card below does not move under the pointer", async () => {
  const desk = await openPanel();
  const { page } = desk;
  await rest(page);
  await card(page, "Jane Doe").getByText("Third").click();
  const texts = page.getByRole("region", { name: "Unread messages from Jane Doe" });
  await texts.getByText("Third").waitFor();
  const below = card(page, "").nth(1);
  await below.hover();
  const before = await below.boundingBox();
  await sandbox.sms(JANE, "Fourth");
  await rest(page);
  // The navigation takes the pointer away from the list, which may move until it is back: the answer comes after that.
  await sandbox.fault({ user: "ana", method: "GET", path: "msgn_messages?fetchXml", delayMs: 2_000, times: 1 });
  await desk.goTo("Contacts");
  await below.hover();
  await texts.getByText("Fourth").waitFor();
  expect((await below.boundingBox())?.y).toBe(before?.y);
});

it("tells the exact time to a finger's tap", async () => {
  const { page } = await openPanel({ hasTouch: true });
  await rest(page);
  await card(page, "Jane Doe").locator("time").tap();
  await page.getByRole("tooltip").getByText(/\d{4}/).waitFor();
});
