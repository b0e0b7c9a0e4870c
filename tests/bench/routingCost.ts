/** What the teams cost: the inbox query with twenty numbers and ten teams, over the same without them, at the same unread. */
import type { BenchPart } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave } from "../../tools/bench/interleave";
import { packedModel } from "../packed";
import { createCompany } from "./company";

const CONVERSATIONS = 500;
/** One query takes some milliseconds: each run asks several times. */
const ASKED = 5;

/** Two queries on one database of the sandbox's engine. */
export const routingCost: BenchPart = {
  name: "routing",
  title: "The inbox query and the teams",
  how:
    `A database of the sandbox's engine in memory: 500 agents, 20 business numbers, 10 teams, ${CONVERSATIONS} conversations with an unread message each. An agent who belongs to every team asks the control's inbox query, which joins ` +
    "numbers and memberships, and the query of a user who may not read business numbers, which does not; both answers hold the same conversations. A run asks five times. That the query gives every agent what the rule says is a test: `tests/model/routing.test.ts`.",
  tried: "Tried: an index of both columns of a membership, as Dataverse has it (1.5 × became 1.2 ×).",
  async run({ repeats }) {
    const company = createCompany(await packedModel(), { numbers: 20, teams: 10, agents: 500, conversations: CONVERSATIONS });
    try {
      const [everywhere = "", nowhere = ""] = company.agents;
      const ask = (isRouted: boolean) => () =>
        Array.from({ length: ASKED }, () => company.ask(everywhere, isRouted).ms).reduce((sum, ms) => sum + ms, 0) / ASKED;
      const shown = company.ask(everywhere, true).sessions.size;
      const { product, baseline, ratio } = await interleave(ask(true), ask(false), { repeats });
      return [
        {
          measure: `inbox query, ${inWords(CONVERSATIONS)} conversations`,
          side: `with 20 numbers and 10 teams, ${inWords(product.median)} ms`,
          baseline: `without them, ${inWords(baseline.median)} ms`,
          value: ratio,
          unit: "×",
          goal: { atMost: 1.2 },
          note: `both list ${inWords(shown)}; an agent of no team is sent ${inWords(company.ask(nowhere).sessions.size)}`,
        },
      ];
    } finally {
      company.close();
    }
  },
};
