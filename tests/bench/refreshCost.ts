/** What a refresh costs that brings nothing, and one that brings a single message, with ten thousand conversations on the list. */
import { collectGarbage } from "../../tools/bench/collectGarbage";
import type { BenchPart, Figure } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave, processorMsOf } from "../../tools/bench/interleave";
import type { Pairs } from "../../tools/bench/interleave";
import type { InboxGateway, InboxReading } from "../../shared/inbox/ports";
import { createGateway } from "../../shared/dataverse/gateway";
import { readAllRows } from "./allRows";
import type { AllRows } from "./allRows";
import { naiveList } from "./naiveList";
import { openQuietTab } from "./quietTab";
import type { QuietTab } from "./quietTab";

const SESSIONS = 10_000;
/** The smaller list that it is compared with: what only looks at what changed takes as long with it. */
const FEWER = 1_000;

/** A tab over answers that are made anew each time, as if they had come from the server. */
interface Scene {
  readonly tab: QuietTab;
  /** Prepares the answer to the next navigation, and collects the garbage of that. */
  prepare(hasNews: boolean): Promise<void>;
  /** The list of the same rows by one loop. */
  naive(): unknown;
}

async function open({ json, now, userId, profile }: AllRows): Promise<Scene> {
  type Body = Parameters<typeof naiveList>[0];
  const parsed = (): { readonly value: Body } => JSON.parse(json) as { value: Body };
  const reader = createGateway(
    () => Promise.resolve({ body, etag: null, now }),
    userId,
    () => 0,
  );
  let body = parsed();
  let next: InboxReading = await reader.readInbox();
  let texts = 0;
  const tab = await openQuietTab((clock): InboxGateway => ({
    readProfile: () => Promise.resolve(profile),
    readInbox: () => Promise.resolve({ ...next, sentAt: clock() }),
    readPreviews: () => Promise.resolve(new Map()),
    noteList: () => Promise.resolve(),
  }));
  return {
    tab,
    async prepare(hasNews) {
      if (hasNews) texts += 1;
      body = parsed();
      next = await reader.readInbox();
      const [first] = next.sessions;
      if (!first) throw new Error("There is no conversation.");
      const written = { ...first, unread: first.unread + texts, newestUnreadAt: now + texts * 1_000 };
      if (texts > 0) next = { ...next, sessions: next.sessions.map((session) => (session === first ? written : session)) };
      collectGarbage();
    },
    naive: () => naiveList(body.value, now, profile),
  };
}

/** The store alone: from the conversations of the answer to what is shown of them. */
export const refreshCost: BenchPart = {
  name: "refresh",
  title: "A refresh with 10,000 conversations on the list",
  how:
    "The real inbox with a browser in which nothing happens by itself. Its list is there; then the agent navigates, and the answer holds the same conversations in new objects, or one of them with one more message. Measured is the " +
    "processor time from the navigation to the new snapshot, with the conversations of the answer read before (the part `rows` measures that). Reading the answer, rendering and commit are not in it. What keeps its identity is a test: " +
    "`tests/shared/inbox/refreshCost.test.ts`, and what is rendered another: `tests/MessageBubble/renders.test.tsx`.",
  tried:
    "Tried: equality without making anything, in the order of the list before (4.8 × the loop became 1.9 ×); names of customers are cleaned when somebody asks for one. What is left looks at each conversation of the answer once, and builds the " +
    "notifications to compare them.",
  async run({ repeats, progress }) {
    const many = await open(await readAllRows(SESSIONS));
    const few = await open(await readAllRows(FEWER));
    const refresh = (scene: Scene, hasNews: boolean) => async () => {
      await scene.prepare(hasNews);
      return processorMsOf(() => scene.tab.navigate());
    };
    const loop = async () => {
      await many.prepare(false);
      return processorMsOf(many.naive);
    };
    const figures: Figure[] = [];
    for (const [hasNews, what] of [
      [false, "unchanged refresh"],
      [true, "refresh with one new message"],
    ] as const) {
      progress(what);
      const beside = await interleave(refresh(many, hasNews), loop, { repeats });
      const growth = await interleave(refresh(many, hasNews), refresh(few, hasNews), { repeats });
      figures.push(...linesOf(what, beside, growth));
    }
    return figures;
  },
};

function linesOf(what: string, beside: Pairs, growth: Pairs): readonly Figure[] {
  const ms = (median: number): string => `${inWords(median)} ms`;
  return [
    {
      measure: `${what}, ${inWords(SESSIONS)}, store`,
      side: `${inWords(beside.ratio.median)} × the loop`,
      baseline: `one loop over the rows, ${ms(beside.baseline.median)}`,
      value: beside.product,
      unit: "ms",
      goal: { atMost: 30 },
      note: "the goal is for store, render and commit together",
    },
    {
      measure: `${what}, ten times as many`,
      side: `${inWords(SESSIONS)}, ${ms(growth.product.median)}`,
      baseline: `${inWords(FEWER)}, ${ms(growth.baseline.median)}`,
      value: growth.ratio,
      unit: "×",
      goal: null,
      note: "1 × would be in proportion to what changed, 10 × to what is on the list",
    },
  ];
}
