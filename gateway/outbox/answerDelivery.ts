/** Sends one message of the outbox. */
import { backOffMs } from "../contract";
import type { DeliveryReport, SendOutcome } from "../provider";
import { createClaims } from "./claims";
import { DELIVERY_STATUS } from "./deliveryStatus";
import { readOutboundMessage } from "./outboundMessage";
import { noteOptOut, OPTED_OUT } from "./noteOptOut";
import type { OutboundMessage } from "./outboundMessage";
import { outboundSms } from "./outboundSms";
import type { OutboxTools } from "./outboxTools";
import { reconcile } from "./reconcile";
import { refusalOf } from "./refusal";
import type { SendingRate } from "./sendingRate";
import { settle } from "./settle";
import type { Slots } from "./slots";
import { writeMessage } from "./writeMessage";
import { changesBy, writeReport } from "./writeReport";

/** What comes of a message's turn: `done`, the next one of its conversation may go; `wait`, the conversation is looked at again later. */
export type Turn = "done" | "wait";

/** Gives a message of the outbox its turn. */
export type AnswerDelivery = (message: OutboundMessage) => Promise<Turn>;

/** A busy provider is asked again after this, then after twice as long each time. */
const firstHoldMs = 1_000;
const maxHoldMs = 60_000;
const maxErrorLength = 500;
/** A time this far ahead is no time of a claim, and must not hold up a conversation. */
const aheadMs = 5 * 60_000;

/**
 * @param gatewayUserId who the gateway is signed in as
 * @throws GatewayError from the delivery, when Dataverse could not be reached: the message has its next turn later
 */
export function createAnswerDelivery(tools: OutboxTools, rate: SendingRate, slots: Slots, gatewayUserId: string): AnswerDelivery {
  const { connection, provider, log, metrics, serverNow, stopping, ended } = tools;
  const claims = createClaims(tools);
  /** How often in a row the provider was busy, by business number. */
  const busy = new Map<string, number>();

  async function refuse(message: OutboundMessage, reason: string, outcome: string): Promise<Turn> {
    const changes = { msgn_deliverystatus: DELIVERY_STATUS.failed, msgn_deliveryerror: reason };
    if ((await writeMessage(connection, message, changes)) !== "written") return "wait";
    metrics.add("gateway_answers_total", { outcome });
    log(`${message.id}: not sent (${outcome})`, { message: message.id, event: "refused", reason: outcome });
    return "done";
  }

  /** The message itself: nobody knows whether the provider has it. */
  async function send(message: OutboundMessage, businessNumber: string, turn: number): Promise<Turn | OutboundMessage> {
    const claimed = await claims.take(message);
    // Mostly another instance was faster: if each of two lost its turn to the other, they would send no more than one.
    if (!claimed) rate.returnTurn(businessNumber, turn);
    const sms = claimed && outboundSms(claimed);
    if (!claimed || !sms) return "wait";
    const refusal = refusalOf(claimed, serverNow(), gatewayUserId);
    if (refusal) return refuse(claimed, refusal, refusal);
    if (stopping.aborted) return giveBack(claimed);
    claims.forget(claimed);
    const startedAt = tools.monotonicNow();
    const outcome = await provider.send(sms).catch((error: unknown): SendOutcome => ({ kind: "unknown", reason: String(error) }));
    if (ended.aborted) return "wait";
    metrics.add("gateway_provider_requests_total", { outcome: outcome.kind });
    metrics.add("gateway_provider_seconds_total", {}, (tools.monotonicNow() - startedAt) / 1000);
    if (outcome.kind !== "busy") busy.delete(businessNumber);
    switch (outcome.kind) {
      case "accepted":
        await writeSent(claimed, { ...outcome, state: "sent", messageId: sms.id, claimedAt: sms.claimedAt });
        return "done";
      case "refused":
        return (await settle(tools, sms.id, "the refusal", () => writeRefused(claimed, outcome))) ?? "wait";
      case "busy":
        hold(businessNumber, outcome);
        return giveBack(claimed);
      case "unknown":
        log(`${sms.id}: nobody knows whether ${provider.name} has taken it. ${outcome.reason}`, { message: sms.id, event: "unknown" });
        return claimed;
    }
  }

  async function writeRefused(claimed: OutboundMessage, { reason, optedOut }: Extract<SendOutcome, { kind: "refused" }>): Promise<Turn> {
    const words = optedOut ? OPTED_OUT : reason.slice(0, maxErrorLength);
    if (optedOut && claimed.session) await noteOptOut(connection, claimed.session.numberId, claimed.sendingSince ?? serverNow(), log);
    for (let current: OutboundMessage | undefined = claimed; current?.status === DELIVERY_STATUS.sending;) {
      if ((await refuse(current, words, "provider")) === "done") break;
      current = await readOutboundMessage(connection, claimed.id);
    }
    return "done";
  }

  async function writeSent(claimed: OutboundMessage, report: DeliveryReport): Promise<void> {
    let known: OutboundMessage | undefined = claimed;
    await settle(tools, claimed.id, "Sent", async () => {
      const changes = known && changesBy(report, known);
      // Once: where a delivery report was faster, or the answer was lost, the message is read again.
      const outcome = known && changes ? await writeMessage(connection, known, changes).finally(() => (known = undefined)) : "changed";
      if (outcome !== "written") await writeReport(connection, report, log);
    });
    metrics.add("gateway_answers_total", { outcome: "sent" });
    log(`${claimed.id}: sent`, { message: claimed.id, event: "sent", provider_id: report.providerId });
  }

  function hold(businessNumber: string, { reason, retryAfterMs }: Extract<SendOutcome, { kind: "busy" }>): void {
    const times = (busy.get(businessNumber) ?? 0) + 1;
    busy.set(businessNumber, times);
    // As long as the provider asks for, and a little by chance: not all instances come back at the same moment.
    const holdMs = retryAfterMs === undefined ? backOffMs(times, firstHoldMs, maxHoldMs) : retryAfterMs * (1 + Math.random() / 4);
    rate.hold(businessNumber, holdMs);
    log(`${provider.name} is busy: a business number waits for ${Math.round(holdMs / 1000)} s. ${reason}`, { event: "provider_busy" });
  }

  /** The provider has certainly not got it: it waits again. Where somebody has changed it meanwhile, it stays claimed, and is looked at as it is now. */
  async function giveBack(claimed: OutboundMessage): Promise<Turn> {
    const changes = { msgn_deliverystatus: DELIVERY_STATUS.queued, msgn_deliveryerror: null, msgn_sendingsince: null };
    claims.keep(claimed);
    if ((await writeMessage(connection, claimed, changes)) === "written") claims.forget(claimed);
    return "wait";
  }

  /** A message that is being sent, but not by this instance. */
  async function lookAfter(message: OutboundMessage): Promise<Turn> {
    const age = message.sendingSince === undefined ? Infinity : serverNow() - message.sendingSince;
    if (age < tools.timing.reconcileAfterMs && age > -aheadMs) return "wait";
    return (await reconcile(tools, message)) ? "done" : "wait";
  }

  /** The provider may have become busy while the text waited for a slot. */
  async function sendInTurn(message: OutboundMessage, businessNumber: string): Promise<Turn | OutboundMessage> {
    for (;;) {
      const turn = await rate.wait(businessNumber);
      const outcome = await slots(() => (rate.isHeld(businessNumber) ? Promise.resolve(undefined) : send(message, businessNumber, turn)));
      if (outcome !== undefined) return outcome;
    }
  }

  return async (message) => {
    if (message.status === DELIVERY_STATUS.sending && !claims.has(message)) return lookAfter(message);
    const refusal = refusalOf(message, serverNow(), gatewayUserId);
    if (refusal) return refuse(message, refusal, refusal);
    const businessNumber = message.session?.businessNumber ?? "";
    const turn = await sendInTurn(message, businessNumber);
    if (typeof turn === "string") return turn;
    await tools.sleep(tools.timing.lookAgainMs, stopping);
    return (await reconcile(tools, turn)) ? "done" : "wait";
  };
}
