/** Nothing moves under the hand: the panel in a real layout, with a real pointer. */
import type { Page } from "playwright-core";
import { howMany, seedOf } from "../effort";
import { setPanelPage } from "./setPanelPage";

jest.setTimeout(300_000);

const scene = setPanelPage(30);
let page: Page;

beforeEach(() => {
  ({ page } = scene);
});

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

const row = (name: string) => page.getByRole("listitem", { name: new RegExp(`^${name}\\b`) });
const frames = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
const performed = () => page.evaluate(() => [...window.panelPage.performed]);
/** The page's clock stands still from now on, so that no press is late because the machine is busy; it goes on by {@link passTime}. */
const stopClock = () =>
  page.evaluate(() => {
    const now = performance.now();
    performance.now = () => now;
  });
const passTime = (ms: number) =>
  page.evaluate((passed) => {
    const now = performance.now() + passed;
    performance.now = () => now;
  }, ms);
const topOf = async (name: string) => (await row(name).boundingBox())?.y;
const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");

/** The middle of a customer's button. */
async function placeOf(customer: string, action: string): Promise<readonly [number, number]> {
  const box = await row(customer)
    .getByRole("button", { name: new RegExp(`^${action}`) })
    .boundingBox();
  if (!box) throw new Error(`${customer} has no ${action}`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

describe("a press by pointer", () => {
  it("does nothing within half a second after another customer has come under it, and something afterwards", async () => {
    const [x, y] = await placeOf("Customer 29", "Accept");
    await stopClock();
    // The pointer has not been at the list: it does not hold it.
    await page.evaluate(() => window.panelPage.arrive());
    await frames();
    await page.mouse.click(x, y);
    expect(await performed()).toEqual([]);
    await passTime(600);
    await page.mouse.click(x, y);
    expect(await performed()).toHaveLength(1);
  });

  it("does nothing within half a second after what stands above the list has grown, on a row that has moved with it", async () => {
    await stopClock();
    await passTime(600);
    const [x, y] = await placeOf("Customer 29", "Accept");
    const [, next] = await placeOf("Customer 27", "Accept");
    await page.getByRole("tablist").evaluate((tabs, height) => (tabs.style.paddingBlockEnd = `${height}px`), next - y);
    await frames();
    await page.mouse.click(x, next);
    expect(await performed()).toEqual([]);
    await passTime(600);
    await page.mouse.click(x, next);
    expect(await performed()).toEqual(["accept Customer 29"]);
  });

  it("acts at once where nothing has moved", async () => {
    await page.waitForTimeout(600);
    await page.mouse.click(...(await placeOf("Customer 29", "Accept")));
    expect(await performed()).toEqual(["accept Customer 29"]);
  });

  it("does not reach the Undo of a notice that has just come over the row that was meant, and reaches it later", async () => {
    await page.mouse.move(200, 685);
    await frames();
    await stopClock();
    await page.evaluate(() => window.panelPage.tell(true));
    await frames();
    const box = await page.getByRole("button", { name: "Undo" }).boundingBox();
    if (!box) throw new Error("no Undo");
    await page.mouse.click(box.x + 5, box.y + 5);
    expect(await performed()).toEqual([]);
    await passTime(600);
    await page.mouse.click(box.x + 5, box.y + 5);
    expect((await performed())[0]).toMatch(/^undo/);
  });

  it("is not what a key on a focused button is: that acts at once", async () => {
    await row("Customer 29")
      .getByRole("button", { name: /^Accept/ })
      .focus();
    await page.evaluate(() => window.panelPage.arrive());
    await page.keyboard.press("Enter");
    expect(await performed()).toEqual(["accept Customer 29"]);
  });
});

it("what is new waits behind a button that moves nothing; it shows it, from the top, with the focus on the first", async () => {
  await page.mouse.move(200, 400);
  await frames();
  const before = await topOf("Customer 29");
  await page.evaluate(() => {
    window.panelPage.arrive();
    window.panelPage.arrive();
  });
  expect(await topOf("Customer 29")).toBe(before);
  await page.waitForTimeout(600);
  await page.getByRole("button", { name: "2 new" }).click();
  expect(await focused()).toMatch(/^Customer 32,/);
  await page.getByRole("button", { name: /new$/ }).waitFor({ state: "detached" });
});

it("a row that a colleague has taken keeps its place and height as a line that says who, until the pointer has left", async () => {
  await page.mouse.move(200, 400);
  await frames();
  const [box, next] = [await row("Customer 29").boundingBox(), await topOf("Customer 27")];
  await page.evaluate(() => window.panelPage.take("Customer 29"));
  await page.getByText("Ana Ruiz owns this conversation.").waitFor();
  expect([await row("Customer 29").boundingBox(), await topOf("Customer 27")]).toEqual([box, next]);
  expect(await row("Customer 29").getByRole("button").count()).toBe(0);
  await page.mouse.move(200, 5);
  await row("Customer 29").waitFor({ state: "detached" });
});

it("nobody holds a list that has gone from under the pointer: what is new shows at once when the pointer has left", async () => {
  await page.mouse.move(200, 200);
  await frames();
  await page.getByRole("searchbox").fill("nobody");
  await page.getByText("Nothing found").waitFor();
  await page.mouse.move(200, 5);
  await page.getByRole("searchbox").fill("");
  // Longer than a pointer that has slipped off is waited for.
  await page.waitForTimeout(1_500);
  await page.evaluate(() => window.panelPage.arrive());
  await row("Customer 31").waitFor();
  expect(await page.getByRole("button", { name: /^\d+ new$/ }).count()).toBe(0);
});

it("the last card can be scrolled clear of a notice that lies over the foot", async () => {
  await page.evaluate(() => window.panelPage.tell(true));
  await frames();
  await scrollTo(1);
  await frames();
  await scrollTo(1);
  const [last, notice] = [await row("Customer 1").boundingBox(), await page.getByRole("button", { name: "Undo" }).boundingBox()];
  if (!last || !notice) throw new Error("not shown");
  expect(last.y + last.height).toBeLessThanOrEqual(notice.y);
});

describe("of 10,000 notifications", () => {
  beforeEach(() => page.evaluate(() => window.panelPage.open(null, 10_000)));

  it("nothing jumps while one scrolls upwards through heights that were never measured", async () => {
    await scrollTo(0.5);
    await frames();
    await page.mouse.move(200, 400);
    const jumps = await page.locator("[data-is-scrollable]").evaluate(async (list) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const seen: number[] = [];
      for (let step = 0; step < 60; step++) {
        const line = document.elementFromPoint(200, 400)?.closest("[data-place]");
        const before = line?.getBoundingClientRect().top ?? 0;
        list.scrollTop -= 90;
        await frame();
        await frame();
        const after = line?.isConnected ? line.getBoundingClientRect().top : before + 90;
        if (Math.abs(after - before - 90) > 2) seen.push(after - before - 90);
      }
      return seen;
    });
    expect(jumps).toEqual([]);
  });

  it("the keys reach the last one, and a page more at a time", async () => {
    await page.getByRole("listitem").first().focus();
    await page.keyboard.press("PageDown");
    const second = Number(await page.evaluate(() => document.activeElement?.getAttribute("aria-posinset")));
    expect(second).toBeGreaterThan(2);
    expect(second).toBeLessThan(15);
    await page.keyboard.press("End");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-posinset"))).toBe("10000");
    expect(await page.getByRole("listitem").count()).toBeLessThan(60);
  });

  it("a change of the list while it is held takes no longer than the eye notices", async () => {
    await page.mouse.move(200, 400);
    await frames();
    const took = await page.evaluate(() => {
      const started = performance.now();
      window.panelPage.arrive();
      return performance.now() - started;
    });
    process.stdout.write(`a new conversation among 10,000: ${took.toFixed(0)} ms\n`);
    expect(took).toBeLessThan(1_000);
  });
});
