/** What happens to a webhook that Twilio has signed. */
import { GatewayError, SmsError, deliver } from "./contract";
import type { CheckedSms, Connection, Delivery } from "./contract";
import { createArrivals } from "./arrivals";
import type { Log } from "./limitedLog";
import { emptyTwiml, messageSidOf, readWebhook } from "./providers/twilio/webhook";
import { say } from "./reply";
import type { Reply } from "./reply";
import { createTurns } from "./turns";

/** Delivers the message of a signed webhook, and says how it went. Never rejects. */
export type Intake = (form: URLSearchParams) => Promise<Reply>;

/**
 * The intake of one service. The texts of one customer are delivered in the order in which they came; how long one may take
 * (`patienceMs`) includes the wait for those before it.
 *
 * @param log takes a line for every webhook; it has the message's id, and never its text or a number
 */
export function createIntake(connection: Connection, log: Log): Intake {
  const inTurn = createTurns();
  const arrivals = createArrivals();

  /** The patience counts from when this text came, so that the wait for earlier texts is part of it. */
  function deliverInTurn(sms: CheckedSms): Promise<Delivery> {
    const came = Date.now();
    const first = arrivals.first(sms.id, came);
    const giveUpAt = came + (connection.patienceMs ?? Infinity);
    return inTurn(sms.from, () => {
      const patienceMs = giveUpAt - Date.now();
      if (patienceMs <= 0) throw new GatewayError(0, "An earlier text of this customer has taken all the time.");
      return deliver({ ...connection, patienceMs }, first < came ? { ...sms, waitedMs: Date.now() - first } : sms);
    });
  }

  return async (form) => {
    const sid = messageSidOf(form) ?? "a webhook without a MessageSid";
    try {
      const sms = readWebhook(form);
      log(`${sid}: ${outcome(await deliverInTurn(sms))}`);
      arrivals.forget(sms.id);
      return { status: 200, type: "text/xml", body: emptyTwiml };
    } catch (error) {
      const { reply, line } = failure(error);
      log(`${sid}: ${line}`);
      return reply;
    }
  };
}

/** What is answered and logged. By the message's id it is found again at Twilio, whose log also keeps the answer. */
function failure(error: unknown): { readonly reply: Reply; readonly line: string } {
  if (error instanceof SmsError) {
    // Its message quotes what was sent.
    const reason = reasons[error.field] ?? `Its ${error.field} does not fit.`;
    return { reply: say(400, error.message), line: `refused with 400, and lost. ${reason}` };
  }
  if (error instanceof GatewayError) {
    // Busy, or away for a moment: 503. A refusal that somebody has to look into: 502. Twilio may send both again.
    const isTemporary = error.status === 0 || error.status === 429 || error.status >= 500;
    const reply = say(isTemporary ? 503 : 502, "Dataverse has not taken the message. Send it again.");
    return { reply, line: `not delivered. ${withoutNumbers(error.message)}` };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { reply: say(500, "An unexpected error. Send it again."), line: `500, not delivered. ${stack}` };
}

/**
 * What Dataverse answered, as a part of a line: a page of several lines must not look like lines of ours, and what it repeats of a customer's number is not
 * for the log. Numbers of that length are nothing that helps to find the cause.
 */
function withoutNumbers(answer: string): string {
  return answer.replace(/\s+/g, " ").replace(/\+?\d{7,}/g, "…");
}

/** Why a message was refused, without what was in it. */
const reasons: Readonly<Record<string, string>> = {
  id: "It has no id of a message.",
  from: "Its sender is no phone number that could be answered: a short code, a name, withheld, or another channel's address.",
  to: "It was sent to what is no phone number.",
  body: "Its text is too long.",
};

function outcome({ isNew, sessionId }: Delivery): string {
  return isNew ? `delivered to session ${sessionId}` : "was delivered before";
}
