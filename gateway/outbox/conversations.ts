/** Gives each conversation's messages their turns, one after the other, many conversations at the same time. */
import { bugOf } from "../bugOf";
import { GatewayError } from "../contract";
import type { AnswerDelivery } from "./answerDelivery";
import { readOutbox } from "./outboundMessage";
import type { OutboundMessage } from "./outboundMessage";
import type { OutboxTools } from "./outboxTools";

/** The conversations of one outbox. */
export interface Conversations {
  /** Looks once for messages, and begins with those whose turn it is. @returns Dataverse's clock @throws GatewayError */
  look(): Promise<number>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** A look stops here, however much there is: memory is not endless. */
const maxUnderWay = 2_000;

/** How the conversations are worked on. */
export interface ConversationOptions {
  /** How many messages one request brings. */
  readonly pageSize: number;
  /** With fewer conversations than this under way, there is room for more. */
  readonly parallel: number;
  /** Called when there may be more to do than the last look has shown. */
  readonly more: () => void;
}

/** The conversations of one outbox; nothing is under way. */
export function createConversations(
  { connection, metrics, log, stopping }: OutboxTools,
  deliver: AnswerDelivery,
  { pageSize, parallel, more }: ConversationOptions,
): Conversations {
  const underWay = new Map<string, Promise<void>>();
  /** Conversations that were under way when a look found messages of theirs: there may be newer ones. */
  const again = new Set<string>();
  /** Whether the last look has left something out. */
  let hasMore = false;

  /** In their order. A message that has to wait keeps those after it waiting. */
  async function giveTurns(messages: readonly OutboundMessage[]): Promise<void> {
    for (const message of messages) {
      if (stopping.aborted) return;
      try {
        if ((await deliver(message)) === "wait") return;
      } catch (error) {
        if (isAbort(error)) return;
        const reason = error instanceof GatewayError ? `Dataverse could not be reached. Status ${error.status}.` : bugOf(error);
        log(`${message.id}: waits. ${reason}`, { message: message.id, event: "postponed" });
        return;
      }
    }
  }

  function begin(key: string, messages: readonly OutboundMessage[]): void {
    const work = giveTurns(messages).finally(() => {
      underWay.delete(key);
      metrics.set("gateway_conversations_under_way", underWay.size);
      if (again.delete(key) || (hasMore && underWay.size < parallel)) more();
    });
    underWay.set(key, work);
    metrics.set("gateway_conversations_under_way", underWay.size);
  }

  async function look(): Promise<number> {
    const seen = new Set<string>();
    let waiting = 0;
    let oldest = Infinity;
    for (let after = ""; ;) {
      // Before the request: what is under way while it is answered may be another message by then.
      const busy = new Set(underWay.keys());
      const { messages, readAt } = await readOutbox(connection, after, pageSize);
      for (const [key, group] of byConversation(messages)) {
        if (underWay.has(key)) again.add(key);
        else if (!busy.has(key) && !seen.has(key)) begin(key, group);
        else if (busy.has(key)) more();
        seen.add(key);
      }
      waiting += messages.length;
      oldest = Math.min(oldest, ...messages.map(({ createdOn }) => createdOn));
      const last = messages.at(-1)?.sequence ?? "";
      hasMore = messages.length >= pageSize;
      if (!hasMore || last <= after || underWay.size >= maxUnderWay) {
        metrics.set("gateway_outbox_waiting", waiting);
        metrics.set("gateway_outbox_oldest_seconds", waiting === 0 ? 0 : Math.max(0, Math.round((readAt - oldest) / 1000)));
        return readAt;
      }
      after = last;
    }
  }

  return { look, settled: () => Promise.allSettled(underWay.values()).then(() => undefined) };
}

/** A message without a session is a conversation of its own. */
function byConversation(messages: readonly OutboundMessage[]): ReadonlyMap<string, readonly OutboundMessage[]> {
  const groups = new Map<string, OutboundMessage[]>();
  for (const message of messages) {
    const key = message.session?.id ?? message.id;
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  return groups;
}

/** A wait that was ended because the outbox stops. */
const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";
