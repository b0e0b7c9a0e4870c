import { randomUUID } from "node:crypto";
import { GatewayError, SmsError, checkSms, deliver } from "../../gateway";
import type { Connection } from "../../gateway";
import { checkContactName, findOrCreateContact } from "../../gateway/contacts";
import { BadRequest } from "./badRequest";
import type { Clock } from "./clock";
import { allow, answerJson, readJson } from "./exchange";
import type { Exchange } from "./exchange";
import { faultExample, readFault } from "./faults";
import type { Faults } from "./faults";
import type { RequestLog } from "./requestLog";
import { findPerson, logins, people } from "./users";

/** The number that is written to where a text names none. */
export const defaultBusinessNumber = "+15550999";

/** What `/sandbox/…` works on. */
export interface Controls {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** The Web API of this very server, as a user. */
  connect(login: string): Connection;
}

const smsExample = { from: "+15550100", to: defaultBusinessNumber, body: "Hi", name: "Jane Doe" };
const clockExample = { advanceSeconds: 900 };
const smsFields = new Set(["from", "to", "body", "name", "id", "receivedAt"]);

/** Answers `/sandbox/…`: clock, faults, request log, the phone. */
export async function sandboxRoute(controls: Controls, exchange: Exchange): Promise<void> {
  switch (exchange.path.replace(/\/$/, "")) {
    case "/sandbox/clock":
      return clockRoute(controls.clock, exchange);
    case "/sandbox/faults":
      return faultsRoute(controls.faults, exchange);
    case "/sandbox/requests": {
      requestsRoute(controls.log, exchange);
      return;
    }
    case "/sandbox/sms":
      return smsRoute(controls, exchange);
    case "/sandbox/users":
      allow(exchange, "GET");
      {
        answerJson(
          exchange,
          200,
          people.map(({ login, id, fullName, roles }) => ({ login, id, fullName, roles })),
        );
        return;
      }
    default:
      throw new BadRequest(404, "Known: /sandbox/clock, /sandbox/faults, /sandbox/requests, /sandbox/sms, /sandbox/users.");
  }
}

async function clockRoute(clock: Clock, exchange: Exchange): Promise<void> {
  allow(exchange, "GET", "POST");
  if (exchange.method === "POST") {
    const { advanceSeconds } = await readJson(exchange, clockExample);
    if (typeof advanceSeconds !== "number" || !(advanceSeconds >= 0) || advanceSeconds > 100 * 366 * 86_400) {
      throw new BadRequest(400, '"advanceSeconds" must be a number of seconds, 0 or more: the clock never goes back.', clockExample);
    }
    clock.advance(advanceSeconds);
  }
  answerJson(exchange, 200, { now: new Date(clock.now()).toISOString(), advancedSeconds: clock.advancedSeconds });
}

async function faultsRoute(faults: Faults, exchange: Exchange): Promise<void> {
  allow(exchange, "GET", "POST", "DELETE");
  if (exchange.method === "POST") {
    faults.add(readFault(await readJson(exchange, faultExample), (login) => findPerson(login) !== undefined));
    answerJson(exchange, 201, faults.list());
    return;
  }
  if (exchange.method === "DELETE") faults.clear();
  answerJson(exchange, 200, faults.list());
}

function requestsRoute(log: RequestLog, exchange: Exchange): void {
  allow(exchange, "GET", "DELETE");
  const user = exchange.query.get("user")?.toLowerCase();
  if (user !== undefined && !findPerson(user)) throw new BadRequest(400, `There is no user "${user}". Users: ${logins}.`);
  if (exchange.method === "DELETE") log.clear();
  answerJson(exchange, 200, log.list(user));
}

/** Whether Dataverse can keep the text: no U+0000, and no half of a surrogate pair, which UTF-8 has no form for. */
function storable(text: string): boolean {
  return !text.includes("\0") && !/\p{Surrogate}/u.test(text);
}

async function smsRoute(controls: Controls, exchange: Exchange): Promise<void> {
  allow(exchange, "POST");
  const body = await readJson(exchange, smsExample);
  const unknown = Object.keys(body).find((field) => !smsFields.has(field));
  if (unknown) throw new BadRequest(400, `Unknown field "${unknown}". Known: ${[...smsFields].join(", ")}.`, smsExample);
  const text = (field: string): string | undefined => {
    const value = body[field] ?? undefined;
    if (value === undefined) return value;
    if (typeof value === "string") {
      if (!storable(value))
        throw new BadRequest(400, `"${field}" has a character that cannot be stored: U+0000, or half an emoji.`, smsExample);
      return value;
    }
    throw new BadRequest(400, `"${field}" must be a text.`, smsExample);
  };
  const from = text("from");
  const message = text("body");
  if (from === undefined || message === undefined) throw new BadRequest(400, 'A text needs "from" and "body".', smsExample);
  const receivedAt = text("receivedAt");
  const sms = {
    id: text("id") ?? `phone-${randomUUID()}`,
    from,
    to: text("to") ?? defaultBusinessNumber,
    body: message,
    receivedAt: new Date(receivedAt ?? controls.clock.now()),
  };
  const name = text("name")?.trim();
  try {
    // A text that cannot be delivered must not leave a contact behind.
    checkSms(sms);
    if (name) checkContactName(name);
    const customer = name ? await findOrCreateContact(controls.connect("root"), name) : undefined;
    const { isNew, ...ids } = await deliver(controls.connect("gateway"), sms, customer);
    answerJson(exchange, isNew ? 201 : 200, ids);
  } catch (error) {
    if (error instanceof SmsError) throw new BadRequest(400, error.message, smsExample);
    if (!(error instanceof GatewayError)) throw error;
    // The gateway could not deliver: as a provider sees it, the message is not taken and will be sent again.
    answerJson(exchange, 502, { error: { message: error.message } });
  }
}
