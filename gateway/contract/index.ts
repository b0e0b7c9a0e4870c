/** The gateway contract of docs/gateway.md: how an inbound text is written to Dataverse. */
import { changeSetOutcome, writeChangeSet } from "./batch";
import type { BusinessNumbers } from "./businessNumbers";
import { findConversation } from "./conversation";
import type { Conversation } from "./conversation";
import { receivedTime } from "./receivedTime";
import { checkSms } from "./sms";
import type { CheckedSms, InboundSms } from "./sms";
import { GatewayError, send } from "./transport";
import type { Answer, Connection } from "./transport";
import { errorText, firstRow, literal, textOf } from "./webApi";
import type { Row } from "./webApi";
import { planWrites } from "./writes";
import type { Customer, Plan } from "./writes";

export { backOffMs } from "./backOff";
export { createBusinessNumbers } from "./businessNumbers";
export type { BusinessNumbers } from "./businessNumbers";
export type { Connection, TokenProvider } from "./connection";
export { uuidV5 } from "./ids";
export { MAX_MEDIA, noteIdFor, readMedia, writeMedia } from "./media";
export type { InboundMedia, MediaFile, MediaReason } from "./media";
export { optOutChange, optOutWord } from "./optOut";
export type { OptOutWord } from "./optOut";
export { PhoneNumberError, toE164 } from "./phoneNumber";
export { SmsError, checkSms } from "./sms";
export type { CheckedSms, InboundSms, SmsPart } from "./sms";
export { GatewayError, send } from "./transport";
export type { RowOwner } from "./conversation";
export { errorText, expectSuccess, literal, retrieve, rowsOf, textOf, xml } from "./webApi";
export { webApiTime } from "./webApiTime";
export type { Row } from "./webApi";
export type { Customer } from "./writes";

/** Where a message is kept. All ids are row ids (GUIDs). */
export interface Delivery {
  /** False: Dataverse has had this message before. */
  readonly isNew: boolean;
  readonly messageId: string;
  readonly sessionId: string;
  readonly contactNumberId: string;
}

/**
 * Finds out whose a number is that has no customer yet. Undefined: nobody knows. It never rejects with a GatewayError: a text does not fail because of it.
 *
 * @param from the customer's number, E.164
 * @param to the business number, E.164
 * @param deadline when to give up, as `Date.now()` counts
 */
export type FindCustomer = (from: string, to: string, deadline: number) => Promise<Customer | undefined>;

/** How often a delivery begins again because somebody else changed the rows meanwhile. */
const maxRaces = 6;

/** How often ids that follow from the numbers are tried. Still missing after that, their ids belong to rows of other numbers. */
const triesOfDerivedIds = 2;

/**
 * Delivers one inbound text: contact number, session and message in one change set, all or nothing. Safe to call again with
 * the same message: the provider's id is the key, and a message that exists is left as it is (read stays read).
 *
 * @param customer bound to the number unless it has a customer already; or what finds out who that is, asked only where it matters
 * @param numbers gives the number that was written to a row, and says which team owns what comes in; left out: neither
 * @throws SmsError when the message itself is wrong
 * @throws GatewayError when Dataverse refused or could not be reached
 */
export async function deliver(
  connection: Connection,
  given: InboundSms,
  customer?: Customer | FindCustomer,
  numbers?: BusinessNumbers,
): Promise<Delivery> {
  const sms = checkSms(given);
  const deadline = Date.now() + (connection.patienceMs ?? Infinity);
  const team = await numbers?.teamOf(sms.to, deadline);
  let receivedAt: Date | undefined;
  let follows = team !== undefined;
  for (let race = 1; ; race++) {
    const { known, readAt } = await findConversation(connection, sms.from, sms.to, deadline);
    receivedAt ??= receivedTime(sms, readAt);
    const bind = typeof customer === "function" ? await found(customer, sms, known, deadline) : customer;
    const plan = planWrites(connection.root, { ...sms, receivedAt }, known, bind, team, { derive: race <= triesOfDerivedIds, follows });
    const answer = await sendChangeSet(connection, plan, deadline);
    if (answer.status < 300) {
      const messageId = textOf(JSON.parse(answer.text) as Row, "msgn_messageid");
      return { isNew: true, messageId, sessionId: plan.sessionId, contactNumberId: plan.contactNumberId };
    }
    // 412: a row is there already. The message: it was delivered before. Contact number or session: another gateway was faster.
    // 404: a row has been deleted since it was read.
    // Any other refusal may be of the session's owner: who is not allowed to own messages, who is disabled, who is gone. Then it is the team's, as if nobody had accepted
    // the session; what is refused for another reason is refused again.
    if (answer.status !== 412 && follows && known.session?.owner) {
      follows = false;
      continue;
    }
    const delivered = answer.status === 412 ? await findMessage(connection, sms.id, deadline) : undefined;
    if (delivered) return delivered;
    if ((answer.status !== 412 && answer.status !== 404) || race >= maxRaces) {
      throw new GatewayError(answer.status, `Dataverse refused the message: ${answer.status} ${errorText(answer.text)}`);
    }
  }
}

/** Where the number has a customer, or is to have none, nobody has to look. */
async function found(
  find: FindCustomer,
  { from, to }: CheckedSms,
  { contactNumber }: Conversation,
  deadline: number,
): Promise<Customer | undefined> {
  const isSettled = contactNumber !== undefined && (contactNumber.customerName !== undefined || contactNumber.isLeftWithout);
  return isSettled ? undefined : find(from, to, deadline);
}

/** The answer to the write that failed, else to the message's. */
async function sendChangeSet(connection: Connection, { writes }: Plan, deadline: number): Promise<Answer> {
  const { contentType, body } = writeChangeSet(writes);
  const headers = { "Content-Type": contentType };
  return send(connection, { method: "POST", path: "$batch", headers, body, outcome: changeSetOutcome }, deadline);
}

async function findMessage(connection: Connection, providerMessageId: string, deadline: number): Promise<Delivery | undefined> {
  const { row } = await firstRow(
    connection,
    `msgn_messages?$select=msgn_messageid,_msgn_sessionid_value&$filter=msgn_providermessageid eq ${literal(providerMessageId)}` +
      "&$expand=msgn_sessionid($select=_msgn_contactnumberid_value)&$top=1",
    {},
    deadline,
  );
  if (!row) return undefined;
  return {
    isNew: false,
    messageId: textOf(row, "msgn_messageid"),
    sessionId: textOf(row, "_msgn_sessionid_value"),
    contactNumberId: textOf(row.msgn_sessionid as Row, "_msgn_contactnumberid_value"),
  };
}
