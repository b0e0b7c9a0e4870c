/**
 * What looking for a number's customer asks, as addresses below the Web API's root. Values are escaped here and nowhere else.
 * Of every function that takes an id: @throws Error where that is no GUID (`guid`), before it becomes part of an address.
 */
import { digitsOf, nationalDigits } from "../domain/numberDigits";
import type { CustomerTable } from "../domain/phoneColumns";
import { likeCondition } from "./likeCondition";
import { ACTIVE, lookupValue } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as SESSION from "./names/session";
import { CHANGED_BY, contactNumberPath } from "./queries";
import { guid } from "./values";

/** What the platform's tables of customers call things. */
export const CUSTOMER_TABLES = {
  contact: { set: "contacts", id: "contactid", name: "fullname", company: "parentcustomerid" },
  account: { set: "accounts", id: "accountid", name: "name", company: null },
} as const;

/** The column of both with the e-mail. */
export const EMAIL = "emailaddress1";

/** How many of each table one answer brings: one more than is shown says that there are more. */
export const MOST_CUSTOMERS = 20;
/** A number of fewer digits is found in too many. */
const FEWEST_DIGITS = 4;

/** Whose a number is. */
export function numberLinkQuery(contactNumberId: string): string {
  const columns = [lookupValue(CONTACT_NUMBER.customer), CONTACT_NUMBER.withoutCustomer, CONTACT_NUMBER.phoneNumber, CHANGED_BY];
  return `${contactNumberPath(contactNumberId)}?$select=${columns.join()}`;
}

/** The conversations of a number: as many as there are business numbers that it wrote to. */
export function sessionNamesQuery(contactNumberId: string): string {
  const filter = encodeURIComponent(`${lookupValue(SESSION.contactNumber)} eq ${guid(contactNumberId)}`);
  return `${SESSION.set}?$select=${SESSION.name},${SESSION.businessNumber}&$filter=${filter}&$top=50`;
}

/** The rows that may hold a number; the reader compares each (`isSameNumber`). @param columns of this table; not empty @param number E.164 */
export function holdersQuery(table: CustomerTable, columns: readonly string[], number: string): string {
  return customersQuery(
    table,
    columns,
    or(columns.map((column) => likeCondition(column, spread(nationalDigits(number).replace(/^0+/, ""))))),
  );
}

/** The rows that have all of these words, each in the name, the e-mail, or one of the phone numbers. */
export function customersByWordsQuery(table: CustomerTable, columns: readonly string[], words: string): string {
  const { name } = CUSTOMER_TABLES[table];
  const digits = digitsOf(words).replace(/^0+/, "");
  // A number is one word, whatever stands between its digits.
  const isNumber = /^[\s\d+()./-]+$/.test(words) && digits.length >= FEWEST_DIGITS;
  const filters = isNumber
    ? [or([likeCondition(name, words.trim()), ...columns.map((column) => likeCondition(column, spread(digits)))])]
    : words
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => or([name, EMAIL, ...columns].map((column) => likeCondition(column, word))));
  return customersQuery(table, columns, filters.join(""));
}

function customersQuery(table: CustomerTable, columns: readonly string[], filters: string): string {
  const { set, id, name, company } = CUSTOMER_TABLES[table];
  const attributes = [id, name, EMAIL, ...(company ? [company] : []), ...columns].map((column) => `<attribute name="${column}"/>`).join("");
  const active = `<condition attribute="statecode" operator="eq" value="${ACTIVE.statecode}"/>`;
  const inner = `${attributes}<order attribute="${name}"/><filter>${active}${filters}</filter>`;
  return `${set}?fetchXml=${encodeURIComponent(`<fetch top="${MOST_CUSTOMERS + 1}"><entity name="${table}">${inner}</entity></fetch>`)}`;
}

const or = (conditions: readonly string[]) => `<filter type="or">${conditions.join("")}</filter>`;

/** Digits with anything between them. */
const spread = (digits: string) => ({ pattern: Array.from(digits).join("%") });
