/**
 * The contact number's script: a number is entered once, in the one form that gateways find it in, and stays; when, by whom, why
 * and until when it was blocked shows while it is, and that the block has ended where it has.
 */
import { INACTIVE } from "../shared/dataverse/names";
import * as CONTACT_NUMBER from "../shared/dataverse/names/contactNumber";
import { contactNumberQuery } from "../shared/dataverse/queries";
import { blockOf, isRow } from "../shared/dataverse/rows";
import { isInForce } from "../shared/domain/numberBlock";
import { inBackground, unlessClosed } from "./background";
import { formText } from "./formText";
import { isNew, unlock } from "./newRow";
import { checkNumber } from "./checkNumber";
import type { FormTools } from "./formTools";

const ENDED = "MessageNotification.blockEnded";

/** Form OnLoad handler of the contact number's main form. */
export function onContactNumberLoad(form: Xrm.FormContext, { languageId, client, report }: FormTools): void {
  if (isNew(form)) {
    // Whose conversations these are would change with the number: another number is another row.
    unlock(form, [CONTACT_NUMBER.phoneNumber]);
    checkNumber(form, CONTACT_NUMBER.phoneNumber, languageId);
  }
  /** The server's clock decides, and it is asked only where there is an end. */
  const sayWhetherEnded = async (): Promise<void> => {
    const { body, now } = await client({ method: "GET", path: contactNumberQuery(form.data.entity.getId()) });
    const block = isRow(body) ? blockOf(body) : null;
    unlessClosed(form, () => {
      if (block && !isInForce(block.until, now)) form.ui.setFormNotification(formText(languageId, "blockEnded"), "INFO", ENDED);
    });
  };
  const showBlocking = (): void => {
    // Unblocking in a list of rows leaves these columns as they were.
    const isBlocked = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("statuscode")?.getValue() === INACTIVE.statuscode;
    for (const name of [CONTACT_NUMBER.blockedOn, CONTACT_NUMBER.blockedBy, CONTACT_NUMBER.blockReason, CONTACT_NUMBER.blockedUntil]) {
      form.getControl<Xrm.Controls.StandardControl>(name)?.setVisible(isBlocked);
    }
    form.ui.clearFormNotification(ENDED);
    if (isBlocked && form.getAttribute(CONTACT_NUMBER.blockedUntil)?.getValue()) inBackground(sayWhetherEnded(), report);
  };
  showBlocking();
  form.data.addOnLoad(showBlocking);
}
