/**
 * `npm run bench:answers`: what sending agents' answers costs beyond its requests. Answers go out through two gateways, and the bare requests that this takes
 * are sent in turn with them, on a sandbox in this process. BENCH_ANSWERS chooses another number.
 */
import { openAnswersOut } from "../tests/bench/answersOut";
import { takesNoArguments } from "./takesNoArguments";

const USAGE = `Usage: npm run bench:answers
Measures two gateways that send agents' answers, and the same requests without a gateway, on a sandbox. From the environment:
  BENCH_ANSWERS   how many answers (2000)`;

const ANSWERS = Number(process.env["BENCH_ANSWERS"] ?? 2_000);
/** Both kinds take turns so often: what else the machine does hits both. */
const ROUNDS = 4;

async function main(): Promise<void> {
  const count = Math.ceil(ANSWERS / ROUNDS);
  const scene = await openAnswersOut();
  const total = { gateways: { ms: 0, requests: 0 }, bare: { ms: 0, requests: 0 } };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const [kind, run] of [
        ["gateways", scene.byGateways],
        ["bare", scene.byBareRequests],
      ] as const) {
        const { ms, requests } = await run(count);
        total[kind].ms += ms;
        total[kind].requests += requests;
        process.stdout.write(`round ${round + 1} of ${ROUNDS}, ${count} answers, ${kind}: ${Math.round(ms)} ms, ${requests} requests\n`);
      }
    }
  } finally {
    await scene.close();
  }
  const each = ({ ms }: { readonly ms: number }): string => (ms / (count * ROUNDS)).toFixed(1);
  process.stdout.write(`an answer: ${each(total.gateways)} ms by gateways, ${each(total.bare)} ms by bare requests\n`);
  process.stdout.write(
    `ratio: ${(total.gateways.ms / total.bare.ms).toFixed(2)}; of requests ${(total.gateways.requests / total.bare.requests).toFixed(2)}\n`,
  );
}

if (takesNoArguments(process.argv.slice(2), USAGE)) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
