/** Who sends a message: the instance that claimed it. */
import { randomUUID } from "node:crypto";
import { webApiTime } from "../contract";
import { DELIVERY_STATUS } from "./deliveryStatus";
import { readOutboundMessage } from "./outboundMessage";
import type { OutboundMessage } from "./outboundMessage";
import type { OutboxTools } from "./outboxTools";
import { writeMessage } from "./writeMessage";

/** The claims of one instance. */
export interface Claims {
  /** Whether this instance has claimed the message and has not handed it over: it may still be sent. */
  has(message: OutboundMessage): boolean;
  /**
   * Claims a message that is Queued, or that this instance has claimed before.
   *
   * @returns the message as it is after the claim; undefined: another instance was faster, or it is gone
   * @throws GatewayError when Dataverse could not be reached; whether the claim was written is seen at the next look
   */
  take(message: OutboundMessage): Promise<OutboundMessage | undefined>;
  /** The text is about to be handed over: from now on only the provider knows whether it has it. Also for a claim that was given up. */
  forget(message: OutboundMessage): void;
  /** The provider has certainly not taken it: the claim stands as before. */
  keep(message: OutboundMessage): void;
}

/** How often a claim that took too long is taken again, before it waits for the next look. */
const maxTries = 3;

/**
 * A claim is a write with `If-Match`: of several instances that see a message, one gets it. The mark in `msgn_deliveryerror` says which: an answer that was
 * lost does not. Without it, a message that was claimed and never handed over could not be told from one that was.
 */
export function createClaims({ connection, serverNow, monotonicNow, timing }: OutboxTools): Claims {
  const marks = new Map<string, string>();

  return {
    has: ({ id, note }) => note !== "" && marks.get(id) === note,
    forget: ({ id }) => void marks.delete(id),
    keep: ({ id, note }) => void marks.set(id, note),
    async take(message) {
      const kept = marks.get(message.id);
      const mark = kept ?? `claim:${randomUUID()}`;
      marks.set(message.id, mark);
      let current = message;
      for (let attempt = 1; attempt <= maxTries; attempt++) {
        const startedAt = monotonicNow();
        const since = webApiTime(new Date(serverNow()));
        const claim = { msgn_deliverystatus: DELIVERY_STATUS.sending, msgn_sendingsince: since, msgn_deliveryerror: mark };
        const outcome = await writeMessage(connection, current, claim);
        // A message that cannot have our mark yet is another instance's, or an agent's. Else it is read again, also where nobody is sure: somebody may have changed what
        // we have claimed. And what decides whether it may go out, the customer's STOP above all, is then as new as it can be.
        const isLost = outcome === "changed" && kept === undefined && attempt === 1;
        const read = isLost ? undefined : await readOutboundMessage(connection, message.id);
        if (read?.status !== DELIVERY_STATUS.sending || read.note !== mark) {
          marks.delete(message.id);
          return undefined;
        }
        const age = Math.max(monotonicNow() - startedAt, serverNow() - (read.sendingSince ?? 0));
        if (age <= timing.handOverWithinMs) return read;
        current = read;
      }
      return undefined;
    },
  };
}
