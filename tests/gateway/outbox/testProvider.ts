/** A provider of text messages, as far as the gateway can see one: what becomes of a text is the test's to say. */
import type { HandedOver, OutboundSms, Provider, SendOutcome } from "../../../gateway/provider";

/** What the provider does with one text. `takesSilently`: it has the text, and nobody hears of it. `hangs`: likewise, and there is never an answer. */
export type Doing = "accepts" | "takesSilently" | "losesSilently" | "hangs" | "hangsBefore" | SendOutcome;

/** A text that the provider has. */
export interface TakenText extends OutboundSms {
  readonly providerId: string;
}

/** The provider, and what a test wants of it. */
export interface TestProvider extends Provider {
  /** What it has, in the order in which it came. */
  readonly taken: readonly TakenText[];
  /** What it does next; then it accepts. */
  next(...doings: readonly Doing[]): void;
  /** Called before each text; what it returns is awaited. */
  onSend: ((sms: OutboundSms) => Promise<void> | void) | undefined;
  /** What `find` does instead of looking. */
  onFind: (() => readonly HandedOver[]) | undefined;
}

const never = new Promise<never>(() => undefined);

/** Makes one that accepts everything. */
export function createTestProvider(): TestProvider {
  const taken: TakenText[] = [];
  const plan: Doing[] = [];
  const take = (sms: OutboundSms): string => {
    const providerId = `SM${String(taken.length + 1).padStart(6, "0")}${sms.id.replaceAll("-", "").slice(0, 24)}`;
    taken.push({ ...sms, providerId });
    return providerId;
  };
  const provider: TestProvider = {
    name: "test",
    taken,
    next: (...doings) => void plan.push(...doings),
    onSend: undefined,
    onFind: undefined,
    async send(sms) {
      await provider.onSend?.(sms);
      const doing = plan.shift() ?? "accepts";
      if (typeof doing === "object") return doing;
      if (doing === "hangsBefore") return never;
      if (doing === "losesSilently") return { kind: "unknown", reason: "No answer." };
      const providerId = take(sms);
      if (doing === "hangs") return never;
      return doing === "takesSilently" ? { kind: "unknown", reason: "No answer." } : { kind: "accepted", providerId, segments: 1 };
    },
    find(sms) {
      if (provider.onFind) return Promise.resolve(provider.onFind());
      const same = taken.filter(({ from, to, body }) => from === sms.from && to === sms.to && body === sms.body);
      return Promise.resolve(same.map(({ providerId }) => ({ providerId, state: "sent" as const })));
    },
  };
  return provider;
}
