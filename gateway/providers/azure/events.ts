/** Events of Azure Communication Services as Event Grid brings them (Event Grid schema). */
import { SmsError, checkSms } from "../../contract";
import type { CheckedSms } from "../../contract";
import type { DeliveryReport, ReportedState } from "../../provider";
import { saysOptedOut } from "./saysOptedOut";
import { readTag } from "./tag";

/** One event: a text came in, what became of one that went out, or Event Grid asks whether the address is ours. */
export type AzureEvent =
  | { readonly kind: "text"; readonly id: string; readonly read: () => CheckedSms }
  | { readonly kind: "report"; readonly report: DeliveryReport }
  | { readonly kind: "validation"; readonly code: string }
  | { readonly kind: "other" };

type Data = Readonly<Record<string, unknown>>;

/** The events of a call's body. @throws SmsError for a body that is no list of events */
export function readEvents(body: string): readonly AzureEvent[] {
  let events: unknown;
  try {
    events = JSON.parse(body);
  } catch {
    throw new SmsError("id", "Expected is JSON: a list of events in the Event Grid schema.");
  }
  if (!Array.isArray(events) || !events.every(isObject)) throw new SmsError("id", "Expected is a list of events in the Event Grid schema.");
  return events.map((event) => eventOf(String(event["eventType"]), isObject(event["data"]) ? event["data"] : {}));
}

function eventOf(type: string, data: Data): AzureEvent {
  const text = (name: string): string => (typeof data[name] === "string" ? data[name] : "");
  switch (type) {
    case "Microsoft.EventGrid.SubscriptionValidationEvent":
      return { kind: "validation", code: text("validationCode") };
    case "Microsoft.Communication.SMSReceived":
      return { kind: "text", id: idOf(text("messageId")), read: () => readText(data, text) };
    case "Microsoft.Communication.SMSDeliveryReportReceived":
      return reportOf(text);
    default:
      return { kind: "other" };
  }
}

function readText(data: Data, text: (name: string) => string): CheckedSms {
  const receivedAt = new Date(text("receivedTimestamp"));
  return checkSms({ id: text("messageId"), from: text("from"), to: text("to"), body: text("message"), receivedAt });
}

const states: Readonly<Record<string, ReportedState>> = {
  delivered: "delivered",
  failed: "failed",
  undelivered: "failed",
  undeliverable: "failed",
  rejected: "failed",
  expired: "failed",
};

function reportOf(text: (name: string) => string): AzureEvent {
  const state = states[text("deliveryStatus").toLowerCase()];
  const providerId = text("messageId");
  if (state === undefined || providerId === "" || providerId.length > 100) return { kind: "other" };
  const details = text("deliveryStatusDetails");
  const error = state !== "failed" ? "" : saysOptedOut(details) ? "optedOut" : details || text("deliveryStatus");
  return { kind: "report", report: { providerId, state, ...readTag(text("tag")), ...(error === "" ? {} : { error }) } };
}

/** An id for the log: nothing else may stand in its place. */
function idOf(given: string): string {
  return /^[\w.-]{1,100}$/.test(given) ? given : "an event without a messageId";
}

const isObject = (value: unknown): value is Data => typeof value === "object" && value !== null && !Array.isArray(value);
