/** What a long history costs: the inbox query with a million messages that were read, over the same with ten thousand. */
import { countOf } from "../../tools/bench/chooseParts";
import type { BenchPart } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave } from "../../tools/bench/interleave";
import { openHistory } from "./history";

/** So many messages wait, whatever the history. */
const UNREAD = 500;
/** Without any history the planner goes by session; a short one has the plan of a long one, which is what a ratio can be about. */
const SHORT = 10_000;
/** One query takes a few milliseconds: each run asks several times. */
const ASKED = 5;

/** The inbox query on two databases of the sandbox's engine. */
export const longHistory: BenchPart = {
  name: "history",
  title: "The inbox query and the length of the history",
  how:
    `Two databases of the sandbox's engine (SQLite as WebAssembly) in this process, on disk. Both hold ${UNREAD} unread messages in 50 conversations; one has 10,000 messages that were read, the other a million. ` +
    "A run asks the control's inbox query five times. That the plan visits no message that was read is a test: `tests/shared/dataverse/history.test.ts`. Dataverse runs on another database, with indexes of its own: the figure " +
    "says what the query asks for, not how fast a tenant answers it.",
  tried: "",
  async run({ repeats, progress }) {
    const read = countOf(process.env, "BENCH_READ", 1_000_000);
    progress(`making a history of ${inWords(SHORT)} messages, and one of ${inWords(read)}`);
    const short = await openHistory(SHORT, UNREAD);
    const long = await openHistory(read, UNREAD).catch((error: unknown) => {
      short.close();
      throw error;
    });
    try {
      const ask = (history: typeof short) => () =>
        Array.from({ length: ASKED }, () => history.ask().ms).reduce((sum, ms) => sum + ms, 0) / ASKED;
      const { product, baseline, ratio } = await interleave(ask(long), ask(short), { repeats });
      return [
        {
          measure: `inbox query, ${inWords(UNREAD)} unread`,
          side: `${inWords(read)} read, ${inWords(product.median)} ms`,
          baseline: `${inWords(SHORT)} read, ${inWords(baseline.median)} ms`,
          value: ratio,
          unit: "×",
          goal: { atMost: 1.1 },
          note: "",
        },
      ];
    } finally {
      short.close();
      long.close();
    }
  },
};
