/** What a fleet asks of one server, on calm days and after outages. */
import type { BenchPart, Figure } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { exactly } from "../../tools/bench/spread";
import { FLEET_DAYS, HECTIC_HOUR } from "./fleetDays";
import { fleetFigures } from "./fleetFigures";
import type { FleetFigures } from "./fleetFigures";

const percent = (measure: string, { worstUserPercent }: FleetFigures): Figure => ({
  measure,
  side: "",
  baseline: "6,000 requests, which Dataverse allows a user in five minutes",
  value: exactly(worstUserPercent),
  unit: "%",
  goal: { atMost: 1 },
  note: "",
});

/** The product's own inboxes in every tab, on a virtual clock. */
export const fleetAtWork: BenchPart = {
  name: "fleet",
  title: "Five hundred agents, and an outage",
  how:
    "500 agents with three tabs each, in front of a server that counts; the product's own inboxes, on a virtual clock, with random numbers that are always the same: an hour and a half takes a minute. They come within five minutes, work for five minutes, and then " +
    "five outages of three minutes each follow, with four minutes between them: no network, no answer, 503, 503 and 429 with Retry-After. Counted are the requests of each second after an outage, until when everybody's list is of after it, and the requests of " +
    "the busiest user in five minutes. The hectic ones go to another page every 3 to 10 seconds for an hour. That the goals are kept is a test: `tests/model/fleet.test.ts`.",
  tried: "For agents in a hurry: each of their pages is one request, as the product promises; nothing else is left to save.",
  async run({ progress }) {
    const figures: Figure[] = [];
    for (const [what, day] of FLEET_DAYS) {
      progress(`agents who ${what}`);
      const found = await fleetFigures(day);
      const calm = `calm mean, ${inWords(found.calmMean)} requests a second`;
      for (const { name, afterOverCalm, worstAfter, freshWithin } of found.outages) {
        figures.push({
          measure: `worst second after ${name}, agents who ${what}`,
          side: `${inWords(worstAfter)} requests`,
          baseline: calm,
          value: exactly(afterOverCalm),
          unit: "×",
          goal: { atMost: 4 },
          note:
            freshWithin === null ? "not everybody was up to date within four minutes" : `everybody was up to date within ${freshWithin} s`,
        });
      }
      figures.push(percent(`busiest user in five minutes, agents who ${what}`, found));
    }
    progress("agents in a hurry");
    figures.push(percent("busiest user in five minutes, agents in a hurry", await fleetFigures(HECTIC_HOUR)));
    return figures;
  },
};
