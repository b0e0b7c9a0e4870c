/** Twilio's two webhooks: a text came in, and what became of one that went out. */
import type { Intake } from "../../intake";
import { say } from "../../reply";
import type { Webhook, WebhookCall } from "../../webhook";
import { isFromTwilio } from "./signature";
import { readStatus } from "./statusCallback";
import { emptyTwiml, messageSidOf, readWebhook } from "./webhook";

/** How Twilio is to deliver a webhook: again, up to five times, after 5xx and where no connection could be made or it took too long. */
export const CONNECTION_OVERRIDES = "#rc=5&rp=5xx,ct,rt";

/**
 * @param publicUrl the address of the webhook of incoming texts exactly as it is configured at Twilio; status callbacks go to `/status` below it
 */
export function createTwilioWebhooks(publicUrl: string, authToken: string, intake: Intake): readonly Webhook[] {
  const path = new URL(publicUrl).pathname;
  const isGenuine = (url: string, { headers, body }: WebhookCall): boolean => {
    const signature = headers["x-twilio-signature"];
    return typeof signature === "string" && isFromTwilio(authToken, url, new URLSearchParams(body), signature);
  };
  const common = {
    content: "form" as const,
    refusal: "a signature that is not Twilio's. Are PUBLIC_URL and TWILIO_AUTH_TOKEN those of the console?",
  };
  return [
    {
      ...common,
      path,
      what: "Twilio's webhook",
      isGenuine: (call) => isGenuine(publicUrl, call),
      take({ body }) {
        const form = new URLSearchParams(body);
        const done = { status: 200, type: "text/xml" as const, body: emptyTwiml };
        return intake.text(messageSidOf(form) ?? "a webhook without a MessageSid", () => readWebhook(form), done);
      },
    },
    {
      ...common,
      path: statusPath(path),
      what: "Twilio's status callback",
      // Its query is the gateway's own, different for each message.
      isGenuine: (call) => isGenuine(`${new URL(publicUrl).origin}${call.url}${CONNECTION_OVERRIDES}`, call),
      take({ body, query }) {
        const report = readStatus(new URLSearchParams(body), query);
        return report ? intake.report(report) : Promise.resolve(say(200, "This says nothing new."));
      },
    },
  ];
}

/** The address that Twilio calls with the state of one message. */
export function statusCallbackUrl(publicUrl: string, messageId: string, claimedAt: number): string {
  const url = new URL(publicUrl);
  url.pathname = statusPath(url.pathname);
  url.hash = "";
  url.searchParams.set("message", messageId);
  url.searchParams.set("claimed", String(claimedAt));
  return url.href + CONNECTION_OVERRIDES;
}

const statusPath = (path: string): string => `${path.replace(/\/$/, "")}/status`;
