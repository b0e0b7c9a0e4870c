/** The HTTP service that takes the provider's webhooks. */
import http from "node:http";
import { GatewayError, SmsError, deliver } from "./contract";
import type { Delivery, InboundSms } from "./contract";
import type { Settings } from "./settings";
import { isFromTwilio } from "./providers/twilio/signature";
import { emptyTwiml, readWebhook } from "./providers/twilio/webhook";

/** What the service does with settings and log. */
export type ServiceOptions = Pick<Settings, "connection" | "publicUrl" | "twilioAuthToken"> & {
  /** Takes one line: what happened to a message. Never its text, never a whole number. */
  readonly log?: (line: string) => void;
};

/** A Twilio webhook has some twenty short fields; its text has at most 1,600 characters. */
const maxBodyBytes = 64 * 1024;

interface Reply {
  readonly status: number;
  readonly type: "text/plain" | "text/xml";
  readonly body: string;
}

const say = (status: number, body: string): Reply => ({ status, type: "text/plain", body: `${body}\n` });

/**
 * The service: `POST` on the path of `publicUrl` takes Twilio's webhooks, `GET /health` says that it runs. It answers 200 when
 * Dataverse has the message, 5xx when it may be sent again, 403 and 400 when it must not.
 */
export function createService(options: ServiceOptions): http.Server {
  const webhookPath = new URL(options.publicUrl).pathname;
  const log = options.log ?? (() => undefined);

  async function answer(request: http.IncomingMessage): Promise<Reply> {
    const [path] = (request.url ?? "/").split("?");
    if (path === "/health") return say(200, "ok");
    if (path !== webhookPath) return say(404, `There is nothing here. Twilio's webhook is ${webhookPath}.`);
    if (request.method !== "POST") return say(405, "Set the webhook's method to POST at Twilio.");
    if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers["content-type"] ?? "")) {
      return say(400, "Expected is a form (Content-Type: application/x-www-form-urlencoded), as Twilio sends it.");
    }
    const body = await readBody(request);
    if (body === undefined) return say(413, `At most ${maxBodyBytes} bytes.`);
    const form = new URLSearchParams(body);
    const signature = request.headers["x-twilio-signature"];
    if (typeof signature !== "string" || !isFromTwilio(options.twilioAuthToken, options.publicUrl, form, signature)) {
      log("403: a signature that is not Twilio's. Are PUBLIC_URL and TWILIO_AUTH_TOKEN those of the console?");
      return say(403, "The signature is missing or wrong.");
    }
    return take(form);
  }

  async function take(form: URLSearchParams): Promise<Reply> {
    let sms: InboundSms;
    try {
      sms = readWebhook(form, new Date());
    } catch (error) {
      if (!(error instanceof SmsError)) throw error;
      // The reason contains what was sent; Twilio's own log keeps the answer.
      log("400: a webhook that is no SMS from a phone number to another. The answer says why.");
      return say(400, error.message);
    }
    try {
      log(`${sms.id}: ${outcome(await deliver(options.connection, sms))}`);
      return { status: 200, type: "text/xml", body: emptyTwiml };
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      log(`${sms.id}: not delivered. ${error.message}`);
      // Busy, or away for a moment: 503. A refusal that somebody has to look into: 502. Twilio may send both again.
      const isTemporary = error.status === 0 || error.status === 429 || error.status >= 500;
      return say(isTemporary ? 503 : 502, "Dataverse has not taken the message. Send it again.");
    }
  }

  return http.createServer((request, response) => {
    answer(request)
      .catch((error: unknown) => {
        log(`500: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return say(500, "An unexpected error. Send it again.");
      })
      .then(({ status, type, body }) => {
        // What is left of a body that was not read must not be taken for the next request.
        if (!request.complete) response.setHeader("Connection", "close");
        response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Content-Length": Buffer.byteLength(body) }).end(body);
      })
      .catch(() => request.socket.destroy());
  });
}

function outcome({ isNew, sessionId }: Delivery): string {
  return isNew ? `delivered to session ${sessionId}` : "was delivered before";
}

/** The body; undefined when it is too long. Rejects when the sender goes away. */
async function readBody(request: http.IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
