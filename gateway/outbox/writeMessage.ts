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
 * Writes changes if nobody has changed the message since it was read.
 *
 * @returns false: somebody has, or it is gone (412, 404). Also where the answer to the write was lost and it was sent again: who needs to
 *   know reads the message again.
 * @throws GatewayError when Dataverse could not be reached, or refuses
 */
export async function writeMessage(connection: Connection, { id, etag }: OutboundMessage, changes: MessageChanges): Promise<boolean> {
  const path = `msgn_messages(${id})`;
  const headers = { "Content-Type": "application/json", "If-Match": etag };
  const deadline = Date.now() + (connection.patienceMs ?? Infinity);
  const { status, text } = await send(connection, { method: "PATCH", path, headers, body: JSON.stringify(changes) }, deadline);
  if (status < 300) return true;
  if (status === 412 || status === 404) return false;
  throw new GatewayError(status, `The message could not be changed: ${status} ${errorText(text)}`);
}
