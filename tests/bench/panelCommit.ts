/** What an answer costs an agent whose panel is open: the snapshot, React's rendering and its commit. */
import type { Page } from "playwright-core";
import { inWords } from "../../tools/bench/figureTable";
import type { BenchPart, Figure } from "../../tools/bench/figure";
import { interleave } from "../../tools/bench/interleave";
import type { Pairs } from "../../tools/bench/interleave";
import { openPanelPage } from "../e2e/openPanelPage";
import { withPages } from "./benchPages";

const MANY = 10_000;
const FEW = 100;

/** Chromium; the panel alone, over a list that the bench changes. */
export const panelCommit: BenchPart = {
  name: "commit",
  title: "An answer, with the panel open",
  how:
    "The panel alone in a page, over the product's own `project`, with 10,000 conversations and with 100, in turns. An answer comes that holds the same conversations, or one of them more. The clock runs in the page, from the answer's conversations to the end of React's commit; " +
    "the snapshot is in part `refresh` as well, with the reading of the rows; what layout React's effects ask for is counted, paint is not. That a hundred times as many cost at most twenty times as much is a test: `tests/e2e/crowdedPanel.test.ts`.",
  tried: "",
  run: ({ repeats, progress }) =>
    withPages(async ({ browser }) => {
      const [many, few] = [await openPanelPage(browser, MANY), await openPanelPage(browser, FEW)];
      const measure = (what: "again" | "arrive"): Promise<Pairs> =>
        interleave(
          () => untilCommit(many, what),
          () => untilCommit(few, what),
          { repeats, warmUp: 5, afterPair: (done) => progress(`${what}: ${done} of ${repeats}`) },
        );
      return [
        ...figures("an answer with the same conversations", await measure("again")),
        ...figures("an answer with one more conversation", await measure("arrive")),
      ];
    }),
};

function figures(what: string, { product, baseline, ratio }: Pairs): readonly Figure[] {
  return [
    { measure: `${what}, 10,000, render and commit`, side: "", baseline: "", value: product, unit: "ms", goal: { atMost: 30 }, note: "" },
    {
      measure: `${what}, a hundred times as many`,
      side: `${MANY.toLocaleString("en")}, ${inWords(product.median)} ms`,
      baseline: `${FEW}, ${inWords(baseline.median)} ms`,
      value: ratio,
      unit: "×",
      goal: null,
      note: "",
    },
  ];
}

/** Until React has changed the page (ms). What the frame after it does is waited for, and not counted. */
function untilCommit(page: Page, what: "again" | "arrive"): Promise<number> {
  return page.evaluate(async (name) => {
    const began = performance.now();
    window.panelPage[name]();
    const took = performance.now() - began;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return took;
  }, what);
}
