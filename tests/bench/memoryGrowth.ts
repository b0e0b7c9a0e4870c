/** What a day leaves in memory, less what the shell alone leaves. */
import type { CDPSession } from "playwright-core";
import type { Desk } from "../e2e/browser";
import type { Sandbox } from "../e2e/sandbox";
import type { BenchPart, Figure } from "../../tools/bench/figure";
import { ENOUGH_REPEATS } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { exactly } from "../../tools/bench/spread";
import { withPages } from "./benchPages";

/** So often each is done in a whole run; with fewer repeats, as much less. */
const NAVIGATIONS = 500;
const OPENS = 300;
const ARRIVALS = 2_000;
/** What is made once is there after a tenth as many, and is not growth. */
const WARM_UP = 0.1;

/** What is in a page after its garbage has been collected. */
interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Chromium; Ana has the product, Zoe has no role and the shell alone. */
export const memoryGrowth: BenchPart = {
  name: "memory",
  title: "Memory over a day",
  how:
    "Ana's page and Zoe's, who has no role and so nothing of the product, in one browser. Both go from page to page, 500 times, in turns of ten. Then Ana opens and closes her panel 300 times, and 2,000 texts come to her 50 conversations while it is open. Heap, nodes and listeners are " +
    "read after the garbage has been collected, after a tenth of each and at its end; the figure is the growth between the two, less Zoe's where she does the same.",
  tried:
    "Looked into: over 730 openings of the panel in a row the heap rises during the first 300 (11.5 to 12.7 MB: code that the browser compiles, what is made once) and stays at 12.7 MB for the next 400; nodes and listeners are the same to the number.",
  run: ({ repeats, progress }) =>
    withPages(async ({ start, open }) => {
      const share = Math.min(1, repeats / ENOUGH_REPEATS);
      const sandbox = await start(50);
      const [ana, zoe] = [await open(sandbox, "ana"), await open(sandbox, "zoe")];
      await ana.bubble.waitFor();
      const sessions = { ana: await ana.context.newCDPSession(ana.page), zoe: await zoe.context.newCDPSession(zoe.page) };
      const grow = async (count: number, what: string, turn: (times: number) => Promise<void>): Promise<readonly [Held, Held]> => {
        const all = Math.ceil(count * share);
        const first = Math.ceil(all * WARM_UP);
        await turn(first);
        const before = [await held(sessions.ana), await held(sessions.zoe)] as const;
        progress(`${what}: ${first} of ${all}`);
        await turn(all - first);
        progress(`${what}: ${all} of ${all}`);
        return [difference(await held(sessions.ana), before[0]), difference(await held(sessions.zoe), before[1])];
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
        ...lines(`${often(NAVIGATIONS)} navigations`, navigated[0], navigated[1]),
        ...lines(`${often(OPENS)} openings of the panel`, opened[0], null),
        ...lines(`${often(ARRIVALS)} texts that arrive`, arrived[0], null),
      ];
    }),
};

function lines(what: string, own: Held, shell: Held | null): readonly Figure[] {
  const kB = (bytes: number): string => `${inWords(Math.round(bytes / 1024))} kB`;
  const less = difference(own, shell ?? { heap: 0, nodes: 0, listeners: 0 });
  return [
    {
      measure: `memory after ${what}`,
      side: `with the product, ${kB(own.heap)} more`,
      baseline: shell ? `the shell alone, ${kB(shell.heap)} more` : "",
      value: exactly(Math.round(less.heap / 1024)),
      unit: "kB",
      goal: { atMost: 0 },
      note: `nodes ${inWords(less.nodes)} more, listeners ${inWords(less.listeners)} more${shell ? " than the shell alone" : ""}; read once`,
    },
  ];
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
