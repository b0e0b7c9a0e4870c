/** The Message UI's script: opening a conversation as its owner marks its messages read; one that is made by hand gets its name. */
import { SESSION_STATUS } from "../shared/dataverse/names";
import * as SESSION from "../shared/dataverse/names/session";
import { markRead } from "../shared/dataverse/markRead";
import { guid } from "../shared/dataverse/values";
import { inBackground, unlessClosed } from "./background";
import { isNew, unlock } from "./newRow";
import { checkNumber } from "./checkNumber";
import { nameSession } from "./nameSession";
import type { FormTools } from "./formTools";

/** The subgrid of the conversation's messages. */
const MESSAGES = "messages";

/** Form OnLoad handler of the session's main form. */
export function onSessionLoad(form: Xrm.FormContext, tools: FormTools): void {
  if (isNew(form)) {
    // Who writes to which number makes a session what it is: whoever makes one by hand sets both once; then they stay locked.
    unlock(form, [SESSION.contactNumber, SESSION.businessNumber]);
    checkNumber(form, SESSION.businessNumber, tools.languageId);
    nameSession(form, tools);
    return;
  }
  const owner = form.getAttribute<Xrm.Attributes.LookupAttribute>("ownerid")?.getValue()?.[0];
  const status = form.getAttribute<Xrm.Attributes.OptionSetAttribute>(SESSION.status)?.getValue();
  const isMine = owner !== undefined && guid(owner.id) === tools.userId;
  if (!isMine || status !== SESSION_STATUS.accepted) return;
  // What cannot be marked stays unread and counted, and is marked the next time.
  inBackground(showAsRead(form, tools), tools.report);
  goOnHere(form);
}

/** The owner has come to work on it, mostly from the panel: they go on here, not at the next card. */
function goOnHere(form: Xrm.FormContext): void {
  try {
    form.ui.tabs.get(0)?.setFocus();
  } catch {
    // A form that cannot take the focus is still open in front of its owner.
  }
}

/** @throws RequestFailed */
async function showAsRead(form: Xrm.FormContext, { client, userId, announceRead }: FormTools): Promise<void> {
  const sessionId = guid(form.data.entity.getId());
  await markRead(client, sessionId, userId);
  announceRead(sessionId);
  unlessClosed(form, () => form.getControl<Xrm.Controls.GridControl>(MESSAGES)?.refresh());
}
