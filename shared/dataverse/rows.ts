/** From the server's rows to the product's words. A row that cannot be understood is left out; it never stops the others. */
import type { Given, InboxSession, Owner, SessionStatus } from "../domain/session";
import { readIdleTimeout } from "../domain/configuration";
import { RequestFailed } from "../domain/failure";
import { isInForce } from "../domain/numberBlock";
import type { NumberBlock } from "../domain/numberBlock";
import { INACTIVE, lookupValue, SESSION_STATUS } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";

/** A JSON object from the server: nothing about it is taken for granted. */
export type Row = Readonly<Record<string, unknown>>;

const NAME = "@OData.Community.Display.V1.FormattedValue";

/**
 * The rows of a collection's answer. What is not a row is left out.
 * @throws RequestFailed for anything but a collection: a sign-in page or a proxy's is not an empty list
 */
export function rowsOf(body: unknown): readonly Row[] {
  const value = isRow(body) ? body["value"] : undefined;
  if (!Array.isArray(value)) throw new RequestFailed("failed", { detail: "no list of rows" });
  return value.filter(isRow);
}

/**
 * The row with that id. A server or proxy that answers with another one has not answered.
 * @param idColumn the table's primary key, which every answer holds
 * @throws RequestFailed for anything but that row
 */
export function rowOf(body: unknown, idColumn: string, id: string): Row {
  if (isRow(body) && textOf(body, idColumn).toLowerCase() === id) return body;
  throw new RequestFailed("failed", { detail: "another row than was asked for" });
}

/**
 * The privileges in the answer of RetrieveUserSetOfPrivilegesByNames: those of the names asked for that the user has.
 * @throws RequestFailed for another answer: it is not the answer "none"
 */
export function privilegeNames(body: unknown): ReadonlySet<string> {
  const list = isRow(body) ? body["RolePrivileges"] : undefined;
  if (!Array.isArray(list)) throw new RequestFailed("failed", { detail: "no list of privileges" });
  return new Set(list.filter(isRow).map((row) => textOf(row, "PrivilegeName")));
}

/** Whether it is an object, not an array. */
export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text column; empty where there is none. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : "";
}

/** The name that the server shows for a lookup or choice; empty where there is none. */
export function displayName(row: Row, column: string): string {
  return textOf(row, column + NAME);
}

/** Session status from its option value; a value that this version does not know is `unknown`. */
export function statusOf(value: unknown): SessionStatus {
  if (value === SESSION_STATUS.new) return "new";
  return value === SESSION_STATUS.accepted ? "accepted" : "unknown";
}

/**
 * @param userColumn empty in a row that a team owns
 * @param isDisabled what the owner's own row says, where its reader may read that
 */
export function ownerOf(row: Row, ownerColumn: string, userColumn: string, isDisabled: unknown): Owner {
  return {
    id: textOf(row, ownerColumn),
    name: displayName(row, ownerColumn),
    kind: textOf(row, userColumn) ? "user" : "team",
    isDisabled: isDisabled === true,
  };
}

/** Of a business number, which may have no row. */
export function ownIdleTimeout(row: Row, column: string): InboxSession["idleTimeout"] {
  return numberOf(row, column) === null ? "configured" : readIdleTimeout(row[column]);
}

/** That a session was given to its owner; null for one that nobody has. @param columns who, when, and the note */
export function givenOf(row: Row, [by, on, note]: readonly [string, string, string]): Given | null {
  const at = dateOf(row, on);
  return at === null ? null : { byId: textOf(row, by), by: displayName(row, by), at, note: textOf(row, note) };
}

/** An instant in ms, or null. One at the limit of what a Date can hold counts as none: moved to the user's time zone it would pass the limit. */
export function dateOf(row: Row, column: string): number | null {
  const text = textOf(row, column);
  // Most rows have none of most, and reading dates is what a long list's time goes to.
  if (!text) return null;
  const ms = Date.parse(text);
  return Math.abs(ms) < 8e15 ? ms : null;
}

/**
 * When a message arrived: its received time, which a gateway writes, but never later than its row was made, by the server's clock. So a gateway
 * whose clock is ahead cannot keep a customer's wait from beginning, nor its conversation on top of the list.
 * @param madeColumn when the row was made
 */
export function arrival(row: Row, receivedColumn: string, madeColumn: string): number | null {
  const received = dateOf(row, receivedColumn);
  // The usual case.
  if (row[madeColumn] === row[receivedColumn]) return received;
  return received === null ? null : Math.min(received, dateOf(row, madeColumn) ?? received);
}

/**
 * Whether the row of a contact number says that it is blocked at that moment. Only an inactive one is, and not when its end has passed.
 * @param stateColumn active or not
 * @param untilColumn when the block ends; empty: not by itself
 * @param now the server's clock (ms)
 */
export function blocks(row: Row, stateColumn: string, untilColumn: string, now: number): boolean {
  return row[stateColumn] === INACTIVE.statecode && isInForce(dateOf(row, untilColumn), now);
}

/** What the row of a contact number notes of a block; null where it is active. */
export function blockOf(row: Row): NumberBlock | null {
  if (row["statecode"] !== INACTIVE.statecode) return null;
  return {
    on: dateOf(row, CONTACT_NUMBER.blockedOn),
    by: textOf(row, lookupValue(CONTACT_NUMBER.blockedBy)),
    reason: textOf(row, CONTACT_NUMBER.blockReason),
    until: dateOf(row, CONTACT_NUMBER.blockedUntil),
  };
}

/** A count, or null. */
export function numberOf(row: Row, column: string): number | null {
  const value = row[column];
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** Where the etag of a row stands in its body. */
export const ETAG = "@odata.etag";

/** The etag of a row that was read or written, from the body (always there) or the header. @throws RequestFailed where there is none */
export function etagOf({ body, etag }: { readonly body: unknown; readonly etag: string | null }): string {
  const value = (isRow(body) ? textOf(body, ETAG) : "") || etag;
  if (!value) throw new RequestFailed("failed", { detail: "no etag" });
  return value;
}
