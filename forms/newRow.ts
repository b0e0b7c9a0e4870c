/** What is different on the form of a row that is not saved yet. */

/** Form type of a row that is not saved yet. */
const CREATE = 1;

/** Whether the form shows a row that is not saved yet. */
export function isNew(form: Xrm.FormContext): boolean {
  return (form.ui.getFormType() as number) === CREATE;
}

/** Lets a user fill in what is locked on the form for good once the row is saved. Columns that the form lacks are passed over. */
export function unlock(form: Xrm.FormContext, columns: readonly string[]): void {
  for (const name of columns) form.getControl<Xrm.Controls.StandardControl>(name)?.setDisabled(false);
}
