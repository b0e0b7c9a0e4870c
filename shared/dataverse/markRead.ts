/** Marking a conversation's messages read. */
import { RequestFailed } from "../domain/failure";
import { batchOf, MOST_IN_BATCH } from "./batch";
import type { ApiClient } from "./client";
import * as SESSION from "./names/session";
import { readOnRequest } from "./readOnRequest";
import { OWNER, sessionPath } from "./queries";
import { guid } from "./values";
import { rowOf, textOf } from "./rows";

/** Whose messages are marked read, in which session. */
export interface OwnSession {
  readonly sessionId: string;
  readonly userId: string;
}

/**
 * Marks messages of the user's own session read. What cannot be marked stays unread, and counted. Where the session is the user's no more (it was given back
 * meanwhile), they are unread again: others are to answer them.
 * @param ids the unread messages that the user has seen
 * @param readOn the server's clock, as Dataverse writes it
 * @throws RequestFailed, also where not one message could be marked
 */
export async function markRead(
  client: ApiClient,
  { sessionId, userId }: OwnSession,
  ids: readonly string[],
  readOn: string,
): Promise<void> {
  if (ids.length === 0) return;
  await writeReadOn(client, ids, readOn);
  const session = await client({ method: "GET", path: `${sessionPath(sessionId)}?$select=${OWNER}` });
  if (textOf(rowOf(session.body, SESSION.id, guid(sessionId)), OWNER) !== guid(userId)) await writeReadOn(client, ids, null);
}

/** @throws RequestFailed, also where not one could be written */
async function writeReadOn(client: ApiClient, ids: readonly string[], readOn: string | null): Promise<void> {
  for (let from = 0; from < ids.length; from += MOST_IN_BATCH) {
    const answer = await client(batchOf(ids.slice(from, from + MOST_IN_BATCH).map((id) => readOnRequest(id, readOn))));
    // One part that fails does not keep the others; where none was done, nothing was.
    if (!/^HTTP\/1\.1 204/m.test(String(answer.body))) throw new RequestFailed("failed", { detail: "no message could be marked read" });
  }
}
