/** What must not go out. */
import { PhoneNumberError, toE164 } from "../contract";
import type { OutboundMessage } from "./outboundMessage";

/** Why a message is not sent; stands in `msgn_deliveryerror`, where the conversation reads it and says it in the agent's language. */
export type Refusal = "notOwner" | "blocked" | "optedOut" | "closed" | "noNumber" | "tooLong" | "empty";

/** What providers take at most: Twilio refuses more (error 21617), and carriers take no text of more than ten parts. */
const maxLength = 1_600;

/**
 * Why the message must not go out; undefined: it may.
 *
 * Everybody who may write messages can write them over the Web API, past the conversation's box. What counts is what they cannot choose:
 * who made the row and who changed it last are written by Dataverse. Both must be the session's owner; the gateway's own changes aside.
 *
 * @param now Dataverse's clock, milliseconds since 1970, UTC
 * @param gatewayUserId the application user that the gateway signs in as
 */
export function refusalOf(message: OutboundMessage, now: number, gatewayUserId: string): Refusal | undefined {
  const { session, body } = message;
  if (!session || !isNumber(session.businessNumber) || !isNumber(session.customerNumber)) return "noNumber";
  if (message.createdBy !== session.ownerId) return "notOwner";
  if (message.modifiedBy !== session.ownerId && message.modifiedBy !== gatewayUserId) return "notOwner";
  if (session.isInactive) return "closed";
  if (session.isNumberInactive && (session.blockedUntil === undefined || session.blockedUntil > now)) return "blocked";
  if (session.isOptedOut) return "optedOut";
  if (body.trim() === "") return "empty";
  return body.length > maxLength ? "tooLong" : undefined;
}

function isNumber(text: string): boolean {
  try {
    return toE164(text) === text;
  } catch (error) {
    if (error instanceof PhoneNumberError) return false;
    throw error;
  }
}
