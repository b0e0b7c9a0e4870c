/** The HTTP service that takes the webhooks. */
import http from "node:http";
import { bugOf } from "./bugOf";
import { countFields, defaultLimits } from "./limits";
import type { Limits } from "./limits";
import { createLimitedLog } from "./limitedLog";
import type { Log } from "./limitedLog";
import { SenderGone, readBody } from "./readBody";
import { say } from "./reply";
import type { Reply } from "./reply";
import type { Webhook } from "./webhook";

/** What the service is made of. */
export interface ServiceOptions {
  readonly webhooks: readonly Webhook[];
  /** What anybody may `GET`: `/health`, `/ready`, `/metrics`. */
  readonly pages?: ReadonlyMap<string, () => Promise<Reply> | Reply>;
  /** Takes one line: what happened to a message. Never its text, never a whole number. */
  readonly log?: Log;
  /** Instead of the usual ones. */
  readonly limits?: Partial<Limits>;
}

const maxHeaderBytes = 16 * 1024;
/** How often slow senders are looked for: a limit may be passed by so much. */
const checkEveryMs = 1_000;

const contents = {
  form: [/^application\/x-www-form-urlencoded\s*(;|$)/i, "Expected is a form (Content-Type: application/x-www-form-urlencoded)."],
  json: [/^application\/([\w.-]+\+)?json\s*(;|$)/i, "Expected is JSON (Content-Type: application/json)."],
} as const;

/** The service: `POST` on the paths of the webhooks, `GET` on those of the pages. */
export function createService(options: ServiceOptions): http.Server {
  const limits = { ...defaultLimits, ...options.limits };
  const log = options.log ?? (() => undefined);
  // What strangers can cause has a limit; what a provider has signed is always written down.
  const refusals = createLimitedLog(log, limits.refusalsPerMinute);
  const webhooks = new Map(options.webhooks.map((webhook) => [webhook.path, webhook]));
  const [first] = options.webhooks;

  async function answer(request: http.IncomingMessage): Promise<Reply> {
    const url = request.url ?? "/";
    const [path = "/", query = ""] = url.split("?");
    if (request.rawHeaders.length / 2 > limits.headers) return say(431, `At most ${limits.headers} headers.`);
    const page = options.pages?.get(path);
    if (page) return page();
    const webhook = webhooks.get(path);
    if (!webhook) return say(404, first ? `There is nothing here. ${first.what} is ${first.path}.` : "There is nothing here.");
    if (request.method !== "POST") return say(405, `${webhook.what} is called by POST.`);
    const [type, expected] = contents[webhook.content];
    if (!type.test(request.headers["content-type"] ?? "")) return say(400, expected);
    const maxBytes = webhook.maxBytes ?? limits.bodyBytes;
    const body = await readBody(request, maxBytes);
    if (body === undefined) return say(413, `At most ${maxBytes} bytes.`);
    if (webhook.content === "form" && countFields(body) > limits.fields) return say(413, `At most ${limits.fields} fields.`);
    const call = { url, query: new URLSearchParams(query), headers: request.headers, body };
    if (!webhook.isGenuine(call)) {
      refusals.log(`403: ${webhook.refusal}`, { event: "not_genuine", status: 403 });
      return say(403, "The signature is missing or wrong.");
    }
    return webhook.take(call);
  }

  /** Undefined: there is nobody left to answer. */
  function failed(error: unknown): Reply | undefined {
    if (error instanceof SenderGone) {
      refusals.log("408: a sender went away, or took too long, before the whole request was here.", { event: "sender_gone", status: 408 });
      return undefined;
    }
    refusals.log(`500: ${bugOf(error)}`, { event: "unexpected", status: 500 });
    return say(500, "An unexpected error. Send it again.");
  }

  const server = http.createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: limits.headersMs,
      // For headers and body: who is not done by then is answered with 408 and cut off, by Node itself.
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: Math.min(checkEveryMs, limits.headersMs),
    },
    (request, response) => {
      answer(request)
        .catch(failed)
        .then((reply) => {
          if (!reply) return;
          // What is left of a body that was not read must not be taken for the next request; and a service that ends waits for no other.
          if (!request.complete || !server.listening) response.setHeader("Connection", "close");
          const { status, type, body } = reply;
          response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Content-Length": Buffer.byteLength(body) }).end(body);
        })
        .catch(() => request.socket.destroy());
    },
  );
  server.on("close", refusals.flush);
  return server;
}
