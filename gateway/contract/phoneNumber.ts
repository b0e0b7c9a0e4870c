/** Phone numbers in the one form that the contact number's key holds. */

/** A number that cannot be written as E.164; the message says what was given and what is expected. */
export class PhoneNumberError extends Error {
  override readonly name = "PhoneNumberError";
}

/** What people put between digits: spaces of any kind, dots, dashes, brackets, slashes, and invisible direction marks. */
const separators = /[\s.\-()/\u00ad\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060-\u2069]/gu;

/** A channel before an address, of those whose addresses are phone numbers. */
const channel = /^(sms|mms|rcs|whatsapp|tel):/i;

/** How much of what was given an error repeats. */
const maxQuoted = 50;

/**
 * Writes a phone number as E.164 (`+` and 7 to 15 digits), the form that the contact number's key holds: the same phone
 * must never become two rows. An international prefix `00` counts as `+`; a national number is refused, because
 * guessing its country would join strangers' conversations. A channel before the number is left out: who writes by RCS and by SMS from one
 * phone is one customer. An address of a channel that is no phone number (`messenger:1234`, `rcs:brand_agent`) is refused.
 *
 * @throws PhoneNumberError for anything that is not an international number
 */
export function toE164(given: string): string {
  const compact = given.normalize("NFKC").replace(separators, "").replace(channel, "").replace(/^00/, "+");
  if (!/^\+[1-9]\d{6,14}$/.test(compact)) {
    throw new PhoneNumberError(
      `"${given.slice(0, maxQuoted)}" is not an international phone number. Write "+", the country code and the number: 7 to 15 digits, such as +15550100.`,
    );
  }
  return compact;
}

/** The keys of a phone that have letters. */
const keypad: readonly (readonly [RegExp, string])[] = [
  [/[abc]/g, "2"],
  [/[def]/g, "3"],
  [/[ghi]/g, "4"],
  [/[jkl]/g, "5"],
  [/[mno]/g, "6"],
  [/[pqrs]/g, "7"],
  [/[tuv]/g, "8"],
  [/[wxyz]/g, "9"],
];

const typed = (word: string): string => keypad.reduce((digits, [letters, key]) => digits.replace(letters, key), word);

/** What carriers and Twilio send in place of a number that is withheld: a word, typed on a phone's keys. None of them is a number that anybody can have. */
const withheld: ReadonlySet<string> = new Set(
  ["anonymous", "blocked", "restricted", "unavailable", "unknown"].map((word) => `+${typed(word)}`),
);

/** Whether a number in E.164 is none, but stands for a sender who withholds theirs: `+266696687` is *anonymous* on a phone's keys. */
export function isWithheld(phoneNumber: string): boolean {
  return withheld.has(phoneNumber);
}
