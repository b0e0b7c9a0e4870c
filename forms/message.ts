/**
 * The message's script. The gateway writes messages and the form shows them locked; an administrator who has no gateway yet may write one
 * by hand, to see what an agent sees.
 */
import { isNew, unlock } from "./form";
import { firstWords } from "./firstWords";

const MAX_NAME = 100;
/** A person gives what only the provider knows otherwise; *read on* stays locked: who reads a message is not for this form to say. */
const GIVEN_BY_HAND = ["msgn_sessionid", "msgn_direction", "msgn_body", "msgn_receivedon", "msgn_providermessageid"];

/** Form OnLoad handler of the message's main form. */
export function onLoad(event: Xrm.Events.EventContext): void {
  const form = event.getFormContext();
  if (!isNew(form)) return;
  unlock(form, GIVEN_BY_HAND);
  const receivedOn = form.getAttribute<Xrm.Attributes.DateAttribute>("msgn_receivedon");
  if (receivedOn && !receivedOn.getValue()) receivedOn.setValue(new Date());
  const providerId = form.getAttribute<Xrm.Attributes.StringAttribute>("msgn_providermessageid");
  if (providerId && !providerId.getValue()) providerId.setValue(`manual-${crypto.randomUUID()}`);
  const body = form.getAttribute<Xrm.Attributes.StringAttribute>("msgn_body");
  const name = form.getAttribute<Xrm.Attributes.StringAttribute>("msgn_name");
  if (!body || !name) return;
  // What is locked on the form would not be sent otherwise.
  name.setSubmitMode("always");
  body.addOnChange(() => name.setValue(firstWords(body.getValue() ?? "", MAX_NAME)));
}
