/**
 * The contact number's script: a number is entered once, in the one form that gateways find it in, and stays; when and by whom it was
 * blocked shows while it is.
 */
import { INACTIVE } from "../shared/dataverse/names";
import * as CONTACT_NUMBER from "../shared/dataverse/names/contactNumber";
import { isNew, unlock } from "./newRow";
import { checkNumber } from "./checkNumber";
import type { FormTools } from "./formTools";

/** Form OnLoad handler of the contact number's main form. */
export function onContactNumberLoad(form: Xrm.FormContext, { languageId }: FormTools): void {
  if (isNew(form)) {
    // Whose conversations these are would change with the number: another number is another row.
    unlock(form, [CONTACT_NUMBER.phoneNumber]);
    checkNumber(form, CONTACT_NUMBER.phoneNumber, languageId);
  }
  const showBlocking = (): void => {
    // Unblocking in a list of rows leaves these columns as they were.
    const isBlocked = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("statuscode")?.getValue() === INACTIVE.statuscode;
    for (const name of [CONTACT_NUMBER.blockedOn, CONTACT_NUMBER.blockedBy]) {
      form.getControl<Xrm.Controls.StandardControl>(name)?.setVisible(isBlocked);
    }
  };
  showBlocking();
  form.data.addOnLoad(showBlocking);
}
