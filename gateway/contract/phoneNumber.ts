/** Phone numbers in the one form that the contact number's key holds. */

/** A number that cannot be written as E.164; the message says what was given and what is expected. */
export class PhoneNumberError extends Error {
  override readonly name = "PhoneNumberError";
}

/** What people put between digits: spaces of any kind, dots, dashes, brackets, slashes, and invisible direction marks. */
const separators = /[\s.\-()/\u00ad\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060-\u2069]/gu;

/**
 * Writes a phone number as E.164 (`+` and 7 to 15 digits), the form that the contact number's key holds: the same phone
 * must never become two rows. An international prefix `00` counts as `+`; a national number is refused, because
 * guessing its country would join strangers' conversations.
 *
 * @throws PhoneNumberError for anything that is not an international number
 */
export function toE164(given: string): string {
  const compact = given.normalize("NFKC").replace(separators, "").replace(/^00/, "+");
  if (!/^\+[1-9]\d{6,14}$/.test(compact)) {
    throw new PhoneNumberError(
      `"${given}" is not an international phone number. Write "+", the country code and the number: 7 to 15 digits, such as +15550100.`,
    );
  }
  return compact;
}
