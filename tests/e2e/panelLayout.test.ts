/** Where things are in the panel, in a real layout. */
import type { Locator, Page } from "playwright-core";
import { readResx } from "../NotificationPanel/readResx";
import { setPanelPage } from "./setPanelPage";

jest.setTimeout(60_000);

/** So wide (px) is the panel. */
const WIDTH = 400;
const ARABIC = 1025;
const LANGUAGES = [1033, 1031, 1036, 3082, ARABIC, 1041];

const scene = setPanelPage(30);
let page: Page;

beforeEach(async () => {
  ({ page } = scene);
  await page.setViewportSize({ width: WIDTH, height: 700 });
});

/** Draws the panel in a language. */
const speak = (language: number) =>
  page.evaluate(([texts, isRtl]) => window.panelPage.open(texts, 30, isRtl), [readResx(language), language === ARABIC] as const);

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error("not shown");
  return box;
}

it.each(LANGUAGES)("has its six tabs in one row, with room for a second digit in each count (language %d)", async (language) => {
  await speak(language);
  const tabs = await page.getByRole("tab").all();
  const boxes = await Promise.all(tabs.map((tab) => tab.boundingBox()));
  expect(boxes).toHaveLength(6);
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
  const width = boxes.reduce((sum, box) => sum + (box?.width ?? 0), 0);
  const oneDigit = (await Promise.all(tabs.map((tab) => tab.textContent()))).filter((text) => /\P{Nd}\p{Nd}$/u.test(text ?? "")).length;
  const DIGIT = 7;
  const padding = await page
    .getByRole("tablist")
    .evaluate((list) => parseFloat(getComputedStyle(list).paddingLeft) + parseFloat(getComputedStyle(list).paddingRight));
  expect(width + oneDigit * DIGIT + padding).toBeLessThanOrEqual(WIDTH);
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

it.each([
  [1033, 400],
  [1031, 320],
  [1036, 400],
  [ARABIC, 320],
])(
  "has the button that shows what waits over no card, and over nothing else that can be pressed (language %d, %d px)",
  async (language, width) => {
    await speak(language);
    await page.setViewportSize({ width, height: 700 });
    await page.mouse.move(width / 2, 400);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await page.evaluate(() => window.panelPage.arrive());
    const button = await boxOf(page.locator("[data-press=news] button"));
    expect((await boxOf(page.locator("[data-press=news] .ms-Button-label"))).height).toBeLessThan(24);
    const others = [...(await page.getByRole("listitem").all()), ...(await page.getByRole("tab").all()), page.getByRole("searchbox")];
    for (const other of others) {
      const box = await boxOf(other);
      const isApart =
        box.x >= button.x + button.width ||
        button.x >= box.x + box.width ||
        box.y >= button.y + button.height ||
        button.y >= box.y + box.height;
      expect([await other.textContent(), isApart]).toEqual([await other.textContent(), true]);
    }
    expect(button.x).toBeGreaterThanOrEqual(0);
    expect(button.x + button.width).toBeLessThanOrEqual(width);
  },
);

it("cuts a number that is too long at its end, in right-to-left languages, too", async () => {
  await speak(ARABIC);
  await page.setViewportSize({ width: 140, height: 700 });
  const shown = await page
    .getByRole("listitem")
    .first()
    .locator("bdi[dir=ltr]")
    .first()
    .evaluate((number) => {
      const isInside = (node: Element) => {
        // The number's first sign.
        const range = document.createRange();
        range.setStart(number.firstChild as Text, 0);
        range.setEnd(number.firstChild as Text, 1);
        const [sign, box] = [range.getBoundingClientRect(), node.getBoundingClientRect()];
        return sign.left >= box.left - 1 && sign.right <= box.right + 1;
      };
      return { isCut: number.scrollWidth > number.clientWidth, begins: isInside(number.parentElement as Element) };
    });
  expect(shown).toEqual({ isCut: true, begins: true });
});

describe("in a window of 320 by 256", () => {
  beforeEach(() => page.setViewportSize({ width: 320, height: 256 }));

  it.each([
    [
      "Block's question",
      async () => {
        const block = page.getByRole("button", { name: /^Block Customer/ }).first();
        await block.focus();
        await page.keyboard.press("Enter");
      },
      "Cancel",
    ],
    [
      "the sheet of keys",
      async () => {
        await page.getByRole("listitem").first().focus();
        await page.keyboard.press("?");
      },
      "Close",
    ],
  ])("%s opens at its top, with the focus on the button that changes nothing, in view", async (_, open, button) => {
    await open();
    const dialog = page.getByRole("dialog");
    const focused = dialog.getByRole("button", { name: button });
    await page.waitForFunction((name) => document.activeElement?.textContent === name, button);
    const heading = await boxOf(dialog.getByRole("heading"));
    expect(heading.y).toBeGreaterThanOrEqual(0);
    const { y, height } = await boxOf(focused);
    expect(y + height).toBeLessThanOrEqual(256);
    expect(heading.y + heading.height).toBeLessThanOrEqual(y);
    const scrolled = await dialog.evaluate((element) =>
      [...element.querySelectorAll("*")].filter((part) => part.scrollTop > 0).map(({ className }) => className),
    );
    expect(scrolled).toEqual([]);
  });
});

it("has dialogs that have a size: automation and magnifiers take what has none as hidden", async () => {
  await page
    .getByRole("button", { name: /^Block Customer/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "Block" });
  await dialog.getByRole("button", { name: "Cancel" }).waitFor();
  expect(await dialog.isVisible()).toBe(true);
  expect((await boxOf(dialog)).height).toBeGreaterThan(100);
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
