/** Where things are in the panel, in a real layout. */
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./browser";
import { openPanelPage } from "./openPanelPage";

jest.setTimeout(60_000);

/** So wide (px) is the panel. */
const WIDTH = 400;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await openPanelPage(browser, 30);
  await page.setViewportSize({ width: WIDTH, height: 700 });
});
afterEach(() => page.close());

it("has its six tabs in one row, with room for a second digit in each count", async () => {
  const tabs = await page.getByRole("tab").all();
  const boxes = await Promise.all(tabs.map((tab) => tab.boundingBox()));
  expect(boxes).toHaveLength(6);
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
  const last = boxes[5];
  const oneDigit = (await Promise.all(tabs.map((tab) => tab.textContent()))).filter((text) => /\D\d$/.test(text ?? "")).length;
  const DIGIT = 7;
  expect((last?.x ?? 0) + (last?.width ?? 0) + oneDigit * DIGIT).toBeLessThanOrEqual(WIDTH);
});

it("has the notices over the rows, their boxes that select them, too", async () => {
  const boxes = page.getByRole("checkbox");
  await boxes.first().check({ force: true });
  await page.evaluate(() => window.panelPage.tell(true));
  const foot = await page.getByRole("button", { name: "Undo" }).locator("xpath=ancestor::*[contains(@class, 'foot')]").boundingBox();
  if (!foot) throw new Error("there is no foot");
  const covered = (await Promise.all((await boxes.all()).map((box) => box.boundingBox()))).filter(
    (box) => box && box.y > foot.y && box.y + box.height < foot.y + foot.height,
  );
  expect(covered.length).toBeGreaterThan(0);
  for (const box of covered) {
    const what = await page.evaluate(([x, y]) => window.panelPage.customerAt(x, y), [(box?.x ?? 0) + 7, (box?.y ?? 0) + 7] as const);
    expect(what).toBe("over");
  }
});

it("has a box that selects a row beside the row's text, not at it", async () => {
  const line = page.getByRole("listitem").first();
  const box = await line.getByRole("checkbox").boundingBox();
  const name = await line.locator("bdi").first().boundingBox();
  expect((name?.x ?? 0) - (box?.x ?? 0) - (box?.width ?? 0)).toBeGreaterThanOrEqual(4);
});

it("keeps the question that a double click has opened; Escape answers no", async () => {
  await page
    .getByRole("button", { name: /^Block Customer/ })
    .first()
    .dblclick({ delay: 60 });
  const answer = page.getByRole("dialog", { name: "Block" }).getByRole("button", { name: "Cancel" });
  // Longer than a dialog takes to go.
  await page.waitForTimeout(600);
  expect(await answer.isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await answer.waitFor({ state: "detached" });
  expect(await page.evaluate(() => window.panelPage.performed)).toEqual([]);
});
