/** Nothing moves under the hand: the panel in a real layout, with a real pointer. */
import type { Browser, Page } from "playwright-core";
import { howMany, seedOf } from "../effort";
import { openBrowser } from "./browser";
import { openPanelPage } from "./openPanelPage";

jest.setTimeout(300_000);

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await openPanelPage(browser, 30);
});
afterEach(() => page.close());

/** Events while the pointer rests there, one a frame; gives back what ended the rest: another customer under it, or nothing. */
function rest(x: number, y: number, events: number, seed: number): Promise<string> {
  return page.evaluate(
    async (given) => {
      let state = given.seed;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const whom = window.panelPage.customerAt(given.x, given.y);
      if (!whom || whom === "over") return "the pointer is on no customer";
      for (let event = 0; event < given.events; event++) {
        // A generator of Park and Miller's.
        state = (state * 48_271) % 2_147_483_647;
        const name = window.panelPage.happen(state / 2_147_483_647);
        await frame();
        const now = window.panelPage.customerAt(given.x, given.y);
        if (now !== whom && now !== "over") return `event ${event} (${name}), seed ${given.seed}: ${whom} became ${now || "nothing"}`;
      }
      return "";
    },
    { x, y, events, seed },
  );
}

const scrollTo = (share: number) =>
  page.locator("[data-is-scrollable]").evaluate((list, part) => {
    list.scrollTop = part * (list.scrollHeight - list.clientHeight);
  }, share);

it.each([
  ["on the first card", 0, 200, howMany(500, 500)],
  ["near the foot, where notices come", 0, 640, howMany(500, 100)],
  ["on a scrolled list", 0.5, 300, howMany(500, 200)],
  ["at the list's end", 1, 500, howMany(500, 200)],
])("whatever happens, the customer under a pointer at rest stays the same: %s", async (_, share, y, events) => {
  await scrollTo(share);
  for (const [turn, x] of [120, 340].entries()) {
    await page.mouse.move(x, y - 3);
    await page.mouse.move(x, y);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await rest(x, y, events, (seedOf() % 1_000_000) + turn + 1)).toBe("");
  }
});
