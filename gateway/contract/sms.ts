/** An inbound text, and whether the tables can hold it. */
import { PhoneNumberError, toE164 } from "./phoneNumber";

/** An inbound text as a provider's webhook tells it, checked: see `checkSms`. */
export interface InboundSms {
  /** The provider's id of this message: the same text delivered twice has the same id. At most 100 characters. */
  readonly id: string;
  /** The customer's number, E.164. */
  readonly from: string;
  /** The business number that was written to, E.164. */
  readonly to: string;
  /** The text, as it was sent; at most 10,000 characters. */
  readonly body: string;
  /** When the provider received it. */
  readonly receivedAt: Date;
}

/** A message that cannot be delivered as it is; the message says what to change. Trying again does not help. */
export class SmsError extends Error {
  override readonly name = "SmsError";
}

const maxBodyLength = 10_000;
const maxIdLength = 100;

/** What no column keeps: U+0000, and half of a surrogate pair, which UTF-8 has no form for. */
const unstorable = /[\0\p{Surrogate}]/gu;

/**
 * Brings a message into the form that the tables hold: both numbers in E.164, lengths within the columns'. Characters of the text that
 * cannot be stored become U+FFFD: a message is not lost because of them.
 *
 * @throws SmsError for a message that does not fit; it says what to change
 */
export function checkSms(sms: InboundSms): InboundSms {
  if (sms.id === "" || sms.id.length > maxIdLength) throw new SmsError(`"id" must have 1 to ${maxIdLength} characters.`);
  if (sms.id.search(unstorable) >= 0) throw new SmsError('"id" has a character that cannot be stored: U+0000, or half an emoji.');
  if (sms.body.length > maxBodyLength) throw new SmsError(`"body" has ${sms.body.length} characters; at most ${maxBodyLength} fit.`);
  if (Number.isNaN(sms.receivedAt.getTime())) throw new SmsError(`"receivedAt" is not a date. Write it like 2026-01-31T09:30:00Z.`);
  return { ...sms, body: sms.body.replace(unstorable, "\ufffd"), from: number("from", sms.from), to: number("to", sms.to) };
}

function number(field: string, given: string): string {
  try {
    return toE164(given);
  } catch (error) {
    if (error instanceof PhoneNumberError) throw new SmsError(`"${field}": ${error.message}`);
    throw error;
  }
}
