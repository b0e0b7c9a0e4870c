/** Which columns hold what is customers', and which columns Dataverse can secure. */
import type { Column, Table } from "./solution";

/** `table.column` → what of the customer it holds. A test looks for all that a customer sends and is, in every row (tests/solution/customerColumns.test.ts). */
export const CUSTOMER_COLUMNS: Readonly<Record<string, string>> = {
  "msgn_message.msgn_body": "the text",
  "msgn_message.msgn_name": "the first words of the text, up to 100 characters; the number where the text is empty",
  "msgn_message.msgn_deliveryerror": "where an answer has failed, what the provider said: it may name the number",
  "msgn_contactnumber.msgn_phonenumber": "the number",
  "msgn_session.msgn_name": "the customer's name; the number where there is none",
  "msgn_dismissal.msgn_name": "the customer's name; the number where there is none",
};

/** Whether a column can be secured, and if not, why. */
export interface ColumnSecurity {
  readonly possible: boolean;
  /** "" where it is possible. */
  readonly why: string;
}

/**
 * Whether Dataverse lets column security be switched on for a column of the solution. Name columns and lookups are excluded by
 * https://learn.microsoft.com/power-platform/admin/field-level-security; a column of an alternate key is refused: it "is not securable as it is part of entity keys".
 */
export function columnSecurity(
  { key }: Pick<Table, "key">,
  { name, primary, type }: Pick<Column, "name" | "primary" | "type">,
): ColumnSecurity {
  if (key.includes(name)) return { possible: false, why: "part of the table's alternate key" };
  if (primary) return { possible: false, why: "it names the row" };
  if (["lookup", "customer", "owner"].includes(type)) return { possible: false, why: "a lookup" };
  return { possible: true, why: "" };
}
