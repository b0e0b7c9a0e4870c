/** The webhook that Event Grid calls with texts and delivery reports of Azure Communication Services. */
import { SmsError } from "../../contract";
import type { Intake } from "../../intake";
import { say } from "../../reply";
import type { Reply } from "../../reply";
import { hasSecret } from "../../sharedSecret";
import type { Webhook } from "../../webhook";
import { readEvents } from "./events";
import type { AzureEvent } from "./events";

/** Event Grid sends at most 1 MB at once. */
const maxBytes = 1024 * 1024;

/** @param publicUrl the address that Event Grid calls; the secret stands in its query (`code`) or in a header */
export function createAzureWebhook(publicUrl: string, secret: string, intake: Intake): Webhook {
  const done = say(200, "Thank you.");

  async function takeEvent(event: AzureEvent): Promise<Reply> {
    if (event.kind === "text") return intake.text(event.id, event.read, done);
    return event.kind === "report" ? intake.report(event.report) : done;
  }

  return {
    path: new URL(publicUrl).pathname,
    what: "Event Grid's webhook",
    content: "json",
    maxBytes,
    isGenuine: (call) => hasSecret(call, secret),
    refusal: "a call without the secret. Is EVENT_GRID_SECRET the one in the address at Event Grid?",
    async take({ body }) {
      try {
        const events = readEvents(body);
        const validation = events.find(({ kind }) => kind === "validation");
        if (validation?.kind === "validation") {
          return { status: 200, type: "application/json", body: JSON.stringify({ validationResponse: validation.code }) };
        }
        const replies: Reply[] = [];
        // One after the other: the texts of a customer are kept in their order.
        for (const event of events) replies.push(await takeEvent(event));
        return answerOf(replies) ?? done;
      } catch (error) {
        if (error instanceof SmsError) return say(400, error.message);
        throw error;
      }
    },
  };
}

/** For all events at once: where one may be sent again, all are. What was taken already is not taken twice. */
function answerOf(replies: readonly Reply[]): Reply | undefined {
  return replies.find(({ status }) => status >= 500) ?? replies.find(({ status }) => status >= 400) ?? replies[0];
}
