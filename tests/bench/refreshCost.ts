/** What a refresh costs that brings nothing, and one that brings a single message, with ten thousand conversations on the list. */
import { collectGarbage } from "../../tools/bench/collectGarbage";
import type { BenchPart, Figure } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave, processorMsOf } from "../../tools/bench/interleave";
import type { Pairs } from "../../tools/bench/interleave";
import type { InboxGateway, InboxReading } from "../../shared/inbox/ports";
import type { Fetch } from "../../shared/dataverse/client";
import { readAllRows } from "./allRows";
import type { AllRows } from "./allRows";
import { bundled } from "./bundled";
import type * as listCode from "./listCode";
import type { QuietTab } from "./quietTab";

type ListCode = typeof listCode;

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

async function open(code: ListCode, { json, now, userId, profile }: AllRows): Promise<Scene> {
  const { createGateway, naiveList, openQuietTab } = code;
  type Body = Parameters<ListCode["naiveList"]>[0];
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

/** The same with all that comes before: the answer's text, parsed and read by the product's own client and gateway, one text after the other. */
async function openWithTexts(code: ListCode, { json, now, userId, profile }: AllRows) {
  const { createClient, createGateway, createParsedOnce, naiveList, openQuietTab } = code;
  type Body = Parameters<ListCode["naiveList"]>[0];
  let text = json;
  let texts = 0;
  const fetch: Fetch = () => Promise.resolve(new Response(text, { headers: { Date: new Date(now).toUTCString() } }));
  const client = createClient(fetch, "", createParsedOnce());
  const tab = await openQuietTab((clock) => ({
    ...createGateway(client, userId, clock),
    readProfile: () => Promise.resolve(profile),
    noteList: () => Promise.resolve(),
  }));
  return {
    tab,
    prepare(hasNews: boolean): void {
      if (hasNews) {
        texts += 1;
        const { value } = JSON.parse(json) as { value: Record<string, unknown>[] };
        const later = new Date(now + texts * 1_000).toISOString();
        text = JSON.stringify({
          value: value.map((row, at) => (at === 0 ? { ...row, newest: later, newestmade: later, unread: texts + 1 } : row)),
        });
      }
      collectGarbage();
    },
    async naive(): Promise<unknown> {
      const { value } = JSON.parse(await (await fetch("", {})).text()) as { value: Body };
      return naiveList(value, now, profile);
    },
  };
}

/** The store alone: from the conversations of the answer to what is shown of them. */
export const refreshCost: BenchPart = {
  name: "refresh",
  title: "A refresh with 10,000 conversations on the list",
  how:
    "The real inbox with a browser in which nothing happens by itself. Its list is there; then the agent navigates, and the answer holds the same conversations in new objects, or one of them with one more message. Measured is the " +
    "processor time from the navigation to the new snapshot, with the conversations of the answer read before; and the same from the answer's text. Rendering and commit are not in it. Both sides are bundled into one file, as the product is. What keeps its identity is a test: " +
    "`tests/shared/inbox/refreshCost.test.ts`, and what is rendered another: `tests/MessageBubble/renders.test.tsx`.",
  tried:
    "Tried: an answer with the text of the one before is not parsed, its rows and conversations stay the same objects, and the lists are not gone through until the next customer has waited too long; equality without making anything, in the order of the list " +
    "before; names of customers are cleaned when somebody asks for one. With one new message the other conversations are the same objects as well, and so are their notifications: the rules are asked of those alone that have changed, and what an agent has heard is noted of those alone. What is left goes through the list to compare objects, count, and keep the order.",
  async run({ repeats, progress }) {
    const rows = await readAllRows(SESSIONS);
    const code = await bundled<ListCode>("listCode");
    const many = await open(code, rows);
    const few = await open(code, await readAllRows(FEWER));
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
      const whole = await openWithTexts(code, rows);
      const run = (work: () => Promise<unknown>) => () => {
        whole.prepare(hasNews);
        return processorMsOf(work);
      };
      const fromText = await interleave(
        run(() => whole.tab.navigate()),
        run(() => whole.naive()),
        { repeats },
      );
      figures.push({
        measure: `${what}, ${inWords(SESSIONS)}, from the answer's text`,
        side: `client, gateway and store, ${inWords(fromText.product.median)} ms`,
        baseline: `JSON.parse and one loop, ${inWords(fromText.baseline.median)} ms`,
        value: fromText.ratio,
        unit: "×",
        goal: null,
        note: "",
      });
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
