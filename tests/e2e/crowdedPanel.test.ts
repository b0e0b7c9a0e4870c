/** What an open panel with 10,000 notifications costs the agent, compared with one of 100 in the same run: no machine is too slow for a ratio. */
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./browser";
import { openPanelPage } from "./openPanelPage";

jest.setTimeout(90_000);

const [FEW, MANY] = [100, 10_000] as const;
/** A hundred times the notifications may cost so many times as much. */
const MOST = 20;
/** Each is measured so often; the middle one counts. */
const TIMES = 5;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await openPanelPage(browser, FEW);
});
afterAll(() => browser.close());

/** How long the page is busy with one more conversation, until it is drawn (ms). */
const arrival = () =>
  page.evaluate(async () => {
    const started = performance.now();
    window.panelPage.arrive();
    const worked = performance.now() - started;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return worked;
  });

/** How long it takes from a letter in the search box until what is found is drawn (ms). */
const search = async () => {
  const took = await page.getByRole("searchbox").evaluate(async (box, words) => {
    const started = performance.now();
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    setter?.call(box, words);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    const found = () => [...document.querySelectorAll("[role=listitem]")];
    while (found().length === 0 || !found().every((row) => row.getAttribute("aria-label")?.includes("78"))) {
      if (performance.now() > started + 10_000) throw new Error("Nothing was found.");
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now() - started;
  }, "Customer 78");
  await page.getByRole("searchbox").fill("");
  await page.getByRole("listitem").nth(3).waitFor();
  return took;
};

async function median(measure: () => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let time = 0; time < TIMES; time++) all.push(await measure());
  return all.sort((one, other) => one - other)[Math.floor(TIMES / 2)] ?? NaN;
}

/** The middle of what it takes with few and with many. */
async function compare(what: string, measure: () => Promise<number>): Promise<readonly [few: number, many: number]> {
  const took: number[] = [];
  for (const count of [FEW, MANY]) {
    await page.evaluate((many) => window.panelPage.open(null, many), count);
    await page.getByRole("listitem").nth(3).waitFor();
    // The first time is the browser's, which learns the code.
    await measure();
    took.push(await median(measure));
  }
  const [few = NaN, many = NaN] = took;
  process.stdout.write(`${what}: ${few.toFixed(1)} ms with ${FEW} notifications, ${many.toFixed(1)} ms with ${MANY}\n`);
  return [few, many];
}

it.each([
  ["a message that arrives", arrival],
  ["a search", search],
])("with 10,000 notifications %s costs at most twenty times as much as with a hundred", async (what, measure) => {
  const [few, many] = await compare(what, measure);
  // Nobody notices a frame.
  expect(many).toBeLessThan(MOST * Math.max(few, 16));
});
