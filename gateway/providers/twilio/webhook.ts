/** Reads Twilio's webhook of an incoming text. */
import { SmsError, checkSms, optOutWord } from "../../contract";
import type { CheckedSms, InboundMedia, OptOutWord } from "../../contract";

/** What Twilio wants to read when there is nothing to answer to the customer. */
export const emptyTwiml = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/** The id of a message, and its names in older versions of the webhook. */
const idFields = ["MessageSid", "SmsMessageSid", "SmsSid"] as const;

/** The id of the message that a webhook tells of, to find it again at Twilio; undefined where it has none that is one. */
export function messageSidOf(form: URLSearchParams): string | undefined {
  return idFields.flatMap((field) => form.get(field) ?? []).find((value) => /^[a-z]{2}[0-9a-f]{32}$/i.test(value));
}

/**
 * Reads Twilio's webhook of an incoming text. Id, From and To must be there. What else is missing or unreadable does not make the text
 * be lost: a picture comes without a Body. A webhook tells no time.
 *
 * @throws SmsError that says which field is wrong
 */
export function readWebhook(form: URLSearchParams): CheckedSms {
  const text = (name: string): string => form.get(name) ?? "";
  const isThere = { MessageSid: idFields.some((field) => form.has(field)), From: form.has("From"), To: form.has("To") };
  const missing = (["MessageSid", "From", "To"] as const).filter((name) => !isThere[name]);
  if (missing[0] !== undefined) {
    const expected = "Expected is Twilio's webhook of an incoming message: MessageSid, From, To.";
    throw new SmsError(fieldOf[missing[0]], `Missing: ${missing.join(", ")}. ${expected}`);
  }
  const id = messageSidOf(form);
  if (id === undefined) throw new SmsError("id", `MessageSid is "${text("MessageSid").slice(0, 50)}", which is no id of a Twilio message.`);
  const optOut = optOutType(text("OptOutType")) ?? optOutWord(text("Body"));
  return checkSms({ id, from: text("From"), to: text("To"), body: text("Body"), optOut, media: mediaIn(form) });
}

const fieldOf = { MessageSid: "id", From: "from", To: "to" } as const;

/** What Twilio's Advanced Opt-Out has understood, which knows the account's own words; undefined where it is not in use. */
function optOutType(value: string): OptOutWord | undefined {
  return (["stop", "start", "help"] as const).find((word) => word === value.toLowerCase());
}

/** A webhook tells of at most ten files; a number beyond this is none of Twilio's. */
const maxMedia = 20;

/** The files that came with the text. Where their number is missing or none, their addresses are counted; a file without an address is told of all the same. */
function mediaIn(form: URLSearchParams): readonly InboundMedia[] {
  const given = form.get("NumMedia") ?? "";
  const counted = [...new Set(form.keys())].filter((name) => /^MediaUrl\d+$/.test(name)).length;
  const count = Math.min(maxMedia, /^\d{1,3}$/.test(given) ? Number(given) : counted);
  return Array.from({ length: count }, (_, at) => ({
    url: form.get(`MediaUrl${at}`) ?? "",
    type: form.get(`MediaContentType${at}`) ?? "",
  }));
}
