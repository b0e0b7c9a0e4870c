/** The Message UI's script: opening a conversation as its owner marks its messages read. */
import { createClient } from "../shared/dataverse/client";
import { announce } from "../shared/dataverse/channel";
import { SESSION_STATUS } from "../shared/dataverse/names";
import { guid } from "../shared/dataverse/queries";
import { markRead } from "../shared/dataverse/readMarks";
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
  void markRead(client, guid(id)).then(
    () => {
      announce(me, { type: "read", sessionId: guid(id) });
      form.getControl<Xrm.Controls.GridControl>("messages")?.refresh();
    },
    () => undefined,
  );
}

/** Who writes to which number makes a session what it is: set once, by whoever makes one by hand, and locked ever after. */
function unlockNumbers(form: Xrm.FormContext): void {
  for (const name of ["msgn_contactnumberid", "msgn_businessnumber"])
    form.getControl<Xrm.Controls.StandardControl>(name)?.setDisabled(false);
}
