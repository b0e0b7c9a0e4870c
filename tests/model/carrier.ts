/** The SMS provider and the phones behind it: what it was handed, what it answers, and what it tells later. */
import type { DeliveryReport, HandedOver, OutboundSms, Provider, SendOutcome } from "../../gateway/provider";

/**
 * What becomes of a text. `deliver`, `sent`: it is taken, and reported delivered or not at all; `fail`: taken, and reported as failed; `refuse`, `optedOut`: it is never taken;
 * `busy`: not now; `lost`, `taken`: no answer, and it does not have it, or does; `crash`: it has it, and the gateway dies before it hears of that.
 */
export type CarrierOutcome = "deliver" | "sent" | "fail" | "refuse" | "optedOut" | "busy" | "lost" | "taken" | "crash";

/** A text that it has taken. */
interface Taken extends HandedOver {
  readonly sms: OutboundSms;
  readonly at: number;
  readonly failed: boolean;
}

/** The provider, as the world sees it. */
export interface Carrier {
  /** All texts that it has taken, in order. */
  readonly taken: readonly Taken[];
  /** What becomes of the next text; `deliver` when nothing is said. */
  expect(outcome: CarrierOutcome): void;
  /** For one instance of the gateway. @param die what a crash is */
  providerFor(die: () => void): Provider;
}

/** What it works with. */
export interface CarrierParts {
  /** The server's clock (ms). */
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => void;
  /** Hears of every text at the moment at which it is handed over. */
  readonly onHandOver: (sms: OutboundSms) => void;
  /** Tells the gateway what became of a text; resolves to whether it has heard. */
  readonly tell: (report: DeliveryReport) => Promise<boolean>;
}

const REPORT_AFTER = 1_500;
const TELL_AGAIN_AFTER = 4_000;
const MOST_TELLS = 6;

/** Makes it. */
export function createCarrier({ now, after, onHandOver, tell }: CarrierParts): Carrier {
  const taken: Taken[] = [];
  const outcomes: CarrierOutcome[] = [];

  function take(sms: OutboundSms, outcome: CarrierOutcome): HandedOver {
    const handed: HandedOver = { providerId: `out-${taken.length + 1}`, state: "sent", segments: 1 };
    const failed = outcome === "fail";
    taken.push({ ...handed, sms, at: now(), failed });
    const report: DeliveryReport = {
      ...handed,
      state: failed ? "failed" : "delivered",
      ...(failed ? { error: "30003: Unreachable destination handset" } : {}),
      messageId: sms.id,
      claimedAt: sms.claimedAt,
    };
    if (outcome !== "sent") after(REPORT_AFTER, () => void report_(report, 1));
    return handed;
  }

  /** It tells again what was not heard; a report that was heard may come twice all the same. */
  async function report_(report: DeliveryReport, tries: number): Promise<void> {
    const isHeard = await tell(report);
    if ((!isHeard || tries === 1) && tries < MOST_TELLS) after(TELL_AGAIN_AFTER, () => void report_(report, tries + 1));
  }

  function answer(sms: OutboundSms, outcome: CarrierOutcome): SendOutcome {
    switch (outcome) {
      case "refuse":
        return { kind: "refused", reason: "21211: not a valid number" };
      case "optedOut":
        return { kind: "refused", reason: "21610: unsubscribed", optedOut: true };
      case "busy":
        return { kind: "busy", reason: "429", retryAfterMs: 3_000 };
      case "lost":
        return { kind: "unknown", reason: "no answer" };
      case "taken":
        take(sms, outcome);
        return { kind: "unknown", reason: "no answer" };
      default:
        return { kind: "accepted", ...take(sms, outcome) };
    }
  }

  return {
    taken,
    expect: (outcome) => void outcomes.push(outcome),
    providerFor: (die) => ({
      name: "carrier",
      send(sms) {
        onHandOver(sms);
        const outcome = outcomes.shift() ?? "deliver";
        return new Promise((resolve) => {
          const said = answer(sms, outcome);
          // Who has died hears nothing any more.
          if (outcome === "crash") die();
          else after(20, () => resolve(said));
        });
      },
      find: ({ from, to, body }, since) =>
        Promise.resolve(
          taken
            .filter(({ sms, at }) => sms.from === from && sms.to === to && sms.body === body && at >= since)
            .map(({ providerId, failed }) => ({ providerId, state: failed ? ("failed" as const) : ("sent" as const), segments: 1 })),
        ),
    }),
  };
}
