/** The Message UI's script: opening a conversation as its owner marks its messages read. */
import { createClient } from "../shared/dataverse/client";
import type { ApiClient } from "../shared/dataverse/client";
import { batchOf, MOST_IN_BATCH } from "../shared/dataverse/batch";
import { announce } from "../shared/dataverse/channel";
import { SESSION_STATUS, SETS } from "../shared/dataverse/names";
import { dateTime, guid, unreadMessagesQuery } from "../shared/dataverse/queries";
import { rowsOf, textOf } from "../shared/dataverse/rows";
import { platform } from "./platform";

/** Form type of a row that is not saved yet. */
const CREATE = 1;

/** Form OnLoad handler of the session's main form. */
export function onLoad(event: Xrm.Events.EventContext): void {
  const form = event.getFormContext();
  if ((form.ui.getFormType() as number) === CREATE) unlockNumbers(form);
  const context = platform()?.Utility.getGlobalContext();
  const owner = form.getAttribute<Xrm.Attributes.LookupAttribute>("ownerid")?.getValue()?.[0];
  const status = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("msgn_sessionstatus")?.getValue();
  const id = form.data.entity.getId();
  if (!context || !owner || !id || status !== SESSION_STATUS.accepted) return;
  const me = guid(context.userSettings.userId);
  if (guid(owner.id) !== me) return;
  const client = createClient((url, init) => fetch(url, init), context.getClientUrl());
  // What stays unread stays counted, and is marked the next time: nothing to tell the agent.
  void markRead(client, guid(id), me).then(
    () => form.getControl<Xrm.Controls.GridControl>("messages")?.refresh(),
    () => undefined,
  );
}

/** Who writes to which number makes a session what it is: set once, by whoever makes one by hand, and locked ever after. */
function unlockNumbers(form: Xrm.FormContext): void {
  for (const name of ["msgn_contactnumberid", "msgn_businessnumber"])
    form.getControl<Xrm.Controls.StandardControl>(name)?.setDisabled(false);
}

/**
 * Marks the session's unread inbound messages read, as of the server's clock, and tells the user's other tabs.
 * If-Match `*`: a message that was deleted meanwhile is not made anew by the update.
 */
async function markRead(client: ApiClient, sessionId: string, userId: string): Promise<void> {
  const { body, now } = await client({ method: "GET", path: unreadMessagesQuery(sessionId) });
  const ids = rowsOf(body).map((row) => textOf(row, "msgn_messageid"));
  for (let from = 0; from < ids.length; from += MOST_IN_BATCH) {
    const writes = ids.slice(from, from + MOST_IN_BATCH).map((id) => ({
      method: "PATCH" as const,
      path: `${SETS.message}(${guid(id)})`,
      headers: { "If-Match": "*" },
      body: { msgn_readon: dateTime(now) },
    }));
    await client(batchOf(writes));
  }
  announce(userId, { type: "read", sessionId });
}
