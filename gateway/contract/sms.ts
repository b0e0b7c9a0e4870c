/** An inbound text, and whether the tables can hold it. */
import { filesOf } from "./media";
import type { InboundMedia, MediaFile } from "./media";
import { optOutWord } from "./optOut";
import type { OptOutWord } from "./optOut";
import { PhoneNumberError, isWithheld, toE164 } from "./phoneNumber";

/**
 * An inbound text as a provider's webhook tells it. Id and numbers are needed: without them nobody knows whose conversation it
 * belongs to, or whether it has come before. All else may be missing.
 */
export interface InboundSms {
  /** The provider's id of this message: the same text delivered twice has the same id. At most 100 characters. */
  readonly id: string;
  /** The customer's number, E.164; a channel may stand before it: `whatsapp:+15550100`. */
  readonly from: string;
  /** The business number that was written to, likewise. */
  readonly to: string;
  /** The text, as it was sent; at most 10,000 characters. Left out: a text without words, a picture say. */
  readonly body?: string | undefined;
  /** When the provider received it. Left out: now, by Dataverse's clock. */
  readonly receivedAt?: Date | undefined;
  /** For a repeat by a provider that tells no time: how long ago the message came here first, in milliseconds. */
  readonly waitedMs?: number | undefined;
  /** For one part of a long text that the provider delivers in parts. */
  readonly part?: SmsPart | undefined;
  /** What the provider says that the customer asks for. Left out: what the text's own words say. */
  readonly optOut?: OptOutWord | undefined;
  /** Pictures and other files that came with it, in their order. */
  readonly media?: readonly InboundMedia[] | undefined;
}

/** Which part of a long text this is: the second of three is `{ number: 2, total: 3 }`. A part without a place in its text is taken for a text of its own. */
export interface SmsPart {
  readonly number: number;
  readonly total: number;
}

/** An inbound text that the tables can hold: see `checkSms`. */
export interface CheckedSms {
  readonly id: string;
  /** E.164. */
  readonly from: string;
  /** E.164. */
  readonly to: string;
  readonly body: string;
  /** The provider's time and how long the text has waited, as they are: see `receivedTime`. */
  readonly receivedAt: Date | undefined;
  readonly waitedMs: number | undefined;
  readonly optOut: OptOutWord | undefined;
  readonly media?: readonly InboundMedia[] | undefined;
  readonly files: readonly MediaFile[];
}

/** A message that cannot be delivered as it is; the message says what to change. Trying again does not help. */
export class SmsError extends Error {
  override readonly name = "SmsError";
  /** Which field of the message it is: safe for a log, as the error's message, which quotes what was sent, is not. */
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

const maxBodyLength = 10_000;
const maxIdLength = 100;
/** A text's parts are counted in one byte (3GPP TS 23.040, 9.2.3.24.1). */
const maxParts = 255;

/** What no column keeps: U+0000, and half of a surrogate pair, which UTF-8 has no form for. */
const unstorable = /[\0\p{Surrogate}]/gu;

/**
 * Brings a message into the form that the tables hold: both numbers in E.164, lengths within the columns', a part marked with its place.
 * Characters of the text that cannot be stored become U+FFFD: a message is not lost because of them.
 *
 * @throws SmsError for a message that does not fit; it says what to change
 */
export function checkSms(sms: InboundSms): CheckedSms {
  const { id, receivedAt, waitedMs, body = "" } = sms;
  if (id === "" || id.length > maxIdLength) throw new SmsError("id", `"id" must have 1 to ${maxIdLength} characters.`);
  if (id.search(unstorable) >= 0) throw new SmsError("id", '"id" has a character that cannot be stored: U+0000, or half an emoji.');
  const from = number("from", sms.from);
  if (isWithheld(from))
    throw new SmsError("from", `"from": "${from}" stands for a sender who withholds the number. Nobody could be answered.`);
  const to = number("to", sms.to);
  const mark = partMark(sms.part);
  const marked = mark + body.replace(unstorable, "\ufffd");
  if (marked.length > maxBodyLength) throw new SmsError("body", `"body" has ${marked.length} characters; at most ${maxBodyLength} fit.`);
  // The end of a long text may happen to be one of the words.
  const optOut = sms.optOut ?? (mark === "" ? optOutWord(body) : undefined);
  const { media } = sms;
  return { id, from, to, body: marked, receivedAt, waitedMs, optOut, media, files: filesOf(media ?? []) };
}

/** `(2/3) `, as old phones write it; empty where the place makes no sense, or the part is all of the text. */
function partMark(part: SmsPart | undefined): string {
  if (part === undefined || ![part.number, part.total].every(Number.isInteger)) return "";
  const { number: place, total } = part;
  return total >= 2 && total <= maxParts && place >= 1 && place <= total ? `(${place}/${total}) ` : "";
}

function number(field: "from" | "to", given: string): string {
  try {
    return toE164(given);
  } catch (error) {
    if (error instanceof PhoneNumberError) throw new SmsError(field, `"${field}": ${error.message}`);
    throw error;
  }
}
