/** Opening and scrolling the panel with ten thousand conversations, over ten, and over a list that does nothing. */
import type { Locator } from "playwright-core";
import type { Desk } from "../e2e/browser";
import type { BenchPart } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave } from "../../tools/bench/interleave";
import { spreadOf } from "../../tools/bench/spread";
import { takeFunctions, withPages } from "./benchPages";

const MANY = 10_000;
const FEW = 10;
/** More than the panel has room for, as the many are. */
const FULL = 50;
/** A frame that comes later than this has been missed at 60 a second (ms). */
const LATE = 25;
/** One scroll: so many frames, each so much further down (px). */
const FRAMES = 90;
const STEP = 120;

/** What an opening asks of the server is over by then, with 10,000 conversations as well (ms). */
const UNTIL_QUIET = 5_000;

/** Chromium, a sandbox for each size. */
export const panelOpening: BenchPart = {
  name: "panel",
  title: "Opening and scrolling the panel",
  how:
    "Sandboxes with 10,000 conversations, with 50, which fill the panel as well, and with 10, which do not: 12, 12 and 10 cards are drawn. Their panels have been opened once before, and five seconds before the next run of that page. The clock runs in the page from the click on the bubble until a frame has been drawn with a card that can be seen. Then the long list is scrolled by the page itself, " +
    "120 px a frame for 90 frames, and the frames that come later than 25 ms are counted, in turns with a page of 10,000 plain lines in the same browser.",
  tried:
    "Tried: a step of a scroll draws only the lines that come (each line and the selection stay the same objects), goes through no list (what is shown, heights and counts were made of all 10,000 at each step: four fifths of its script), and " +
    "is drawn once where a line is as high as thought; 400 px beside the view instead of 800 (25 lines in the page instead of 39). An opening leaves both lists as they are (they were made and sorted again), a closed pane keeps what was in view, and what is beside the " +
    "view comes a tenth of a second later, not even the next line below a list that stands at its beginning (12 cards instead of 13). Texts of a list that flies by are asked for once. Not tried yet: buttons lighter than Fluent's, fewer elements in a card, a guard against mistaken presses that does not measure at each step.",
  run: ({ repeats, progress }) =>
    withPages(async ({ start, open, browser }) => {
      const desks = [
        await open(await start(MANY), "ana"),
        await open(await start(FEW), "ana"),
        await open(await start(FULL), "ana"),
      ] as const;
      const [many, few, full] = desks;
      for (const desk of desks) {
        await desk.bubble.waitFor();
        await desk.openPanel();
        await desk.panel.getByRole("listitem").first().getByText("Is my bike ready?").waitFor();
        await desk.bubble.click();
        await desk.panel.waitFor({ state: "detached" });
      }
      const opening = await interleave(
        () => untilCard(many),
        () => untilCard(few),
        { repeats, afterPair: (done) => progress(`opened: ${done} of ${repeats}`) },
      );
      const openingFull = await interleave(
        () => untilCard(many),
        () => untilCard(full),
        { repeats, afterPair: (done) => progress(`opened beside a full one: ${done} of ${repeats}`) },
      );
      await many.openPanel();
      await many.page.waitForTimeout(UNTIL_QUIET);
      const plain = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      await plain.setContent('<div id="list" style="height:800px;width:400px;overflow:auto"></div>');
      await takeFunctions(plain);
      await plain.evaluate((lines) => {
        const list = document.getElementById("list");
        if (list) list.innerHTML = Array.from({ length: lines }, (_, at) => `<div style="height:88px">Line ${at}</div>`).join("");
      }, MANY);
      const late: { readonly product: number; readonly plain: number }[] = [];
      for (let turn = 0; turn < repeats; turn++) {
        late.push({
          product: await lateFrames(many.panel.locator("[data-is-scrollable]")),
          plain: await lateFrames(plain.locator("#list")),
        });
        progress(`scrolled: ${turn + 1} of ${repeats}`);
      }
      const percent = (frames: number): number => (frames / FRAMES) * 100;
      return [
        {
          measure: "opening the panel",
          side: `${inWords(MANY)} conversations, ${inWords(opening.product.median)} ms`,
          baseline: `${inWords(FEW)} conversations, ${inWords(opening.baseline.median)} ms`,
          value: opening.ratio,
          unit: "×",
          goal: { atMost: 1.2 },
          note: "",
        },
        {
          measure: "the same, over a panel that is full, too",
          side: `${inWords(MANY)} conversations, ${inWords(openingFull.product.median)} ms`,
          baseline: `${inWords(FULL)} conversations, ${inWords(openingFull.baseline.median)} ms`,
          value: openingFull.ratio,
          unit: "×",
          goal: null,
          note: "what the length of the list costs",
        },
        {
          measure: "late frames while scrolling, more than a plain list has",
          side: `panel, ${inWords(percent(spreadOf(late.map(({ product }) => product)).median))} %`,
          baseline: `plain list, ${inWords(percent(spreadOf(late.map((pair) => pair.plain)).median))} %`,
          value: spreadOf(late.map(({ product, plain: other }) => percent(product - other))),
          unit: "% of the frames",
          goal: { atMost: 0 },
          note: "",
        },
      ];
    }),
};

/** From the click on the bubble to a drawn card (ms); closes the panel again. */
async function untilCard({ page, bubble, panel }: Desk): Promise<number> {
  await page.waitForTimeout(UNTIL_QUIET);
  const ms = await bubble.evaluate(
    (button) =>
      new Promise<number>((resolve, reject) => {
        const began = performance.now();
        // A panel that is closed may stay in the page, where nobody can see it.
        const isShown = (): boolean =>
          document
            .querySelector('[role="listitem"][aria-posinset="1"]')
            ?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true;
        const look = (): void => {
          if (isShown()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
          else requestAnimationFrame(look);
        };
        if (isShown()) reject(new Error("There is a card before the panel is open."));
        (button as HTMLElement).click();
        look();
      }),
  );
  await bubble.click();
  await panel.waitFor({ state: "detached" });
  return ms;
}

/** How many frames come late while the list is scrolled from its top. */
function lateFrames(list: Locator): Promise<number> {
  return list.evaluate(
    async (element, { frames, step, late }) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      element.scrollTop = 0;
      await frame();
      let last = await frame();
      let count = 0;
      for (let at = 0; at < frames; at++) {
        element.scrollTop += step;
        const now = await frame();
        if (now - last > late) count += 1;
        last = now;
      }
      return count;
    },
    { frames: FRAMES, step: STEP, late: LATE },
  );
}
