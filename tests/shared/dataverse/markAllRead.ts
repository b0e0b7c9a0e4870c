/** An owner who has seen everything in their conversation. */
import type { ApiClient } from "../../../shared/dataverse/client";
import { markRead } from "../../../shared/dataverse/markRead";
import { unreadMessagesQuery } from "../../../shared/dataverse/queries";
import { rowsOf, textOf } from "../../../shared/dataverse/rows";
import { dateTime } from "../../../shared/dataverse/values";

/** Marks all unread messages of the session read. @throws RequestFailed */
export async function markAllRead(client: ApiClient, sessionId: string, userId: string): Promise<void> {
  const { body, now } = await client({ method: "GET", path: unreadMessagesQuery(sessionId) });
  const ids = rowsOf(body).map((row) => textOf(row, "msgn_messageid"));
  await markRead(client, { sessionId, userId }, ids, dateTime(now));
}
