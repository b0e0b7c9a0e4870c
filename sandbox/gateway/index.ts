/**
 * The phone's gateway: an example of the contract in docs/gateway.md. It reaches Dataverse through HTTP and nothing else,
 * with the rights of the role SMS Gateway.
 */
import { readBatch, writeChangeSet } from "./batch";
import type { BatchAnswer } from "./batch";
import { contactNumberIdFor } from "./deterministic-id";
import { firstWords } from "./first-words";
import { checkSms } from "./sms";
import type { InboundSms } from "./sms";
import { GatewayError, send } from "./transport";
import type { Connection } from "./transport";
import { errorText, expectSuccess, literal, retrieve, textOf } from "./web-api";

export { PhoneNumberError, toE164 } from "./phone-number";
export { SmsError, checkSms } from "./sms";
export type { InboundSms } from "./sms";
export { GatewayError } from "./transport";
export type { Connection } from "./transport";

/** Where a message is kept. All ids are row ids (GUIDs). */
export interface Delivery {
  /** False: this message was delivered before, and nothing has been written. */
  readonly isNew: boolean;
  readonly messageId: string;
  readonly sessionId: string;
  readonly contactNumberId: string;
}

/** The customer to bind to a number that has none yet. */
export interface Customer {
  readonly table: "contact" | "account";
  readonly id: string;
  readonly name: string;
}

interface ContactNumber {
  readonly id: string;
  readonly customerName: string | undefined;
}

/** How often a lost race for a key is run again. */
const maxRaces = 5;

/**
 * Delivers one inbound text: contact number, session and message in one change set, all or nothing. Safe to call again with
 * the same message: the provider's id is the key, and a message that exists is left as it is (read stays read).
 *
 * @param customer bound to the number unless it has a customer already
 * @throws SmsError when the message itself is wrong, GatewayError when Dataverse refused or could not be reached.
 */
export async function deliver(connection: Connection, given: InboundSms, customer?: Customer): Promise<Delivery> {
  const sms = checkSms(given);
  for (let race = 1; ; race++) {
    const contactNumber = await findContactNumber(connection, sms.from);
    const answers = await sendChangeSet(connection, sms, contactNumber, customer);
    const failed = answers.find((answer) => answer.status >= 300);
    if (!failed) return newDelivery(answers, contactNumber?.id ?? contactNumberIdFor(sms.from));
    // 412: a key exists already. Of the message: delivered before. Of the number: another gateway was faster, so begin again with its row.
    // 404: the number was deleted since it was read.
    if (failed.status !== 412 && failed.status !== 404 && failed.status !== 429 && failed.status < 500) throw refusal(failed);
    const delivered = await findMessage(connection, sms.id);
    if (delivered) return delivered;
    if (race >= maxRaces) throw refusal(failed);
  }
}

function refusal(answer: BatchAnswer): GatewayError {
  return new GatewayError(answer.status, `Dataverse refused the message: ${answer.status} ${errorText(answer.body)}`);
}

async function findContactNumber(connection: Connection, phoneNumber: string): Promise<ContactNumber | undefined> {
  const row = await retrieve(
    connection,
    `msgn_contactnumbers(msgn_phonenumber=${literal(phoneNumber)})?$select=msgn_contactnumberid,_msgn_customerid_value` +
      "&$expand=msgn_customerid_contact($select=fullname),msgn_customerid_account($select=name)",
  );
  if (!row) return undefined;
  const contact = row.msgn_customerid_contact as { fullname?: string } | null | undefined;
  const account = row.msgn_customerid_account as { name?: string } | null | undefined;
  const hasCustomer = typeof row._msgn_customerid_value === "string";
  return {
    id: textOf(row, "msgn_contactnumberid"),
    customerName: hasCustomer ? (contact?.fullname ?? account?.name ?? phoneNumber) : undefined,
  };
}

async function sendChangeSet(
  connection: Connection,
  sms: InboundSms,
  known: ContactNumber | undefined,
  customer: Customer | undefined,
): Promise<BatchAnswer[]> {
  const id = known?.id ?? contactNumberIdFor(sms.from);
  const bind = customer && known?.customerName === undefined ? customer : undefined;
  const session = `msgn_sessions(_msgn_contactnumberid_value=${id},msgn_businessnumber=${literal(sms.to)})`;
  const batch = writeChangeSet([
    {
      method: "PATCH",
      url: `${connection.root}msgn_contactnumbers(${id})`,
      body: {
        msgn_phonenumber: sms.from,
        ...(bind ? { [`msgn_customerid_${bind.table}@odata.bind`]: `/${bind.table}s(${bind.id})` } : {}),
      },
    },
    {
      method: "PATCH",
      url: connection.root + session,
      body: { msgn_name: firstWords(known?.customerName ?? bind?.name ?? sms.from, 200) },
    },
    {
      method: "PATCH",
      url: `${connection.root}msgn_messages(msgn_providermessageid=${literal(sms.id)})?$select=msgn_messageid,_msgn_sessionid_value`,
      // Create only: a second delivery must not touch a message that somebody may have read.
      headers: { "If-None-Match": "*", Prefer: "return=representation" },
      body: {
        msgn_name: firstWords(sms.body, 100) || sms.from,
        msgn_body: sms.body,
        msgn_direction: 864500000,
        msgn_receivedon: sms.receivedAt.toISOString().replace(/\.\d+Z$/, "Z"),
        "msgn_sessionid@odata.bind": `/${session}`,
      },
    },
  ]);
  const answer = await send(connection, {
    method: "POST",
    path: "$batch",
    headers: { "Content-Type": batch.contentType },
    body: batch.body,
  });
  const contentType = answer.headers.get("content-type");
  if (!/^multipart\/mixed/i.test(contentType ?? "")) expectSuccess(answer, "$batch");
  return readBatch(contentType, answer.text);
}

function newDelivery(answers: readonly BatchAnswer[], contactNumberId: string): Delivery {
  const message = JSON.parse(answers.at(-1)?.body ?? "{}") as Record<string, unknown>;
  return {
    isNew: true,
    messageId: textOf(message, "msgn_messageid"),
    sessionId: textOf(message, "_msgn_sessionid_value"),
    contactNumberId,
  };
}

async function findMessage(connection: Connection, providerMessageId: string): Promise<Delivery | undefined> {
  const row = await retrieve(
    connection,
    `msgn_messages(msgn_providermessageid=${literal(providerMessageId)})?$select=msgn_messageid,_msgn_sessionid_value` +
      "&$expand=msgn_sessionid($select=_msgn_contactnumberid_value)",
  );
  if (!row) return undefined;
  return {
    isNew: false,
    messageId: textOf(row, "msgn_messageid"),
    sessionId: textOf(row, "_msgn_sessionid_value"),
    contactNumberId: textOf(row.msgn_sessionid as Record<string, unknown>, "_msgn_contactnumberid_value"),
  };
}
