/** The rows of an inbox, as Dataverse would answer them if its answers had no limit. */
import { createClient } from "../../shared/dataverse/client";
import { createGateway } from "../../shared/dataverse/gateway";
import type { Row } from "../../shared/dataverse/rows";
import type { Profile } from "../../shared/inbox/ports";
import { openMixedInbox } from "./mixedInbox";

/** They, and what is needed to read them. */
export interface AllRows {
  /** One answer, as JSON. */
  readonly json: string;
  /** The server's clock when it answered (ms). */
  readonly now: number;
  /** Whose inbox it is. */
  readonly userId: string;
  readonly profile: Profile;
}

/** The rows of all the answers to Ana's inbox query in one, as JSON. An answer of Dataverse's holds half of them. */
export async function readAllRows(sessions: number): Promise<AllRows> {
  const inbox = await openMixedInbox(sessions);
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
    if (rows.size !== sessions) throw new Error(`${rows.size} conversations instead of ${sessions}.`);
    return { json: JSON.stringify({ value: [...rows.values()] }), now, userId: inbox.userId, profile };
  } finally {
    inbox.close();
  }
}
