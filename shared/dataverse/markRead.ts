/** Marking a conversation's messages read. */
import { RequestFailed } from "../domain/failure";
import { batchOf, MOST_IN_BATCH } from "./batch";
import type { ApiClient } from "./client";
import * as MESSAGE from "./names/message";
import { unreadMessagesQuery } from "./queries";
import { dateTime, guid } from "./values";
import { rowsOf, textOf } from "./rows";

/**
 * Marks the session's unread inbound messages read, as of the server's clock. What cannot be marked stays unread, and counted.
 * If-Match `*`: a message that was deleted meanwhile is not made anew by the update.
 * @throws RequestFailed, also where not one message could be marked
 */
export async function markRead(client: ApiClient, sessionId: string): Promise<void> {
  const { body, now } = await client({ method: "GET", path: unreadMessagesQuery(sessionId) });
  const ids = rowsOf(body).map((row) => textOf(row, MESSAGE.id));
  // An answer holds at most 5,000 rows. Where there are more, the rest is marked when the conversation is opened the next time.
  for (let from = 0; from < ids.length; from += MOST_IN_BATCH) {
    const writes = ids.slice(from, from + MOST_IN_BATCH).map((id) => ({
      method: "PATCH" as const,
      path: `${MESSAGE.set}(${guid(id)})`,
      headers: { "If-Match": "*" },
      body: { [MESSAGE.readOn]: dateTime(now) },
    }));
    const answer = await client(batchOf(writes));
    // One part that fails does not keep the others; where none was done, nothing was.
    if (!/^HTTP\/1\.1 204/m.test(String(answer.body))) throw new RequestFailed("failed", { detail: "no message could be marked read" });
  }
}
