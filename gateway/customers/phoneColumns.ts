/** Where customers' phone numbers stand, as the configuration record says it. */

/** A table whose rows can be customers. */
export type CustomerTable = "contact" | "account";

/** By table, the columns that hold phone numbers; a table without any is left out. */
export type PhoneColumns = Readonly<Partial<Record<CustomerTable, readonly string[]>>>;

/** What applies where the configuration record says nothing. */
export const DEFAULT_PHONE_COLUMNS: PhoneColumns = { contact: ["mobilephone", "telephone1"], account: ["telephone1"] };

/** A setting, read: its columns, or what in it is none. */
export type ReadPhoneColumns =
  { readonly columns: PhoneColumns; readonly wrong?: never } | { readonly columns?: never; readonly wrong: readonly string[] };

/** `table.column`, each by its logical name. */
const TERM = /^(contact|account)\.([a-z][a-z0-9_]{0,127})$/;

/**
 * Reads the setting *Phone Columns*: `contact.mobilephone, account.telephone1`, separated by commas, semicolons or white space, in any case. Where one term
 * is none, the whole setting does not apply: of fewer columns than were meant, one match would be a guess.
 */
export function readPhoneColumns(setting: string): ReadPhoneColumns {
  const terms = setting
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (terms.length === 0) return { columns: DEFAULT_PHONE_COLUMNS };
  const wrong = terms.filter((term) => !TERM.test(term));
  if (wrong.length > 0) return { wrong };
  const columns: Partial<Record<CustomerTable, readonly string[]>> = {};
  for (const term of new Set(terms)) {
    const [, table, column] = TERM.exec(term) as unknown as readonly [string, CustomerTable, string];
    columns[table] = [...(columns[table] ?? []), column];
  }
  return { columns };
}
