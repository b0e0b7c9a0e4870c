/** The HTTP service that takes the provider's webhooks. */
import http from "node:http";
import { createIntake } from "./intake";
import { countFields, defaultLimits } from "./limits";
import type { Limits } from "./limits";
import { createLimitedLog } from "./limitedLog";
import type { Log } from "./limitedLog";
import { SenderGone, readBody } from "./readBody";
import { say } from "./reply";
import type { Reply } from "./reply";
import { HEALTH_PATH } from "./settings";
import type { Settings } from "./settings";
import { isFromTwilio } from "./providers/twilio/signature";

/** What the service does with settings and log. */
export type ServiceOptions = Pick<Settings, "connection" | "publicUrl" | "twilioAuthToken"> & {
  /** Takes one line: what happened to a message. Never its text, never a whole number. */
  readonly log?: Log;
  /** Instead of the usual ones. */
  readonly limits?: Partial<Limits>;
};

const maxHeaderBytes = 16 * 1024;
/** How often slow senders are looked for: a limit may be passed by so much. */
const checkEveryMs = 1_000;

/**
 * The service: `POST` on the path of `publicUrl` takes Twilio's webhooks, `GET /health` says that it runs. It answers 200 when
 * Dataverse has the message, 5xx when it may be sent again, 4xx when it must not.
 */
export function createService(options: ServiceOptions): http.Server {
  const webhookPath = new URL(options.publicUrl).pathname;
  const limits = { ...defaultLimits, ...options.limits };
  const log = options.log ?? (() => undefined);
  // What strangers can cause has a limit; what Twilio has signed is always written down.
  const refusals = createLimitedLog(log, limits.refusalsPerMinute);
  const take = createIntake(options.connection, log);

  async function answer(request: http.IncomingMessage): Promise<Reply> {
    const [path] = (request.url ?? "/").split("?");
    if (request.rawHeaders.length / 2 > limits.headers) return say(431, `At most ${limits.headers} headers.`);
    if (path === HEALTH_PATH) return say(200, "ok");
    if (path !== webhookPath) return say(404, `There is nothing here. Twilio's webhook is ${webhookPath}.`);
    if (request.method !== "POST") return say(405, "Set the webhook's method to POST at Twilio.");
    if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers["content-type"] ?? "")) {
      return say(400, "Expected is a form (Content-Type: application/x-www-form-urlencoded), as Twilio sends it.");
    }
    const body = await readBody(request, limits.bodyBytes);
    if (body === undefined) return say(413, `At most ${limits.bodyBytes} bytes.`);
    if (countFields(body) > limits.fields) return say(413, `At most ${limits.fields} fields.`);
    const form = new URLSearchParams(body);
    const signature = request.headers["x-twilio-signature"];
    if (typeof signature !== "string" || !isFromTwilio(options.twilioAuthToken, options.publicUrl, form, signature)) {
      refusals.log("403: a signature that is not Twilio's. Are PUBLIC_URL and TWILIO_AUTH_TOKEN those of the console?");
      return say(403, "The signature is missing or wrong.");
    }
    return take(form);
  }

  /** Undefined: there is nobody left to answer. */
  function failed(error: unknown): Reply | undefined {
    if (error instanceof SenderGone) {
      refusals.log("408: a sender went away, or took too long, before the whole request was here.");
      return undefined;
    }
    refusals.log(`500: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return say(500, "An unexpected error. Send it again.");
  }

  const server = http.createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: limits.headersMs,
      // For headers and body: who is not done by then is answered with 408 and cut off, by Node itself.
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: Math.min(checkEveryMs, limits.headersMs),
    },
    (request, response) => {
      answer(request)
        .catch(failed)
        .then((reply) => {
          if (!reply) return;
          // What is left of a body that was not read must not be taken for the next request.
          if (!request.complete) response.setHeader("Connection", "close");
          const { status, type, body } = reply;
          response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Content-Length": Buffer.byteLength(body) }).end(body);
        })
        .catch(() => request.socket.destroy());
    },
  );
  server.on("close", refusals.flush);
  return server;
}
