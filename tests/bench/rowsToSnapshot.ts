/** What the product makes of the server's rows, over the shortest loop that makes the same list. */
import { deepStrictEqual } from "node:assert";
import { collectGarbage } from "../../tools/bench/collectGarbage";
import { interleave, processorMsOf } from "../../tools/bench/interleave";
import type { BenchPart } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import type { Action, InboxSession } from "../../shared/domain/session";
import { createClient } from "../../shared/dataverse/client";
import type { ApiClient } from "../../shared/dataverse/client";
import { createGateway } from "../../shared/dataverse/gateway";
import { SESSION_STATUS } from "../../shared/dataverse/names";
import type { Row } from "../../shared/dataverse/rows";
import { INITIAL_STATE } from "../../shared/inbox/inboxState";
import type { InboxReading, Profile } from "../../shared/inbox/ports";
import { project } from "../../shared/inbox/project";
import type { InboxSnapshot, Notification } from "../../shared/inbox/snapshot";
import { openMixedInbox } from "./mixedInbox";

const SESSIONS = 10_000;
const NAME = "@OData.Community.Display.V1.FormattedValue";

/** How it is measured, and of what. */
export const rowsToSnapshot: BenchPart = {
  name: "rows",
  title: "From the server's rows to the snapshot",
  how:
    "The sandbox's Dataverse answers Ana's inbox query; its 10,000 rows are put into one answer, which is parsed before the clock runs. The product's side is the gateway's `readInbox` and `project`, from rows to a first " +
    "snapshot. The other side is one loop that trusts every row and makes the same list of the same objects, sorted, with its count; that the two lists are equal is checked before.",
  tried: "",
  async run({ repeats, progress }) {
    const { json, now, userId, profile } = await readAnswer();
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

/** The rows of all the answers to Ana's inbox query in one, as JSON. An answer of Dataverse's holds half of them. */
async function readAnswer(): Promise<{ readonly json: string; readonly now: number; readonly userId: string; readonly profile: Profile }> {
  const inbox = await openMixedInbox(SESSIONS);
  try {
    const gateway = createGateway(createClient(inbox.fetch), inbox.userId, () => 1);
    const profile = await gateway.readProfile();
    inbox.answers.length = 0;
    const { now } = await gateway.readInbox();
    const rows = new Map<unknown, Row>();
    for (const answer of inbox.answers) {
      // The first answer has the figures; what comes again in a page has none.
      for (const row of (JSON.parse(answer) as { value: readonly Row[] }).value)
        if (!rows.has(row["session"])) rows.set(row["session"], row);
    }
    if (rows.size !== SESSIONS) throw new Error(`${rows.size} conversations instead of ${SESSIONS}.`);
    return { json: JSON.stringify({ value: [...rows.values()] }), now, userId: inbox.userId, profile };
  } finally {
    inbox.close();
  }
}

// Not an arrow function in the loop: tsx gives each of those its name when it is made, which would cost the loop a third of its time.
const text = (row: Row, column: string): string => (row[column] as string | undefined) ?? "";

/** What somebody would write who needs nothing but this list of these rows. */
function naiveList(rows: readonly Row[], now: number, { viewer, configuration }: Profile) {
  const notifications: Notification[] = [];
  let unread = 0;
  const firstContact: readonly Action[] = viewer.mayBlock ? ["accept", "dismiss", "block"] : ["accept", "dismiss"];
  for (const row of rows) {
    const newestUnreadAt = Math.min(Date.parse(text(row, "newest")), Date.parse(text(row, "newestmade")));
    const oldestUnreadAt = row["oldest"] ? Math.min(Date.parse(text(row, "oldest")), Date.parse(text(row, "oldestmade"))) : newestUnreadAt;
    const dismissal = row["dismissedupto"]
      ? { upTo: Date.parse(text(row, "dismissedupto")), count: row["dismissedcount"] as number }
      : null;
    const isUser = text(row, "owninguser") !== "";
    const session: InboxSession = {
      id: text(row, "session"),
      contactNumberId: text(row, "contactnumber"),
      phoneNumber: text(row, "phonenumber"),
      contactName: text(row, `customer${NAME}`) || null,
      businessNumber: text(row, "businessnumber"),
      isOptedOut: text(row, "optedouton") !== "",
      status: row["status"] === SESSION_STATUS.new ? "new" : "accepted",
      owner: {
        id: text(row, "owner"),
        name: text(row, `owner${NAME}`),
        kind: isUser ? "user" : "team",
        isDisabled: row["ownerdisabled"] === true,
      },
      unread: (row["unread"] as number | undefined) ?? 1,
      oldestUnreadAt,
      newestUnreadAt,
      dismissal,
    };
    const isIdle = configuration.idleTimeout !== null && now - oldestUnreadAt >= configuration.idleTimeout;
    let actions: readonly Action[] = [];
    if (session.status === "new") {
      if (!dismissal || newestUnreadAt > dismissal.upTo || session.unread > dismissal.count) actions = firstContact;
    } else if (!isUser || session.owner.isDisabled) actions = ["assign"];
    else if (session.owner.id === viewer.userId) actions = ["view"];
    else if (isIdle) actions = ["assign"];
    if (actions.length === 0) continue;
    unread += session.unread;
    notifications.push({ session, actions, preview: null, pending: null, isWaiting: actions[0] === "assign" || isIdle });
  }
  notifications.sort(
    (one, other) => other.session.newestUnreadAt - one.session.newestUnreadAt || (one.session.id < other.session.id ? -1 : 1),
  );
  return { notifications, unread };
}
