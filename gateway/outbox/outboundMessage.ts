/** An outbound message with all that decides whether it may go out, in one query. */
import { rowsOf, textOf, xml } from "../contract";
import type { Connection, Row } from "../contract";
import { DELIVERY_STATUS, OUTBOUND } from "./deliveryStatus";

/** An outbound message. Times in milliseconds since 1970, UTC; ids are row ids in lower case. */
export interface OutboundMessage {
  readonly id: string;
  readonly etag: string;
  /** A value of `DELIVERY_STATUS`. */
  readonly status: number;
  readonly body: string;
  /** Undefined: the provider has given none, or nobody has written it down. */
  readonly providerId: string | undefined;
  /** `msgn_deliveryerror`; while the message is being sent, the mark of the claim. */
  readonly note: string;
  /** When it was claimed last. Undefined while it is being sent: somebody asks what became of it. */
  readonly sendingSince: number | undefined;
  /** Its place among the messages, as text: higher for each message. */
  readonly sequence: string;
  readonly createdOn: number;
  readonly createdBy: string;
  readonly modifiedBy: string;
  /** Undefined: it has lost its session. */
  readonly session: OutboundSession | undefined;
}

/** The conversation that an outbound message belongs to. */
export interface OutboundSession {
  readonly id: string;
  /** A user or a team. */
  readonly ownerId: string;
  readonly isInactive: boolean;
  /** E.164, if it is what it should be. */
  readonly businessNumber: string;
  /** The customer's number, likewise; empty: there is none. */
  readonly customerNumber: string;
  /** The row id of the customer's number; empty: there is none. */
  readonly numberId: string;
  /** The customer's number is inactive: blocked, until `blockedUntil` where that is set. */
  readonly isNumberInactive: boolean;
  readonly blockedUntil: number | undefined;
  readonly isOptedOut: boolean;
}

/** Messages of the outbox, and when Dataverse said so (its clock, milliseconds since 1970, UTC, to the second). */
export interface OutboxPage {
  readonly messages: readonly OutboundMessage[];
  readonly readAt: number;
}

/**
 * The messages that are Queued or Sending, oldest first.
 *
 * @param after only those with a higher sequence; empty: from the beginning. No page number: while one page is worked on, messages leave
 *   the list, and the next page by number would skip as many.
 * @throws GatewayError
 */
export async function readOutbox(connection: Connection, after: string, count: number): Promise<OutboxPage> {
  const states = [DELIVERY_STATUS.queued, DELIVERY_STATUS.sending].map((status) => `<value>${status}</value>`).join("");
  const beyond = after === "" ? "" : `<condition attribute="msgn_sequence" operator="gt" value="${xml(after)}"/>`;
  return read(connection, count, `<condition attribute="msgn_deliverystatus" operator="in">${states}</condition>${beyond}`);
}

/** One outbound message by its row id; undefined: there is none. @throws GatewayError */
export async function readOutboundMessage(connection: Connection, id: string): Promise<OutboundMessage | undefined> {
  const { messages } = await read(connection, 1, `<condition attribute="msgn_messageid" operator="eq" value="${xml(id)}"/>`);
  return messages[0];
}

/** One outbound message by the provider's id; undefined: there is none. @throws GatewayError */
export async function findByProviderId(connection: Connection, providerId: string): Promise<OutboundMessage | undefined> {
  const { messages } = await read(
    connection,
    1,
    `<condition attribute="msgn_providermessageid" operator="eq" value="${xml(providerId)}"/>`,
  );
  return messages[0];
}

const columns = [
  "msgn_messageid",
  "msgn_deliverystatus",
  "msgn_body",
  "msgn_providermessageid",
  "msgn_deliveryerror",
  "msgn_sendingsince",
  "msgn_sequence",
  "createdon",
  "createdby",
  "modifiedby",
];

const attributes = (names: readonly string[]): string => names.map((name) => `<attribute name="${name}"/>`).join("");

async function read(connection: Connection, count: number, conditions: string): Promise<OutboxPage> {
  const query =
    `<fetch top="${count}"><entity name="msgn_message">${attributes(columns)}<order attribute="msgn_sequence"/>` +
    `<filter><condition attribute="msgn_direction" operator="eq" value="${OUTBOUND}"/>${conditions}</filter>` +
    '<link-entity name="msgn_session" from="msgn_sessionid" to="msgn_sessionid" link-type="outer" alias="session">' +
    attributes(["msgn_sessionid", "ownerid", "statecode", "msgn_businessnumber"]) +
    '<link-entity name="msgn_contactnumber" from="msgn_contactnumberid" to="msgn_contactnumberid" link-type="outer" alias="number">' +
    attributes(["msgn_contactnumberid", "msgn_phonenumber", "statecode", "msgn_blockeduntil", "msgn_optedouton"]) +
    "</link-entity></link-entity></entity></fetch>";
  const { rows, readAt } = await rowsOf(
    connection,
    `msgn_messages?fetchXml=${encodeURIComponent(query)}`,
    {},
    Date.now() + (connection.patienceMs ?? Infinity),
  );
  return { messages: rows.map(messageOf), readAt };
}

function messageOf(row: Row): OutboundMessage {
  const text = (column: string): string => (typeof row[column] === "string" ? row[column] : "");
  const sessionId = text("session.msgn_sessionid");
  return {
    id: textOf(row, "msgn_messageid").toLowerCase(),
    etag: textOf(row, "@odata.etag"),
    status: Number(row["msgn_deliverystatus"]),
    body: text("msgn_body"),
    providerId: text("msgn_providermessageid") || undefined,
    note: text("msgn_deliveryerror"),
    sendingSince: time(row["msgn_sendingsince"]),
    sequence: text("msgn_sequence"),
    createdOn: time(row["createdon"]) ?? 0,
    createdBy: text("_createdby_value").toLowerCase(),
    modifiedBy: text("_modifiedby_value").toLowerCase(),
    session: sessionId === "" ? undefined : sessionOf(row, sessionId, text),
  };
}

function sessionOf(row: Row, id: string, text: (column: string) => string): OutboundSession {
  return {
    id: id.toLowerCase(),
    ownerId: text("session.ownerid").toLowerCase(),
    isInactive: row["session.statecode"] === 1,
    businessNumber: text("session.msgn_businessnumber"),
    numberId: text("number.msgn_contactnumberid"),
    customerNumber: text("number.msgn_phonenumber"),
    isNumberInactive: row["number.statecode"] === 1,
    blockedUntil: time(row["number.msgn_blockeduntil"]),
    isOptedOut: text("number.msgn_optedouton") !== "",
  };
}

function time(value: unknown): number | undefined {
  const at = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? undefined : at;
}
