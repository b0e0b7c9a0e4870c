/** Dataverse's webhook: a message was written, look at once. */
import { hasSecret } from "./sharedSecret";
import { say } from "./reply";
import type { Webhook } from "./webhook";

/** Where Dataverse calls. */
export const WAKE_PATH = "/dataverse";

/** Dataverse sends up to 256 kB of context; what is larger it leaves out and says so. */
const maxBytes = 300 * 1024;

/**
 * The webhook that an administrator may register for messages that are created or changed. The call wakes the outbox and says nothing else: what is to
 * be done is read from Dataverse.
 *
 * @param wake is told who made the change (a row id), where the call says so
 */
export function createWakeWebhook(secret: string, wake: (by?: string) => void): Webhook {
  return {
    path: WAKE_PATH,
    what: "Dataverse's webhook",
    content: "json",
    maxBytes,
    isGenuine: (call) => hasSecret(call, secret),
    refusal: "a call of Dataverse's webhook without the secret. Is DATAVERSE_WEBHOOK_SECRET the one that was registered?",
    take({ body }) {
      wake(changedBy(body));
      return Promise.resolve(say(200, "Thank you."));
    },
  };
}

/** `InitiatingUserId` of the RemoteExecutionContext; undefined where the body is something else. */
function changedBy(body: string): string | undefined {
  try {
    const { InitiatingUserId: by } = JSON.parse(body) as { InitiatingUserId?: unknown };
    return typeof by === "string" ? by : undefined;
  } catch {
    return undefined;
  }
}
