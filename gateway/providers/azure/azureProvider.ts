/** Azure Communication Services as a provider, by its SDK. */
import { SmsClient } from "@azure/communication-sms";
import type { OutboundSms, Provider, SendOutcome } from "../../provider";
import { neverConnected } from "../neverConnected";
import { saysOptedOut } from "./saysOptedOut";
import { tagOf } from "./tag";

const timeoutMs = 15_000;

/**
 * Makes the provider; nothing is asked yet. It keeps no list of texts that could be asked: what became of one is told by its delivery report alone, which brings our
 * tag back.
 *
 * @param connectionString of the resource: `endpoint=https://…;accesskey=…`; http for a test double on this machine alone
 */
export function createAzureProvider(connectionString: string): Provider {
  // The SDK would send again by itself after a 5xx: whether that makes two texts is for nobody to guess.
  const options = { retryOptions: { maxRetries: 0 }, allowInsecureConnection: /^endpoint=http:/i.test(connectionString) };
  const client = new SmsClient(connectionString, options);

  async function send(sms: OutboundSms): Promise<SendOutcome> {
    try {
      const request = { from: sms.from, to: [sms.to], message: sms.body };
      const options = { enableDeliveryReport: true, tag: tagOf(sms), abortSignal: AbortSignal.timeout(timeoutMs) };
      const [result] = await client.send(request, options);
      if (!result) return { kind: "unknown", reason: "Its answer has no result." };
      const { successful, messageId, httpStatusCode: status, errorMessage } = result;
      if (!successful) return outcomeOf(status, errorMessage ?? "");
      return messageId === undefined ? { kind: "unknown", reason: "Its answer has no id." } : { kind: "accepted", providerId: messageId };
    } catch (error) {
      return failure(error);
    }
  }

  return { name: "azure", send, find: () => Promise.resolve([]) };
}

/** What is used of the SDK's `RestError`, of an answer that is no success. */
interface AzureError {
  readonly statusCode?: number;
  readonly code?: string;
  readonly message: string;
  readonly response?: { readonly headers: { get(name: string): string | undefined } };
}

function failure(error: unknown): SendOutcome {
  if (!(error instanceof Error)) return { kind: "unknown", reason: "no answer" };
  const { statusCode, code = "no answer", message, response }: AzureError = error;
  if (statusCode === undefined) return neverConnected(code) ? { kind: "busy", reason: code } : { kind: "unknown", reason: code };
  return outcomeOf(statusCode, message, Number(response?.headers.get("retry-after") ?? NaN) * 1000);
}

function outcomeOf(status: number, message: string, retryAfterMs = NaN): SendOutcome {
  if (status === 429) return { kind: "busy", reason: "429", ...(Number.isFinite(retryAfterMs) ? { retryAfterMs } : {}) };
  if (status === 401 || status === 403) return { kind: "busy", reason: `${status}: is AZURE_COMMUNICATION_CONNECTION_STRING right?` };
  if (status >= 500 || status === 408) return { kind: "unknown", reason: String(status) };
  return { kind: "refused", reason: `${status}: ${message}`.trim(), ...(saysOptedOut(message) ? { optedOut: true } : {}) };
}
