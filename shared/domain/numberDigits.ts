/** Whether a phone number that somebody has written in a record is a certain one, however it is written. */

/** Country codes of one and of two digits (ITU-T E.164, list of assigned country codes); all others have three. */
const ONE = /^[17]/;
const TWO = /^(20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The digits of a text. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** A number's digits behind its country code. @param number E.164 */
export function nationalDigits(number: string): string {
  const digits = digitsOf(number);
  return digits.slice(ONE.test(digits) ? 1 : TWO.test(digits) ? 2 : 3);
}

/** Whether `written` is that number: with country code, or as it is dialled at home. @param number E.164 */
export function isSameNumber(written: string, number: string): boolean {
  const bare = (digits: string) => digits.replace(/^0+/, "");
  const national = nationalDigits(number);
  const code = digitsOf(number).slice(0, -national.length);
  const found = bare(digitsOf(written));
  // "+49 (0)30 …": the digit that is dialled at home alone stands between.
  return [bare(national), code + national, `${code}0${national}`].includes(found);
}
