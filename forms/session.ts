/** The Message UI's script: opening a conversation as its owner marks its messages read; one that is made by hand gets its name. */
import { createClient } from "../shared/dataverse/client";
import { announce } from "../shared/browser/channel";
import { SESSION_STATUS } from "../shared/dataverse/names";
import { guid } from "../shared/dataverse/values";
import { markRead } from "../shared/dataverse/readMarks";
import { platform } from "../launcher/platform";
import { isNew, unlock } from "./form";
import { checkNumber } from "./phoneNumber";
import { nameSession } from "./sessionName";

/** Form OnLoad handler of the session's main form. */
export function onLoad(event: Xrm.Events.EventContext): void {
  const form = event.getFormContext();
  const context = platform()?.Utility.getGlobalContext();
  if (!context) return;
  const client = createClient((url, init) => fetch(url, init), context.getClientUrl());
  if (isNew(form)) {
    // Who writes to which number makes a session what it is: set once, by whoever makes one by hand, and locked ever after.
    unlock(form, ["msgn_contactnumberid", "msgn_businessnumber"]);
    checkNumber(form, "msgn_businessnumber");
    nameSession(form, client);
    return;
  }
  const owner = form.getAttribute<Xrm.Attributes.LookupAttribute>("ownerid")?.getValue()?.[0];
  const status = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("msgn_sessionstatus")?.getValue();
  const id = form.data.entity.getId();
  if (!owner || !id || status !== SESSION_STATUS.accepted) return;
  const me = guid(context.userSettings.userId);
  if (guid(owner.id) !== me) return;
  // What stays unread stays counted, and is marked the next time: nothing to tell the agent.
  void markRead(client, guid(id)).then(
    () => {
      announce(me, { type: "read", sessionId: guid(id) });
      form.getControl<Xrm.Controls.GridControl>("messages")?.refresh();
    },
    () => undefined,
  );
}
