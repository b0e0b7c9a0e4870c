/** Twilio's status callback: what became of a text. */
import type { DeliveryReport, ReportedState } from "../../provider";

/** Twilio's states that say something; the others (accepted, queued, sending, scheduled) say that it has the text. */
const states: Readonly<Record<string, ReportedState>> = {
  sent: "sent",
  delivered: "delivered",
  read: "delivered",
  undelivered: "failed",
  failed: "failed",
  canceled: "failed",
};

/** What its most frequent error codes mean: status callbacks bring the code alone. */
const meanings: Readonly<Record<string, string>> = {
  "30003": "Unreachable destination handset",
  "30004": "Message blocked",
  "30005": "Unknown destination handset",
  "30006": "Landline or unreachable carrier",
  "30007": "Message filtered by the carrier",
  "30008": "Unknown error",
  "30034": "The number is not registered for US carriers",
};

/** Twilio's code for a recipient who has opted out. */
export const OPTED_OUT_CODE = 21610;

/** What Twilio's state means; one that is not known means that it has the text. */
export function reportedState(status: string): ReportedState {
  return states[status] ?? "sent";
}

/** Code and words of an error, as an agent reads them; `optedOut` where the recipient has opted out. */
export function errorWords(code: string, message: string): string {
  if (code === String(OPTED_OUT_CODE)) return "optedOut";
  const words = message || (meanings[code] ?? "");
  return [code, words].filter((part) => part !== "").join(": ");
}

/**
 * Reads a status callback.
 *
 * @param query of the address that was called: the row id of the message and the time of the claim, as `statusCallbackUrl` wrote them
 * @returns undefined: it tells nothing that is to be written down
 */
export function readStatus(form: URLSearchParams, query: URLSearchParams): DeliveryReport | undefined {
  const text = (name: string): string => form.get(name) ?? "";
  const providerId = text("MessageSid") || text("SmsSid");
  const state = states[text("MessageStatus") || text("SmsStatus")];
  if (state === undefined || providerId === "" || providerId.length > 100) return undefined;
  const messageId = query.get("message");
  const claimedAt = Number(query.get("claimed") ?? NaN);
  const error = state === "failed" ? errorWords(text("ErrorCode"), text("ErrorMessage")) : "";
  return {
    providerId,
    state,
    ...(messageId ? { messageId } : {}),
    ...(Number.isSafeInteger(claimedAt) ? { claimedAt } : {}),
    ...(error === "" ? {} : { error }),
  };
}
