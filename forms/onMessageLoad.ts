/**
 * The message's script. The gateway writes messages and the form shows them locked; an administrator who has no gateway yet may write one
 * by hand, to see what an agent sees.
 */
import * as MESSAGE from "../shared/dataverse/names/message";
import { firstWords } from "../shared/domain/firstWords";
import { isNew, unlock } from "./newRow";

const MAX_NAME = 100;
/** Otherwise only the provider knows these. *Read on* stays locked: whether an agent has read a message is not for this form to say. */
const GIVEN_BY_HAND = [MESSAGE.session, MESSAGE.direction, MESSAGE.body, MESSAGE.receivedOn, MESSAGE.providerId];

/** Form OnLoad handler of the message's main form. */
export function onMessageLoad(form: Xrm.FormContext): void {
  if (!isNew(form)) return;
  unlock(form, GIVEN_BY_HAND);
  const receivedOn = form.getAttribute<Xrm.Attributes.DateAttribute>(MESSAGE.receivedOn);
  if (receivedOn && !receivedOn.getValue()) receivedOn.setValue(new Date());
  const providerId = form.getAttribute<Xrm.Attributes.StringAttribute>(MESSAGE.providerId);
  if (providerId && !providerId.getValue()) providerId.setValue(`manual-${crypto.randomUUID()}`);
  const body = form.getAttribute<Xrm.Attributes.StringAttribute>(MESSAGE.body);
  const name = form.getAttribute<Xrm.Attributes.StringAttribute>(MESSAGE.name);
  if (!body || !name) return;
  // A column that is locked on the form is otherwise not sent.
  name.setSubmitMode("always");
  body.addOnChange(() => name.setValue(firstWords(body.getValue() ?? "", MAX_NAME)));
}
