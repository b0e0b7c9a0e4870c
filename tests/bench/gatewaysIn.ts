/** What the gateway costs beyond its requests when texts come in: two gateways, over the very requests that they send to Dataverse. */
import { demoConfiguration } from "../../demo/demoConfiguration";
import { createSandbox } from "../../sandbox";
import type { Sandbox } from "../../sandbox";
import { countOf } from "../../tools/bench/chooseParts";
import type { BenchPart, Figure } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave } from "../../tools/bench/interleave";
import { exactly } from "../../tools/bench/spread";
import { askWebApi } from "../../sandbox/tests/http/ask";
import type { Row } from "../../gateway/contract";
import { startGateway, webhook } from "../gateway/gateway";
import { packedSolution } from "../packed";
import { inParallel } from "./inParallel";
import { startProvider } from "./startProvider";

const CUSTOMERS = 50;
/** Webhooks, or bare requests, that are under way at the same time. */
const PARALLEL = 24;

/** A request of a gateway, below the Web API's root. */
interface Recorded {
  readonly path: string;
  readonly init: RequestInit;
}

/** Webhooks into one sandbox, and the requests that came of them into another one, which has the same customers. */
export const gatewaysIn: BenchPart = {
  name: "texts",
  title: "The gateway, texts in",
  how:
    "Two sandboxes in this process, asked over loopback. Webhooks of 50 known customers, signed as the provider signs them, come from a process of their own, as from the provider's machines, to two gateways before the first one, 24 at a time, " +
    "every tenth text twice. The other side sends the requests that the gateways have just sent to Dataverse, one by one and as many at a time, to the second sandbox. The figure is texts a second over texts a second. At the end the rows are counted. How texts fare while Dataverse is cut and busy is a " +
    "test, with 10,000 in long runs: `tests/gateway/flood.test.ts`. `BENCH_TEXTS` chooses how many there are in all (1,000).",
  tried:
    "Tried: the provider sends from a process of its own, as it does in life (in one process with the gateways, its own work was taken for theirs).",
  async run({ repeats, progress }) {
    const count = Math.max(10, Math.ceil(countOf(process.env, "BENCH_TEXTS", 1_000) / repeats));
    const solution = await packedSolution();
    const start = (): Promise<Sandbox> => createSandbox({ solution, configuration: demoConfiguration() });
    const [sandbox, other] = await Promise.all([start(), start()]);
    let recorded: Recorded[] = [];
    // One run of the gateways is always ahead of the bare requests, whichever goes first in a pair.
    const ahead: (readonly Recorded[])[] = [];
    const { root } = sandbox.connect("gateway");
    const record: typeof fetch = (input, init = {}) => {
      recorded.push({ path: (input as string).slice(root.length), init: { ...init, signal: null } });
      return fetch(input, init);
    };
    const gateways = await Promise.all([1, 2].map(() => startGateway(sandbox, { fetch: record })));
    const provider = startProvider();
    const ports = gateways.map(({ port }) => port);
    const target = other.connect("gateway").root;
    const perRun = count + Math.ceil(count / 10);
    let sent = 0;
    let requests = 0;
    const byGateways = async (texts = textsFrom(count)): Promise<number> => {
      recorded = [];
      const began = performance.now();
      await provider.send({ ports, forms: [...texts, ...texts.filter((_, at) => at % 10 === 0)], atOnce: PARALLEL });
      const ms = performance.now() - began;
      sent += texts.length;
      requests = recorded.length / perRun;
      ahead.push(recorded);
      return ms / perRun;
    };
    const byBareRequests = async (atOnce = PARALLEL): Promise<number> => {
      const began = performance.now();
      await inParallel(ahead.shift() ?? [], atOnce, async ({ path, init }) => {
        const answer = await fetch(target + path, init);
        await answer.text();
        // A text that comes twice at once may be there already: the gateways hear the same.
        if (answer.status >= 300 && answer.status !== 412) throw new Error(`${path}: ${answer.status}`);
      });
      return (performance.now() - began) / perRun;
    };
    try {
      await byGateways(textsFrom(CUSTOMERS));
      // One by one: these make the customers, and a text must not come before the request that makes its customer.
      await byBareRequests(1);
      await byGateways();
      // The figure is of speeds, not of times: hence the other way round.
      const { product, baseline, ratio } = await interleave(
        () => byBareRequests(),
        () => byGateways(),
        {
          repeats,
          warmUp: 1,
          afterPair: (done) => progress(`${done} of ${repeats}, ${perRun} webhooks each`),
        },
      );
      const kept = await providerIds(sandbox.port);
      return [
        {
          measure: "texts in a second",
          side: `two gateways, ${inWords(baseline.median)} ms a webhook`,
          baseline: `the same requests without them, ${inWords(product.median)} ms`,
          value: ratio,
          unit: "×",
          goal: { atLeast: 0.8 },
          note: `${inWords(requests)} requests a webhook`,
        },
        counted("texts lost", `of ${inWords(sent)}`, sent - new Set(kept).size),
        counted("texts that are there twice", `of ${inWords(sent)}`, kept.length - new Set(kept).size),
      ];
    } finally {
      provider.stop();
      await Promise.all(gateways.map((gateway) => gateway.close()));
      await Promise.all([sandbox.close(), other.close()]);
    }
  },
};

function counted(measure: string, side: string, number: number): Figure {
  return { measure, side, baseline: "", value: exactly(number), unit: "", goal: { atMost: 0 }, note: "" };
}

let place = 0;

/** New texts of the customers, in turn. */
function textsFrom(count: number): readonly string[] {
  return Array.from({ length: count }, () =>
    webhook({ From: `+1555${2_000_000 + (place++ % CUSTOMERS)}`, Body: `Text ${place}` }).toString(),
  );
}

/** What the provider calls the messages that are kept, a row each. */
async function providerIds(port: number): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (let next: string | undefined = "msgn_messages?$select=msgn_providermessageid"; next !== undefined;) {
    const page = (await askWebApi(port, "root", next)).json() as { value: readonly Row[]; "@odata.nextLink"?: string };
    found.push(...page.value.map((row) => row["msgn_providermessageid"]));
    next = page["@odata.nextLink"]?.split("/api/data/v9.2/")[1];
  }
  return found;
}
