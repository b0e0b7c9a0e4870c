/** Writes down what a provider says of a text. */
import { GatewayError } from "../contract";
import type { Connection } from "../contract";
import type { Log } from "../limitedLog";
import type { DeliveryReport } from "../provider";
import { DELIVERY_STATUS } from "./deliveryStatus";
import { findByProviderId, readOutboundMessage } from "./outboundMessage";
import type { OutboundMessage } from "./outboundMessage";
import { noteOptOut, OPTED_OUT } from "./noteOptOut";
import { writeMessage } from "./writeMessage";
import type { MessageChanges } from "./writeMessage";

/** What became of a report: it changed the message, it told nothing new, or the message that it is about is not one of ours. */
export type ReportOutcome = "written" | "unchanged" | "unknown";

/** How often a report is tried while others change the same message. */
const maxRaces = 8;
const maxErrorLength = 500;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Writes down what a provider says of a text. Reports come in any order and more than once; the furthest counts.
 *
 * @throws GatewayError when Dataverse could not be reached, or refuses: the report may be sent again
 */
export async function writeReport(connection: Connection, report: DeliveryReport, log: Log): Promise<ReportOutcome> {
  for (let race = 1; race <= maxRaces; race++) {
    const message = await messageOf(connection, report);
    if (!message) return "unknown";
    const changes = changesBy(report, message);
    if (!changes) return "unchanged";
    // First: a report that was written down is not told again.
    if (report.error === OPTED_OUT && message.session) {
      await noteOptOut(connection, message.session.numberId, message.sendingSince ?? message.createdOn, log);
    }
    if ((await writeMessage(connection, message, changes)) === "written") return "written";
  }
  throw new GatewayError(412, "The message is changed by others again and again, or another one has the provider's id already.");
}

/** By our id, which is known from the beginning; where the provider did not bring it, by its own. */
async function messageOf(connection: Connection, { messageId, providerId }: DeliveryReport): Promise<OutboundMessage | undefined> {
  const known = messageId !== undefined && guid.test(messageId) ? await readOutboundMessage(connection, messageId) : undefined;
  return known ?? (await findByProviderId(connection, providerId));
}

/** What a report changes of a message; undefined: nothing. */
export function changesBy(report: DeliveryReport, message: OutboundMessage): MessageChanges | undefined {
  if (!isOfThisTry(report, message)) return undefined;
  const status = DELIVERY_STATUS[report.state];
  if (!isFurther(status, message)) return undefined;
  const error = status === DELIVERY_STATUS.failed ? (report.error ?? "").slice(0, maxErrorLength) || null : null;
  return {
    msgn_deliverystatus: status,
    msgn_deliveryerror: error,
    msgn_providermessageid: report.providerId,
    ...(report.segments === undefined ? {} : { msgn_segments: report.segments }),
  };
}

/** A message that was sent again has had other reports before: those of an earlier try say nothing of this one. */
function isOfThisTry({ providerId, claimedAt }: DeliveryReport, message: OutboundMessage): boolean {
  if (message.providerId !== undefined) return message.providerId === providerId;
  // It waits to be sent: whatever the report is about, it is over.
  if (message.status === DELIVERY_STATUS.queued) return false;
  if (claimedAt === undefined || message.sendingSince === undefined) return true;
  return claimedAt * 1000 === message.sendingSince;
}

/** Delivered is the last word; Failed gives way to it alone; Sent is news where nothing of the provider is known yet. */
function isFurther(status: number, message: OutboundMessage): boolean {
  const isKnown = message.providerId !== undefined;
  if (status === message.status) return !isKnown;
  if (status === DELIVERY_STATUS.delivered) return true;
  if (status === DELIVERY_STATUS.failed) return message.status !== DELIVERY_STATUS.delivered;
  return message.status === DELIVERY_STATUS.sending || message.status === DELIVERY_STATUS.unconfirmed;
}
