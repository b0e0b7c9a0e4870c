/** Where customers' phone numbers stand, as the configuration record says it. */

/** A table whose rows can be customers. */
export type CustomerTable = "contact" | "account";

/** By table, the columns that hold phone numbers, in the order in which they are named. */
export type PhoneColumns = Readonly<Record<CustomerTable, readonly string[]>>;

/** What applies where the record says nothing. */
export const DEFAULT_PHONE_COLUMNS: PhoneColumns = { contact: ["mobilephone", "telephone1"], account: ["telephone1"] };

/** `table.column`, each by its logical name. */
const TERM = /^(contact|account)\.([a-z][a-z0-9_]{0,127})$/;

const termsIn = (setting: string) =>
  setting
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

/** What in a setting is no column of a contact or account. The gateway links nothing while there is any: of fewer columns than were meant, one match would be a guess. */
export function wrongPhoneColumns(setting: string): readonly string[] {
  return termsIn(setting).filter((term) => !TERM.test(term));
}

/** The columns of a setting; the usual ones where it is empty, or has something else in it. */
export function phoneColumnsOf(setting: string): PhoneColumns {
  const terms = [...new Set(termsIn(setting))];
  if (terms.length === 0 || wrongPhoneColumns(setting).length > 0) return DEFAULT_PHONE_COLUMNS;
  const of = (table: CustomerTable) => terms.filter((term) => term.startsWith(`${table}.`)).map((term) => term.slice(table.length + 1));
  return { contact: of("contact"), account: of("account") };
}
