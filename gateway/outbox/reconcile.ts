/** Finds out what became of a message that was perhaps handed over. */
import type { HandedOver } from "../provider";
import { DELIVERY_STATUS } from "./deliveryStatus";
import { findByProviderId } from "./outboundMessage";
import type { OutboundMessage } from "./outboundMessage";
import { outboundSms } from "./outboundSms";
import type { OutboxTools } from "./outboxTools";
import { settle } from "./settle";
import { writeMessage } from "./writeMessage";
import { writeReport } from "./writeReport";

/** Clocks of the provider and of Dataverse may differ by so much. */
const clockDifferenceMs = 30_000;
/** How long a provider that cannot be asked is asked again; then a person decides. */
const giveUpAfterMs = 10 * 60_000;

/** Whether it is written what became of the message, or that a person has to decide; false: it is looked at again later. */
export async function reconcile(tools: OutboxTools, message: OutboundMessage): Promise<boolean> {
  const { provider, connection, metrics, log, serverNow } = tools;
  let found: readonly HandedOver[];
  try {
    found = await candidates(tools, message);
  } catch (error) {
    // Somebody waits for the answer to Check; after a crash nobody does.
    const isPatient = message.sendingSince !== undefined && serverNow() - message.sendingSince < giveUpAfterMs;
    const line = `${message.id}: ${provider.name} could not be asked what became of it. ${error instanceof Error ? error.name : ""}`;
    log(line, { message: message.id, event: "reconcile_failed" });
    if (isPatient) return false;
    found = [];
  }
  const [only, ...more] = found;
  if (only && more.length === 0) {
    await settle(tools, message.id, "its state", () => writeReport(connection, { ...only, messageId: message.id }, tools.log));
    metrics.add("gateway_answers_total", { outcome: "found" });
    log(`${message.id}: ${provider.name} has it (${only.state})`, { message: message.id, event: "found", provider_id: only.providerId });
    return true;
  }
  // Not there, or several that might be it. It may be on its way all the same: never sent again on a guess.
  const changes = { msgn_deliverystatus: DELIVERY_STATUS.unconfirmed, msgn_deliveryerror: null };
  const outcome = await settle(tools, message.id, "Unconfirmed", () => writeMessage(connection, message, changes));
  if (outcome === "written") {
    metrics.add("gateway_answers_total", { outcome: "unconfirmed" });
    log(`${message.id}: unconfirmed. ${provider.name} does not show it.`, {
      message: message.id,
      event: "unconfirmed",
      candidates: found.length,
    });
  }
  return outcome === "written";
}

/** What the provider has that may be this message, and is not known to be another one. */
async function candidates({ provider, connection }: OutboxTools, message: OutboundMessage): Promise<readonly HandedOver[]> {
  const sms = outboundSms(message);
  if (!sms) return [];
  const { sendingSince } = message;
  const all = await provider.find(sms, (sendingSince ?? message.createdOn) - clockDifferenceMs);
  // A message that was sent again has an earlier try that failed. When the last try began is not known where somebody asks to check.
  const possible = sendingSince === undefined ? all.filter(({ state }) => state !== "failed") : all;
  const others = await Promise.all(possible.map(({ providerId }) => findByProviderId(connection, providerId)));
  return possible.filter((_, index) => others[index] === undefined || others[index].id === message.id);
}
