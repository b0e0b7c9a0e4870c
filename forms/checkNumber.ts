/** Phone numbers that people enter: the same number must be the same text, or it becomes two conversations. */
import { formText } from "./formText";

const NOTIFICATION = "MessageNotification.notANumber";
/** What people write between digits, or paste with them: spaces, brackets, dashes, dots, slashes, marks of direction. */
const BETWEEN = /[\s().\-\u2010-\u2015/\p{Cf}]+/gu;
/** "+49 (0)30 …" is two numbers in one, and which is dialled depends on where one is. */
const TWO_IN_ONE = /\(\s*0\s*\)/;
/** E.164: a plus, and up to fifteen digits that begin with the country code. */
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * Brings what is entered into the column into the form of E.164, and refuses what is no such number, in the user's language.
 * @param languageId LCID
 */
export function checkNumber(form: Xrm.FormContext, column: string, languageId: number): void {
  const attribute = form.getAttribute<Xrm.Attributes.StringAttribute>(column);
  const control = form.getControl<Xrm.Controls.StandardControl>(column);
  attribute?.addOnChange(() => {
    const entered = attribute.getValue() ?? "";
    const number = TWO_IN_ONE.test(entered) ? entered : entered.replace(BETWEEN, "").replace(/^00/, "+");
    if (number !== entered) attribute.setValue(number);
    if (number === "" || E164.test(number)) control?.clearNotification(NOTIFICATION);
    else control?.setNotification(formText(languageId, "notANumber"), NOTIFICATION);
  });
}
