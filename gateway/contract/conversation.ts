/** Step 1 of the contract: which rows are there already. */
import type { OptOutState } from "./optOut";
import { firstRow, textOf, xml } from "./webApi";
import type { Row } from "./webApi";
import type { Connection } from "./transport";

/** A contact number that is there already. */
export interface KnownNumber extends OptOutState {
  readonly id: string;
  readonly etag: string;
  /** Undefined: no customer is bound to the number. */
  readonly customerName?: string;
  /** Somebody has said that the number is to stay without a customer. */
  readonly isLeftWithout: boolean;
}

/** Whose a row is. */
export interface RowOwner {
  readonly table: "systemuser" | "team";
  readonly id: string;
}

/** What Dataverse has already of the conversation that a text belongs to. */
export interface Conversation {
  readonly contactNumber?: KnownNumber;
  /** `isInactive`: somebody has deactivated it. `owner`: whose it is; undefined: nobody has accepted it, and no team has it. */
  readonly session?: { readonly id: string; readonly name: string; readonly isInactive: boolean; readonly owner?: RowOwner };
}

/** msgn_sessionstatus: somebody has accepted the session. */
const ACCEPTED = 864500001;

const formatted = "OData.Community.Display.V1.FormattedValue";

/**
 * Looks for the contact number and its session in one request. By query, never by key: both keys contain phone numbers, and Dataverse
 * finds no row by a key with a `+` in it.
 *
 * @param from the customer's number, E.164
 * @param to the business number, E.164
 * @returns besides what is there, the server's clock (`Found`)
 * @throws GatewayError
 */
export async function findConversation(
  connection: Connection,
  from: string,
  to: string,
  deadline: number,
): Promise<{ readonly known: Conversation; readonly readAt: number }> {
  const { row, readAt } = await firstRow(
    connection,
    `msgn_contactnumbers?fetchXml=${encodeURIComponent(query(from, to))}`,
    { Prefer: `odata.include-annotations="${formatted}"` },
    deadline,
  );
  return { known: row ? conversationOf(row, from) : {}, readAt };
}

function conversationOf(row: Row, from: string): Conversation {
  const sessionId = row["session.msgn_sessionid"];
  const session = { name: optionalText(row, "session.msgn_name"), isInactive: row["session.statecode"] === 1, ...ownerOf(row) };
  return {
    contactNumber: {
      id: textOf(row, "msgn_contactnumberid"),
      etag: textOf(row, "@odata.etag"),
      ...customerOf(row, from),
      isLeftWithout: row.msgn_withoutcustomer === true,
      ...timeOf(row, "msgn_optedouton", "optedOutOn"),
      ...timeOf(row, "msgn_optoutchangedon", "optOutChangedOn"),
    },
    ...(typeof sessionId === "string" ? { session: { id: sessionId, ...session } } : {}),
  };
}

/** A session that nobody has accepted is a person's only because a row has to have an owner. */
function ownerOf(row: Row): { readonly owner?: RowOwner } {
  const [team, user] = [row["session.owningteam"], row["session.owninguser"]];
  if (typeof team === "string") return { owner: { table: "team", id: team } };
  return typeof user === "string" && row["session.msgn_sessionstatus"] === ACCEPTED ? { owner: { table: "systemuser", id: user } } : {};
}

/** Blocked numbers (inactive rows) are found like any other: their messages are kept. */
function query(from: string, to: string): string {
  return (
    '<fetch top="1"><entity name="msgn_contactnumber">' +
    '<attribute name="msgn_contactnumberid"/><attribute name="msgn_customerid"/><attribute name="msgn_withoutcustomer"/>' +
    '<attribute name="msgn_optedouton"/><attribute name="msgn_optoutchangedon"/><order attribute="createdon"/>' +
    `<filter><condition attribute="msgn_phonenumber" operator="eq" value="${xml(from)}"/></filter>` +
    '<link-entity name="msgn_session" from="msgn_contactnumberid" to="msgn_contactnumberid" link-type="outer" alias="session">' +
    '<attribute name="msgn_sessionid"/><attribute name="msgn_name"/><attribute name="statecode"/>' +
    '<attribute name="msgn_sessionstatus"/><attribute name="owninguser"/><attribute name="owningteam"/>' +
    `<filter><condition attribute="msgn_businessnumber" operator="eq" value="${xml(to)}"/></filter>` +
    "</link-entity></entity></fetch>"
  );
}

function customerOf(row: Row, number: string): { readonly customerName?: string } {
  if (typeof row._msgn_customerid_value !== "string") return {};
  return { customerName: optionalText(row, `_msgn_customerid_value@${formatted}`) || number };
}

/** A date column as a property; none where the column is empty, which is left out of the answer. */
function timeOf(row: Row, column: string, property: keyof OptOutState): OptOutState {
  const time = Date.parse(optionalText(row, column));
  return Number.isNaN(time) ? {} : { [property]: time };
}

function optionalText(row: Row, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : "";
}
