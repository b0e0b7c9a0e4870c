/** What a day leaves in memory, less what the shell alone leaves. */
import type { CDPSession } from "playwright-core";
import type { Desk } from "../e2e/browser";
import type { Sandbox } from "../e2e/sandbox";
import type { BenchPart, Figure } from "../../tools/bench/figure";
import { ENOUGH_REPEATS } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { spreadOf } from "../../tools/bench/spread";
import { withPages } from "./benchPages";

/** So often each is done in a round of a whole run; with fewer repeats, as much less. */
const NAVIGATIONS = 500;
const OPENS = 300;
const ARRIVALS = 2_000;
/** In the first round the browser compiles what runs often, and what is made once is made: only what the later rounds add goes on all day. */
const ROUNDS = 3;

type Agent = "ana" | "zoe";

/** What is in a page after its garbage has been collected. */
interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What the first round has added, and what each later one. */
interface Growth {
  readonly first: Held;
  readonly later: readonly Held[];
}

const NOTHING: Held = { heap: 0, nodes: 0, listeners: 0 };

/** Chromium; Ana has the product, Zoe has no role and the shell alone. */
export const memoryGrowth: BenchPart = {
  name: "memory",
  title: "Memory over a day",
  how:
    "Ana's page and Zoe's, who has no role and so nothing of the product, in one browser. Both go from page to page, 500 times, in turns of ten. Then Ana opens and closes her panel 300 times, and 2,000 texts come to her 50 conversations while it is open. Each is done three times. Heap, nodes and listeners are " +
    "read after the garbage has been collected, before each round and after the last; the figure with a goal is the growth of a later round (two of them), less Zoe's where she does the same. What the first round adds is told beside it: code that the browser compiles, and what is made once.",
  tried:
    "Looked into: over 730 openings of the panel in a row the heap rises during the first 300 (11.5 to 12.7 MB) and stays at 12.7 MB for the next 400; nodes and listeners are the same to the number. So the first round has no goal.",
  run: ({ repeats, progress }) =>
    withPages(async ({ start, open }) => {
      const share = Math.min(1, repeats / ENOUGH_REPEATS);
      const sandbox = await start(50);
      const [ana, zoe] = [await open(sandbox, "ana"), await open(sandbox, "zoe")];
      await ana.bubble.waitFor();
      const sessions = { ana: await ana.context.newCDPSession(ana.page), zoe: await zoe.context.newCDPSession(zoe.page) };
      const read = async () => ({ ana: await held(sessions.ana), zoe: await held(sessions.zoe) });
      const grow = async (count: number, what: string, turn: (times: number) => Promise<void>): Promise<Record<Agent, Growth>> => {
        const readings = [await read()];
        for (let round = 1; round <= ROUNDS; round++) {
          await turn(Math.ceil(count * share));
          readings.push(await read());
          progress(`${what}: round ${round} of ${ROUNDS}`);
        }
        const of = (agent: Agent): Growth => growthOf(readings.map((reading) => reading[agent]));
        return { ana: of("ana"), zoe: of("zoe") };
      };
      const navigated = await grow(NAVIGATIONS, "navigations", async (times) => {
        for (let done = 0; done < times; done += 10) for (const desk of [ana, zoe]) await wander(desk, Math.min(10, times - done));
      });
      const opened = await grow(OPENS, "openings of the panel", async (times) => {
        for (let done = 0; done < times; done++) await openAndClose(ana);
      });
      await ana.openPanel();
      const arrived = await grow(ARRIVALS, "texts that arrive", async (times) => {
        for (let done = 0; done < times; done += 20) await arrive(sandbox, ana, Math.min(20, times - done));
      });
      const often = (count: number): string => inWords(Math.ceil(count * share));
      return [
        line(`${often(NAVIGATIONS)} navigations`, navigated.ana, navigated.zoe),
        line(`${often(OPENS)} openings of the panel`, opened.ana, null),
        line(`${often(ARRIVALS)} texts that arrive`, arrived.ana, null),
      ];
    }),
};

function growthOf(readings: readonly Held[]): Growth {
  const [first, ...later] = readings.slice(1).map((reading, at) => difference(reading, readings[at] ?? reading));
  if (!first) throw new Error("There are too few readings.");
  return { first, later };
}

function line(what: string, own: Growth, shell: Growth | null): Figure {
  const inKb = ({ heap }: Held): number => Math.round(heap / 1024);
  const told = ({ first, later }: Growth): string =>
    `${later.map((held) => inWords(inKb(held))).join(" and ")} kB more (the first round: ${inWords(inKb(first))} kB)`;
  const less = own.later.map((held, round) => difference(held, shell?.later[round] ?? NOTHING));
  const each = (count: (held: Held) => number): string => less.map((held) => inWords(count(held))).join(" and ");
  return {
    measure: `memory after ${what} more`,
    side: `with the product, ${told(own)}`,
    baseline: shell ? `the shell alone, ${told(shell)}` : "",
    value: spreadOf(less.map(inKb)),
    unit: "kB",
    goal: { atMost: 0 },
    note: `nodes ${each(({ nodes }) => nodes)} more, listeners ${each(({ listeners }) => listeners)} more${shell ? " than the shell alone" : ""}`,
  };
}

function difference(one: Held, other: Held): Held {
  return { heap: one.heap - other.heap, nodes: one.nodes - other.nodes, listeners: one.listeners - other.listeners };
}

async function held(session: CDPSession): Promise<Held> {
  await session.send("Performance.enable");
  for (let time = 0; time < 3; time++) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: value("JSHeapUsedSize"), nodes: value("Nodes"), listeners: value("JSEventListeners") };
}

async function wander(desk: Desk, times: number): Promise<void> {
  for (let done = 0; done < times; done++) await desk.goTo(done % 2 === 0 ? "Contacts" : "Accounts");
}

async function openAndClose({ bubble, panel }: Desk): Promise<void> {
  await bubble.click();
  await panel.getByRole("listitem").first().waitFor();
  await bubble.click();
  await panel.waitFor({ state: "detached" });
}

let texts = 0;

/** Texts of the customers, in turn; then the agent navigates, so that they are read. */
async function arrive(sandbox: Sandbox, ana: Desk, count: number): Promise<void> {
  for (let done = 0; done < count; done++) await sandbox.sms(`+1${10_000_000 + (texts++ % 50)}`, `Text ${texts}`);
  await ana.goTo(texts % 40 < 20 ? "Contacts" : "Accounts");
}
