import { soughtNumbers } from "../domain/soughtNumbers";
import { INACTIVE } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";

/** How many blocked numbers one answer holds. */
export const BLOCKED_PAGE = 50;

/** What an address's text must not hold as it is. */
const XML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const ENDED = "ended";

/**
 * The numbers that are blocked, the one that was blocked last first, a page of {@link BLOCKED_PAGE}. Those whose block ended more than a minute ago are left out:
 * FetchXML knows no other comparison with the server's clock, so what ended since is the reader's to leave out.
 * @param words what number or customer contain; empty: all
 * @param page from 1
 * @param hasNames whether customers are searched by their names, too: only who may read contacts and accounts can
 */
export function blockedQuery(words: string, page: number, hasNames: boolean): string {
  const columns = ["phoneNumber", "customer", "blockedOn", "blockedBy", "blockReason", "blockedUntil"] as const;
  const attributes = columns.map((column) => `<attribute name="${CONTACT_NUMBER[column]}"/>`).join("");
  const searched = hasNames && words !== "";
  const inner =
    `<attribute name="${CONTACT_NUMBER.id}"/><attribute name="statecode"/>${attributes}` +
    `<order attribute="${CONTACT_NUMBER.blockedOn}" descending="true"/><order attribute="${CONTACT_NUMBER.id}"/>` +
    `<filter><condition attribute="statecode" operator="eq" value="${INACTIVE.statecode}"/>` +
    `<condition entityname="${ENDED}" attribute="${CONTACT_NUMBER.id}" operator="null"/>${words && matching(words, searched)}</filter>` +
    `<link-entity name="${CONTACT_NUMBER.table}" from="${CONTACT_NUMBER.id}" to="${CONTACT_NUMBER.id}" alias="${ENDED}" link-type="outer"><filter>` +
    `<condition attribute="${CONTACT_NUMBER.blockedUntil}" operator="olderthan-x-minutes" value="1"/></filter></link-entity>` +
    (searched ? customer("contact") + customer("account") : "");
  const fetchXml = `<fetch page="${page}" count="${BLOCKED_PAGE}"><entity name="${CONTACT_NUMBER.table}">${inner}</entity></fetch>`;
  return `${CONTACT_NUMBER.set}?fetchXml=${encodeURIComponent(fetchXml)}`;
}

/** The row of the customer, where it is of this table. */
const customer = (table: "contact" | "account") =>
  `<link-entity name="${table}" from="${table}id" to="${CONTACT_NUMBER.customer}" alias="${table}" link-type="outer"/>`;

function matching(words: string, hasNames: boolean): string {
  // What looks like a phone number is looked for as one: without the marks that people write between its digits.
  const numbers = soughtNumbers(words);
  const like = (condition: string, text: string) => `<condition ${condition} operator="like" value="%${escaped(text)}%"/>`;
  const names = hasNames
    ? like('entityname="contact" attribute="fullname"', words) + like('entityname="account" attribute="name"', words)
    : "";
  const digits = (numbers.length > 0 ? numbers : [words]).map((text) => like(`attribute="${CONTACT_NUMBER.phoneNumber}"`, text)).join("");
  return `<filter type="or">${digits}${names}</filter>`;
}

/** As text of a pattern in FetchXML, where %, _ and brackets stand for something else: one of these stands for any one character. */
function escaped(text: string): string {
  return text.replace(/[%_[\]]/g, "_").replace(/[&<>"']/g, (sign) => XML[sign] ?? "");
}
