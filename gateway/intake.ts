/** What happens to a genuine webhook: an incoming text is delivered to Dataverse, a delivery report is written down. */
import { createBusinessNumbers, GatewayError, SmsError, deliver } from "./contract";
import type { CheckedSms, Connection, Delivery, FindCustomer } from "./contract";
import { createArrivals } from "./arrivals";
import { bugOf } from "./bugOf";
import type { Log } from "./limitedLog";
import type { Metrics } from "./metrics";
import type { ReportOutcome } from "./outbox";
import type { DeliveryReport } from "./provider";
import { say } from "./reply";
import type { Reply } from "./reply";
import { createTurns } from "./turns";

/** Takes what a provider's webhooks bring, and says what to answer. Nothing here rejects. */
export interface Intake {
  /**
   * Delivers an incoming text.
   *
   * @param id the provider's id of the message, for the log
   * @param read gives the text, or throws SmsError where there is none
   * @param done what the provider wants to be answered when Dataverse has the text
   */
  text(id: string, read: () => CheckedSms, done: Reply): Promise<Reply>;
  /** Writes down what became of an answer. */
  report(report: DeliveryReport): Promise<Reply>;
}

/** What the intake of one service works with. */
export interface IntakeTools {
  readonly connection: Connection;
  /** Takes a line for every webhook; it has the message's id, and never its text or a number. */
  readonly log: Log;
  readonly metrics: Metrics;
  /** Called when a text with files was delivered. */
  readonly onMedia: () => void;
  /** Says whose a number is that has no customer yet. */
  readonly findCustomer: FindCustomer;
  /** Writes a report down. @throws GatewayError */
  readonly writeReport: (report: DeliveryReport) => Promise<ReportOutcome>;
}

/**
 * The intake of one service. The texts of one customer are delivered in the order in which they came; how long one may take
 * (`patienceMs`) includes the wait for those before it.
 */
export function createIntake({ connection, log, metrics, findCustomer, onMedia, writeReport }: IntakeTools): Intake {
  const inTurn = createTurns();
  const arrivals = createArrivals();
  const numbers = createBusinessNumbers(connection);

  /** The patience counts from when this text came, so that the wait for earlier texts is part of it. */
  function deliverInTurn(sms: CheckedSms): Promise<Delivery> {
    const came = Date.now();
    const first = arrivals.first(sms.id, came);
    const giveUpAt = came + (connection.patienceMs ?? Infinity);
    return inTurn(sms.from, () => {
      const patienceMs = giveUpAt - Date.now();
      if (patienceMs <= 0) throw new GatewayError(0, "An earlier text of this customer has taken all the time.");
      const timed = first < came ? { ...sms, waitedMs: Date.now() - first } : sms;
      return deliver({ ...connection, patienceMs }, timed, findCustomer, numbers);
    });
  }

  /** One line, and one more in the count. */
  function note(kind: "text" | "report", id: string, line: string, outcome: string): void {
    metrics.add("gateway_webhooks_total", { kind, outcome });
    log(`${id}: ${line}`, { event: kind, provider_id: id, outcome });
  }

  return {
    async text(id, read, done) {
      try {
        const sms = read();
        const { isNew, sessionId } = await deliverInTurn(sms);
        note("text", id, isNew ? `delivered to session ${sessionId}` : "was delivered before", isNew ? "delivered" : "repeated");
        if (sms.files.length > 0) onMedia();
        arrivals.forget(sms.id);
        return done;
      } catch (error) {
        const { reply, line } = failure(error);
        note("text", id, line, String(reply.status));
        return reply;
      }
    },
    async report(report) {
      try {
        const outcome = await writeReport(report);
        note("report", report.providerId, outcome === "unknown" ? "a report of a message that is not here" : report.state, outcome);
        return say(200, "Thank you.");
      } catch (error) {
        const { reply, line } = failure(error);
        note("report", report.providerId, line, String(reply.status));
        return reply;
      }
    },
  };
}

/** What is answered and logged. By the message's id it is found again at the provider, whose log also keeps the answer. */
function failure(error: unknown): { readonly reply: Reply; readonly line: string } {
  if (error instanceof SmsError) {
    // Its message quotes what was sent.
    const reason = reasons[error.field] ?? `Its ${error.field} does not fit.`;
    return { reply: say(400, error.message), line: `refused with 400, and lost. ${reason}` };
  }
  if (error instanceof GatewayError) {
    // Busy, or away for a moment: 503. A refusal that somebody has to look into: 502. The provider may send both again.
    const isTemporary = error.status === 0 || error.status === 429 || error.status >= 500;
    const reply = say(isTemporary ? 503 : 502, "Dataverse has not taken the message. Send it again.");
    return { reply, line: `not delivered. ${withoutNumbers(error.message)}` };
  }
  return { reply: say(500, "An unexpected error. Send it again."), line: `500, not delivered. ${bugOf(error)}` };
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
