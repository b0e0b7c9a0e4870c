/** What may be sent as an answer. */
import { isVisible } from "./plainName";
import { openPlace } from "./templateText";

/** The longest text that goes out, in UTF-16 units: what providers take as one message (Twilio's limit, https://www.twilio.com/docs/api/errors/21617). */
export const MOST_CHARACTERS = 1600;

/** Why a text is not sent as it is: nothing of it could be seen, it is too long, or a place for a name is still in it. */
export type TextFault = "empty" | "tooLong" | "openPlace";

/** A text as it goes out: without space around it, its lines broken in one way. */
export function answerText(draft: string): string {
  return draft.replace(/\r\n?/g, "\n").trim();
}

/** Why what is in the box cannot be sent; null: it can. */
export function faultOf(draft: string): TextFault | null {
  const text = answerText(draft);
  if (!isVisible(text)) return "empty";
  if (text.length > MOST_CHARACTERS) return "tooLong";
  return openPlace(text) === null ? null : "openPlace";
}
