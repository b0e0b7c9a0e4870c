import { randomUUID } from "node:crypto";
import type { DeliveryReport, HandedOver, OutboundSms, Provider, ReportedState, SendOutcome } from "../../gateway/provider";
import type { Outcomes } from "./outcomes";
import type { Phones } from "./phones";

/** Words of a real provider, Twilio: https://www.twilio.com/docs/api/errors */
const UNREACHABLE = "30003: Unreachable destination handset";
const UNSUBSCRIBED = "21610: Attempt to send to unsubscribed recipient";

/** A text that the provider has. */
interface Handed extends HandedOver {
  readonly sms: OutboundSms;
  /** By the server's clock, milliseconds since 1970, UTC. */
  readonly at: number;
  /** False: the provider's list does not show it. */
  readonly isListed: boolean;
}

/** What the provider works with. */
export interface PhoneProviderTools {
  readonly phones: Phones;
  readonly outcomes: Outcomes;
  /** The server's clock. */
  readonly now: () => number;
  /** Tells the gateway what became of a text, a moment later, as a provider's webhook does. */
  readonly report: (report: DeliveryReport) => void;
  /** The gateway dies now: what it is answered, it never hears. */
  readonly crash: () => void;
}

/** The provider between the gateway and the phones. What becomes of a text is what was ordered for it. */
export function createPhoneProvider({ phones, outcomes, now, report, crash }: PhoneProviderTools): Provider {
  let handed: readonly Handed[] = [];

  function keep(sms: OutboundSms, state: ReportedState, more: Partial<Pick<Handed, "error" | "isListed">> = {}): Handed {
    const kept = { isListed: true, ...more, sms, providerId: `phone-${randomUUID()}`, state, at: now() };
    handed = [...handed, kept];
    if (state !== "failed") {
      const text = { id: kept.providerId, isMine: false, businessNumber: sms.from, body: sms.body, at: new Date(kept.at).toISOString() };
      phones.add(sms.to, text);
    }
    return kept;
  }

  const accepted = ({ providerId }: Handed): SendOutcome => ({ kind: "accepted", providerId });
  const tell = ({ sms, providerId, state, error }: Handed): void =>
    report({ providerId, state, ...(error === undefined ? {} : { error }), messageId: sms.id, claimedAt: sms.claimedAt });

  function send(sms: OutboundSms): SendOutcome {
    switch (outcomes.next()) {
      case "deliver": {
        const kept = keep(sms, "delivered");
        tell(kept);
        return accepted(kept);
      }
      case "sent":
        return accepted(keep(sms, "sent"));
      case "fail": {
        const kept = keep(sms, "failed", { error: UNREACHABLE });
        tell(kept);
        return accepted(kept);
      }
      case "optedout":
        return { kind: "refused", reason: UNSUBSCRIBED, optedOut: true };
      case "timeout":
        keep(sms, "sent", { isListed: false });
        return { kind: "unknown", reason: "The phone's provider did not answer." };
      case "crash": {
        const kept = keep(sms, "delivered");
        crash();
        return accepted(kept);
      }
    }
  }

  return {
    name: "phone",
    send: (sms) => Promise.resolve(send(sms)),
    find: (wanted, since) =>
      Promise.resolve(
        handed
          .filter(({ sms, at, isListed }) => isListed && at >= since && isSame(sms, wanted))
          .map(({ providerId, state, error }) => ({ providerId, state, ...(error === undefined ? {} : { error }) })),
      ),
  };
}

function isSame(one: OutboundSms, other: OutboundSms): boolean {
  return one.from === other.from && one.to === other.to && one.body === other.body;
}
