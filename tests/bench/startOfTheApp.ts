/** What the product costs the start of the app, on a slow machine. */
import type { BenchPart, Figure } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave } from "../../tools/bench/interleave";
import { spreadOf } from "../../tools/bench/spread";
import { withPages } from "./benchPages";
import { traceStart } from "./traceOfStart";
import type { StartCost } from "./traceOfStart";

const CONVERSATIONS = 50;
const BUBBLE = 'button[aria-label*="unread"]';

/** Chromium's own trace of the start, as an agent and as a user without the product, in turns. */
export const startOfTheApp: BenchPart = {
  name: "launch",
  title: "The start of the app",
  how:
    "The app is opened in a new window, with a processor that is four times slower, until two seconds after the bubble is there; Ana has 50 conversations. Chromium's trace says what the main thread did: whose file a function belongs to, and which of its " +
    "functions have called it. In turns with it Zoe opens the app, who has no role of the product. A task is long from 50 ms on, and the product's where more than half of its samples are, or are called by, the product.",
  tried:
    "Tried: a closed pane is not measured, nor is the bubble while nothing has the focus (each cost a layout); notices and the newest texts are no longer in the bundle of the start. What is left are three tasks: the launcher's rules with the pane " +
    "that it opens, the control's first drawing within the platform's own (which asks the server, too), and the drawing of the first list. Tried and taken back: asking, reading and drawing for the first time, and the note of the start, each in a task of its own: the tasks became shorter, and as many were longer than 50 ms (3 and 2 in two runs one after the other).",
  run: ({ repeats, progress }) =>
    withPages(async ({ start, browser }) => {
      const sandbox = await start(CONVERSATIONS);
      const costs: StartCost[] = [];
      const asAna = async (): Promise<number> => {
        const cost = await traceStart(browser, sandbox.urlOf("ana"), BUBBLE);
        costs.push(cost);
        return cost.all;
      };
      const asZoe = async (): Promise<number> => (await traceStart(browser, sandbox.urlOf("zoe"), "h1")).all;
      const { product, baseline, ratio } = await interleave(asAna, asZoe, {
        repeats,
        warmUp: 1,
        afterPair: (done) => progress(`${done} of ${repeats}`),
      });
      // The first one is the warm-up's.
      const counted = costs.slice(-repeats);
      const figure = (measure: string, unit: string, goal: number, of: (cost: StartCost) => number, side = ""): Figure => ({
        ...{ measure, side, baseline: "", note: "" },
        value: spreadOf(counted.map(of)),
        unit,
        goal: { atMost: goal },
      });
      return [
        figure("script of the product's own", "ms", 120, ({ own }) => own),
        figure("with what it calls", "ms", 350, ({ withCallees }) => withCallees, "React, Fluent, the browser"),
        figure("long tasks that are mostly the product's", "", 0, ({ ownLongTasks }) => ownLongTasks),
        {
          measure: "all that the main thread ran",
          side: `Ana, ${inWords(product.median)} ms`,
          baseline: `Zoe, who has no role of the product, ${inWords(baseline.median)} ms`,
          value: ratio,
          unit: "×",
          goal: null,
          note: "Ana's home page has more on it",
        },
      ];
    }),
};
