/** The mark that goes with a text and comes back in its delivery report. */
import type { DeliveryReport, OutboundSms } from "../../provider";

/** Row id and time of the claim. */
export function tagOf({ id, claimedAt }: OutboundSms): string {
  return `${id}.${claimedAt}`;
}

/** What a tag says; nothing where it is none of ours. */
export function readTag(tag: string): Pick<DeliveryReport, "messageId" | "claimedAt"> {
  const [, messageId, claimedAt] = /^([0-9a-f-]{36})\.(\d{1,12})$/.exec(tag) ?? [];
  return messageId === undefined ? {} : { messageId, claimedAt: Number(claimedAt) };
}
