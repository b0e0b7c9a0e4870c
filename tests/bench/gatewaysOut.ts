/** What sending agents' answers costs beyond its requests: two gateways, over the bare requests that sending takes. */
import { countOf } from "../../tools/bench/chooseParts";
import type { BenchPart } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave } from "../../tools/bench/interleave";
import { exactly } from "../../tools/bench/spread";
import { openAnswersOut } from "./answersOut";

/** Answers through two gateways, and the same claim, read and write of each without them. */
export const gatewaysOut: BenchPart = {
  name: "answers",
  title: "The gateway, answers out",
  how:
    "A sandbox in this process, asked over loopback. Agents' answers wait; two gateways at once claim, read and hand them to a provider that takes each at once, and write that they are sent. The other side " +
    "sends the same three requests for each answer, as many at a time, and nothing else. The figure is answers a second over answers a second. `BENCH_ANSWERS` chooses how many there are in all (1,000).",
  tried:
    "Tried: an instance whose claim came too late does not read the message again, which was not changed by itself: 4.6 requests for an answer became 3.8. Not done: instances that begin at other ends of what waits, which would meet less often, and let the oldest answer wait.",
  async run({ repeats, progress }) {
    const count = Math.max(1, Math.ceil(countOf(process.env, "BENCH_ANSWERS", 1_000) / repeats));
    const scene = await openAnswersOut();
    const requests = { gateways: 0, bare: 0 };
    try {
      const gateways = async (): Promise<number> => {
        const run = await scene.byGateways(count);
        requests.gateways += run.requests;
        return run.ms / count;
      };
      const bare = async (): Promise<number> => {
        const run = await scene.byBareRequests(count);
        requests.bare += run.requests;
        return run.ms / count;
      };
      // The figure is of speeds, not of times: hence the other way round.
      const { product, baseline, ratio } = await interleave(bare, gateways, {
        repeats,
        warmUp: 1,
        afterPair: (done) => progress(`${done} of ${repeats}, ${count} answers each`),
      });
      return [
        {
          measure: "answers out a second",
          side: `two gateways, ${inWords(baseline.median)} ms an answer`,
          baseline: `bare requests, ${inWords(product.median)} ms an answer`,
          value: ratio,
          unit: "×",
          goal: { atLeast: 0.8 },
          note: `${inWords(count * repeats)} answers; each was handed over once, or the run would have failed`,
        },
        {
          measure: "requests for an answer",
          side: "two gateways",
          baseline: "bare requests, 3",
          value: exactly(requests.gateways / (count * (repeats + 1))),
          unit: "",
          goal: null,
          note: "what one of the two claims the other finds taken, and asks anew",
        },
      ];
    } finally {
      await scene.close();
    }
  },
};
