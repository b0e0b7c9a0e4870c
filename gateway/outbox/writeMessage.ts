/** Changes of an outbound message. */
import { GatewayError, errorText, send } from "../contract";
import type { Connection } from "../contract";
import type { OutboundMessage } from "./outboundMessage";

/** The columns that the gateway writes of a message that an agent has made. */
export interface MessageChanges {
  readonly msgn_deliverystatus: number;
  readonly msgn_deliveryerror?: string | null;
  readonly msgn_providermessageid?: string;
  readonly msgn_segments?: number;
  readonly msgn_sendingsince?: string | null;
}

/**
 * What became of a write: `changed`, somebody has changed the message since it was read, or it is gone (412, 404); `unsure`, the same was answered to a second try, and
 * the first one may have been written.
 */
export type WriteOutcome = "written" | "changed" | "unsure";

/**
 * Writes changes if nobody has changed the message since it was read.
 *
 * @throws GatewayError when Dataverse could not be reached, or refuses
 */
export async function writeMessage(connection: Connection, { id, etag }: OutboundMessage, changes: MessageChanges): Promise<WriteOutcome> {
  const path = `msgn_messages(${id})`;
  const headers = { "Content-Type": "application/json", "If-Match": etag };
  const deadline = Date.now() + (connection.patienceMs ?? Infinity);
  const { status, text, tries } = await send(connection, { method: "PATCH", path, headers, body: JSON.stringify(changes) }, deadline);
  if (status < 300) return "written";
  if (status === 412 || status === 404) return tries === 1 ? "changed" : "unsure";
  throw new GatewayError(status, `The message could not be changed: ${status} ${errorText(text)}`);
}
