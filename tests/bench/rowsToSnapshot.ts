/** What the product makes of the server's rows, over the shortest loop that makes the same list. */
import { deepStrictEqual } from "node:assert";
import { collectGarbage } from "../../tools/bench/collectGarbage";
import type { BenchPart } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave, processorMsOf } from "../../tools/bench/interleave";
import type { ApiClient } from "../../shared/dataverse/client";
import type { Row } from "../../shared/dataverse/rows";
import type { InboxReading } from "../../shared/inbox/ports";
import type { InboxSnapshot } from "../../shared/inbox/snapshot";
import { readAllRows } from "./allRows";
import { bundled } from "./bundled";
import type * as listCode from "./listCode";

const SESSIONS = 10_000;

/** How it is measured, and of what. */
export const rowsToSnapshot: BenchPart = {
  name: "rows",
  title: "From the server's rows to the snapshot",
  how:
    "The sandbox's Dataverse answers Ana's inbox query; its 10,000 rows are put into one answer, which is parsed before the clock runs. The product's side is the gateway's `readInbox` and `project`, from rows to a first " +
    "snapshot. The other side is one loop that trusts every row and makes the same list of the same objects, sorted, with its count; that the two lists are equal is checked before. Both are bundled into one file, as the product is.",
  tried:
    "Tried: dates that are the same text are read once; a first list is not compared with one before, and nothing is kept for news; an empty date is not parsed; what was made of a row is found by its place, not by an index. Tried and taken back: dates read by own code (4 ms of 45), ids looked at letter by letter (nothing). It is the first list alone that costs this: a row that says what it said in the answer before is not read again, and the same text is not even parsed (part `refresh`).",
  async run({ repeats, progress }) {
    const { createGateway, INITIAL_STATE, naiveList, project } = await bundled<typeof listCode>("listCode");
    const { json, now, userId, profile } = await readAllRows(SESSIONS);
    const parsed = (): { readonly value: readonly Row[] } => JSON.parse(json) as { value: readonly Row[] };
    // Parsed anew for each run: what a run has looked at once is quicker to look at again.
    let body = parsed();
    const client: ApiClient = () => Promise.resolve({ body, etag: null, now });
    const gateway = createGateway(client, userId, () => 1);
    const show = (reading: InboxReading): InboxSnapshot => project({ ...INITIAL_STATE, profile, reading, lookedAt: 1 }, null);
    const known = await gateway.readInbox();
    const snapshot = show(known);
    const naive = naiveList(body.value, now, profile);
    deepStrictEqual([naive.notifications, naive.unread], [snapshot.notifications, snapshot.unread]);

    progress(`${SESSIONS.toLocaleString("en")} rows, ${snapshot.notifications.length.toLocaleString("en")} of them on the list`);
    const fresh = (work: () => unknown) => () => {
      body = parsed();
      collectGarbage();
      return processorMsOf(work);
    };
    const loop = fresh(() => naiveList(body.value, now, profile));
    const compare = (work: () => unknown) => interleave(fresh(work), loop, { repeats });
    const whole = await compare(async () => show(await gateway.readInbox()));
    const reading = await compare(() => gateway.readInbox());
    const showing = await compare(() => show(known));
    const parsing = await compare(parsed);
    const ms = (median: number): string => `${inWords(median)} ms`;
    const beside = { unit: "×", note: "" } as const;
    const compared = ({ baseline }: typeof whole): string => `one loop, ${ms(baseline.median)}`;
    return [
      {
        ...beside,
        measure: "rows → snapshot, 10,000 conversations",
        side: `readInbox and project, ${ms(whole.product.median)}`,
        baseline: compared(whole),
        value: whole.ratio,
        goal: { atMost: 1.5 },
      },
      {
        ...beside,
        measure: "of it: rows → conversations",
        side: `readInbox, ${ms(reading.product.median)}`,
        baseline: compared(reading),
        value: reading.ratio,
        goal: null,
      },
      {
        ...beside,
        measure: "of it: conversations → snapshot",
        side: `project, ${ms(showing.product.median)}`,
        baseline: compared(showing),
        value: showing.ratio,
        goal: null,
      },
      {
        ...beside,
        measure: "before it: parsing the answer",
        side: `JSON.parse, ${ms(parsing.product.median)}`,
        baseline: compared(parsing),
        value: parsing.ratio,
        goal: null,
        note: `${inWords(Math.round(json.length / 1000))} kB of text`,
      },
    ];
  },
};
