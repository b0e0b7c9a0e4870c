import type { ClaimableSession, Claim } from "../inbox/ports";
import { batchOf, changeSetOf, firstBodyOf, MOST_IN_BATCH } from "./batch";
import type { ApiClient, ApiRequest } from "./client";
import { eventRequest } from "./eventRequest";
import { INACTIVE } from "./names";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import { sessionPath, unreadMessagesQuery } from "./queries";
import { readOnRequest } from "./readOnRequest";
import { etagOf, rowOf, rowsOf, textOf } from "./rows";
import { dateTime, guid } from "./values";

/**
 * Closes a session: it is inactive, its unread messages are read, and there is an event that says so, all of it or nothing, if it is still as it was read (else
 * `stale`). What there is no room for in one change set is marked after it; what is not marked even so stays unread, and its owner is notified of it.
 * @param session as it was read
 * @returns the session's etag as this left it, and from when on its messages are read
 * @throws RequestFailed
 */
export async function closeSession(client: ApiClient, sessionId: string, session: ClaimableSession): Promise<Claim> {
  const at = dateTime(session.now);
  const { body } = await client({ method: "GET", path: unreadMessagesQuery(sessionId) });
  const close: ApiRequest = {
    method: "PATCH",
    path: `${sessionPath(sessionId)}?$select=statecode`,
    headers: { "If-Match": session.etag, Prefer: "return=representation" },
    body: INACTIVE,
  };
  const writes = [close, eventRequest(sessionId, "closed", at), ...rowsOf(body).map((row) => readOnRequest(textOf(row, MESSAGE.id), at))];
  const answer = await client(changeSetOf(writes.slice(0, MOST_IN_BATCH)));
  for (let from = MOST_IN_BATCH; from < writes.length; from += MOST_IN_BATCH)
    await client(batchOf(writes.slice(from, from + MOST_IN_BATCH)));
  // A platform that answers the change set without the row leaves it undecided: who closes reads again, and finds it.
  return { etag: etagOf({ body: rowOf(firstBodyOf(answer.body), SESSION.id, guid(sessionId)), etag: null }), at: session.now };
}
