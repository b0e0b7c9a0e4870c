/** Marking a conversation's messages read. */
import { RequestFailed } from "../domain/failure";
import { batchOf, MOST_IN_BATCH } from "./batch";
import type { ApiClient } from "./client";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import { OWNER, sessionPath } from "./queries";
import { guid } from "./values";
import { rowOf, textOf } from "./rows";

/**
 * Marks messages of the user's own session read. What cannot be marked stays unread, and counted. Where the session is the user's no more (it was given back
 * meanwhile), they are unread again: others are to answer them.
 * @param ids the unread messages that the user has seen
 * @param readOn the server's clock, as Dataverse writes it
 * @throws RequestFailed, also where not one message could be marked
 */
export async function markRead(
  client: ApiClient,
  sessionId: string,
  userId: string,
  ids: readonly string[],
  readOn: string,
): Promise<void> {
  if (ids.length === 0) return;
  await writeReadOn(client, ids, readOn);
  const session = await client({ method: "GET", path: `${sessionPath(sessionId)}?$select=${OWNER}` });
  if (textOf(rowOf(session.body, SESSION.id, guid(sessionId)), OWNER) !== guid(userId)) await writeReadOn(client, ids, null);
}

/** If-Match `*`: a message that was deleted meanwhile is not made anew by the update. @throws RequestFailed, also where not one could be written */
async function writeReadOn(client: ApiClient, ids: readonly string[], readOn: string | null): Promise<void> {
  for (let from = 0; from < ids.length; from += MOST_IN_BATCH) {
    const writes = ids.slice(from, from + MOST_IN_BATCH).map((id) => ({
      method: "PATCH" as const,
      path: `${MESSAGE.set}(${guid(id)})`,
      headers: { "If-Match": "*" },
      body: { [MESSAGE.readOn]: readOn },
    }));
    const answer = await client(batchOf(writes));
    // One part that fails does not keep the others; where none was done, nothing was.
    if (!/^HTTP\/1\.1 204/m.test(String(answer.body))) throw new RequestFailed("failed", { detail: "no message could be marked read" });
  }
}
