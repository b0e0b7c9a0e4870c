/** A message in the form in which it goes to the provider. */
import type { OutboundSms } from "../provider";
import type { OutboundMessage } from "./outboundMessage";

/** The text of a message for the provider; undefined where a number is missing. */
export function outboundSms({ id, body, sendingSince, session }: OutboundMessage): OutboundSms | undefined {
  if (!session || session.businessNumber === "" || session.customerNumber === "") return undefined;
  return { id, body, claimedAt: Math.round((sendingSince ?? 0) / 1000), from: session.businessNumber, to: session.customerNumber };
}
