/**
 * The contact number's script: a number is entered once, in the one form that gateways find it in, and stays; when and by whom it was
 * blocked shows while it is.
 */
import { INACTIVE } from "../shared/dataverse/names";
import { isNew, unlock } from "./form";
import { checkNumber } from "./phoneNumber";

/** Form OnLoad handler of the contact number's main form. */
export function onLoad(event: Xrm.Events.EventContext): void {
  const form = event.getFormContext();
  if (isNew(form)) {
    // Whose conversations these are would change with the number: another number is another row.
    unlock(form, ["msgn_phonenumber"]);
    checkNumber(form, "msgn_phonenumber");
  }
  const showBlocking = (): void => {
    // Who unblocks by the list leaves these columns as they were.
    const isBlocked = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("statuscode")?.getValue() === INACTIVE.statuscode;
    for (const name of ["msgn_blockedon", "msgn_blockedby"]) form.getControl<Xrm.Controls.StandardControl>(name)?.setVisible(isBlocked);
  };
  showBlocking();
  form.data.addOnLoad(showBlocking);
}
