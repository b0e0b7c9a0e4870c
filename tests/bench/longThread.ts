/** Opening a conversation of ten thousand texts, over one of ten. */
import { prepareThread, threadFolder } from "../e2e/threadOpening";
import type { BenchPart } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave } from "../../tools/bench/interleave";
import { withPages } from "./benchPages";

const MANY = 10_000;
const FEW = 10;

/** Chromium, a sandbox for each. */
export const longThread: BenchPart = {
  name: "thread",
  title: "Opening a long conversation",
  how:
    "Two sandboxes, each with one conversation of read texts: 10,000 of them, and 10. The agent leaves the conversation for the list of contacts and steps back; the clock runs in the page until the last text is on the screen. How much of a " +
    "long conversation is rendered is a test: `tests/e2e/longThread.test.ts`.",
  tried: "",
  run: ({ repeats, progress }) =>
    withPages(async ({ startWith, browser }) => {
      const prepare = async (texts: number) => prepareThread(browser, await startWith((folder) => threadFolder(folder, texts)), texts);
      const [few, many] = [await prepare(FEW), await prepare(MANY)];
      const { product, baseline, ratio } = await interleave(
        () => many.once(),
        () => few.once(),
        { repeats, afterPair: (done) => progress(`${done} of ${repeats}`) },
      );
      return [
        {
          measure: "opening a conversation",
          side: `${inWords(MANY)} texts, ${inWords(product.median)} ms`,
          baseline: `${inWords(FEW)} texts, ${inWords(baseline.median)} ms`,
          value: ratio,
          unit: "×",
          goal: { atMost: 1.5 },
          note: "",
        },
      ];
    }),
};
