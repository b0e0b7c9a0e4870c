/** The panel beside the app's rail in a window as narrow as a phone: 360 px, 312 of them the panel's. */
import type { Page } from "playwright-core";
import { readResx } from "../NotificationPanel/readResx";
import { setPanelPage } from "./setPanelPage";

jest.setTimeout(60_000);

const ARABIC = 1025;
const LANGUAGES = [1033, 1031, 1036, 3082, ARABIC, 1041];

const scene = setPanelPage(12);
let page: Page;

/** Draws the panel in a language. */
async function speak(language: number): Promise<void> {
  ({ page } = scene);
  await page.setViewportSize({ width: 312, height: 640 });
  await page.evaluate(([texts, isRtl]) => window.panelPage.open(texts, 12, isRtl), [readResx(language), language === ARABIC] as const);
}

/** Where an element's drawn text begins and ends (px). */
const edges = (selector: string) =>
  page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { text: element.textContent, left, right, isCut: element.scrollWidth > element.clientWidth };
    }),
  );

it.each(LANGUAGES)("keeps its tabs in one row, and has the last one wholly in view once it is chosen (language %d)", async (language) => {
  await speak(language);
  const tabs = page.getByRole("tab");
  const tops = await tabs.evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().top));
  expect([tops.length, new Set(tops).size]).toEqual([6, 1]);
  await tabs.nth(4).click();
  await tabs.last().click();
  const last = await tabs.last().boundingBox();
  expect(last?.x).toBeGreaterThanOrEqual(0);
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(312);
});

it.each([1033, ARABIC])("shows every number whole, also beside a name that is cut (language %d)", async (language) => {
  await speak(language);
  const names = await edges("[title] > bdi[dir=auto]");
  const numbers = await edges("bdi[dir=ltr]");
  expect(names.some(({ isCut }) => isCut)).toBe(true);
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers.filter(({ isCut }) => isCut)).toEqual([]);
});

it("has a text in Latin letters begin at the card's start in Arabic, too, where the name does", async () => {
  await speak(ARABIC);
  const texts = (await edges("summary bdi")).filter(({ text }) => text === "Hi");
  const [name] = await edges("[title] > bdi");
  expect(texts.length).toBeGreaterThan(0);
  for (const { right } of texts) expect(Math.abs(right - (name?.right ?? 0))).toBeLessThan(2);
});
