/** Reads Twilio's webhook of an incoming text. */
import { SmsError, checkSms } from "../../contract";
import type { InboundSms } from "../../contract";

/** What Twilio wants to read when there is nothing to answer to the customer. */
export const emptyTwiml = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

const fields = ["MessageSid", "From", "To", "Body"] as const;

/**
 * Reads Twilio's webhook of an incoming text.
 *
 * @param receivedAt now: the webhook tells no time
 * @throws SmsError that says which field is wrong
 */
export function readWebhook(form: URLSearchParams, receivedAt: Date): InboundSms {
  const missing = fields.filter((field) => !form.has(field));
  if (missing.length > 0) {
    throw new SmsError(`Missing: ${missing.join(", ")}. Expected is Twilio's webhook of an incoming message: ${fields.join(", ")}.`);
  }
  const text = (field: string): string => form.get(field) ?? "";
  const sid = text("MessageSid");
  if (!/^(SM|MM)[0-9a-f]{32}$/i.test(sid)) throw new SmsError(`MessageSid is "${sid.slice(0, 50)}", which is no id of a Twilio message.`);
  return checkSms({ id: sid, from: text("From"), to: text("To"), body: withMediaNote(text("Body"), text("NumMedia")), receivedAt });
}

/** Pictures stay at Twilio; the agent is told that there are some. */
function withMediaNote(body: string, numMedia: string): string {
  if (!/^\d{0,3}$/.test(numMedia)) throw new SmsError(`NumMedia is "${numMedia.slice(0, 50)}", which is no count.`);
  if (Number(numMedia) === 0) return body;
  const note = `[media: ${Number(numMedia)}]`;
  return body === "" ? note : `${body} ${note}`;
}
