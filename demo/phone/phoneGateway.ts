import { setTimeout as delay } from "node:timers/promises";
import { GatewayError } from "../../gateway/contract";
import { DELIVERY_STATUS, OUTBOUND, createOutbox } from "../../gateway/outbox";
import type { Outbox } from "../../gateway/outbox";
import type { DeliveryReport } from "../../gateway/provider";
import type { RouteContext, Service } from "../../sandbox";
import { createPhoneProvider } from "./phoneProvider";
import type { Outcomes } from "./outcomes";
import type { Phones } from "./phones";

/** What the gateway of the demonstration works with. */
export interface PhoneGatewayTools {
  readonly phones: Phones;
  readonly outcomes: Outcomes;
}

const MESSAGES = "msgn_message";
const WAITING = `msgn_messages?$select=msgn_messageid&$filter=msgn_direction eq ${OUTBOUND} and (msgn_deliverystatus eq ${DELIVERY_STATUS.queued} or msgn_deliverystatus eq ${DELIVERY_STATUS.sending})&$top=1`;
/** How often it goes on while answers wait, and how often it looks at most, however much is written (ms). */
const LOOK_EVERY = 1_000;
const LOOK_PAUSE = 150;
/** The gateway never looks by itself: it is woken. The longest time that a timer takes (ms). */
const NEVER = 2_147_483_647;
/** Everything is near here: nobody waits as long as for a provider on the other side of the world (ms). */
const TIMING = { handOverWithinMs: 1_000, lookAgainMs: 1_000, reconcileAfterMs: 4_000 };
/** After this long a phone says that it has a text (ms), so that Sent is seen before Delivered. */
const REPORT_AFTER = 800;
/** A gateway that has died is started again after this (ms). */
const RESTART_AFTER = 1_000;
/** A report that the gateway cannot take is told again after this, so many times. */
const REPORT_AGAIN = { ms: 2_000, times: 30 };

/**
 * The gateway of gateway/ in this process, with the phone for a provider. It asks the Web API only while there are answers to send, so that the request log and
 * faults are the agents' while nobody writes.
 */
export function startPhoneGateway({ phones, outcomes }: PhoneGatewayTools, { clock, connect, rows, onChange }: RouteContext): Service {
  const stopping = new AbortController();
  let outbox: Outbox | undefined;
  let timer: NodeJS.Timeout | undefined;
  let due = Infinity;
  let lookedAt = 0;

  const provider = createPhoneProvider({
    phones,
    outcomes,
    now: () => clock.now(),
    report: (report) => void tell(report),
    crash() {
      void outbox?.stop(0);
      outbox = undefined;
      later(RESTART_AFTER);
    },
  });

  function makeOutbox(): Outbox {
    const made = createOutbox({ connection: connect("gateway"), provider, pollMs: NEVER, perSecond: Infinity, timing: TIMING });
    made.start();
    return made;
  }

  function later(ms: number): void {
    const at = performance.now() + ms;
    if (stopping.signal.aborted || at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(look, ms);
  }

  const soon = (): void => later(Math.max(0, lookedAt + LOOK_PAUSE - performance.now()));

  function look(): void {
    due = Infinity;
    lookedAt = performance.now();
    if (outcomes.isResting || rows(WAITING).length === 0) return;
    if (outbox) outbox.wake();
    else outbox = makeOutbox();
    later(LOOK_EVERY);
  }

  async function tell(report: DeliveryReport): Promise<void> {
    for (let time = 0; time < REPORT_AGAIN.times; time++) {
      await delay(time === 0 ? REPORT_AFTER : REPORT_AGAIN.ms, undefined, { ref: false });
      if (stopping.signal.aborted) return;
      // A gateway that has died is there again a moment later.
      if (!outbox) continue;
      try {
        await outbox.report(report);
        return;
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
      }
    }
  }

  const stopListening = [onChange(MESSAGES, soon), outcomes.onChange(soon)];
  soon();
  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      stopListening.forEach((stop) => stop());
      await outbox?.stop(2_000);
    },
  };
}
