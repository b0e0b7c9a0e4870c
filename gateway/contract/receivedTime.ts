/** When a text counts as received. */
import type { InboundSms } from "./sms";

/**
 * What is before this is the time of a clock that was never set (1900, 1970, 1980), not of a text. It also keeps clear of what a
 * date column refuses: Dataverse keeps nothing before 1753.
 */
const earliest = Date.UTC(2000, 0, 1);

/**
 * When a text counts as received: when the provider says, but never later than now. From a time that lies ahead, nobody would have
 * waited yet, and the session would stay on top of every list until then. A time that is missing, no date, or before 2000 is now: a text is not
 * lost, nor sorted behind all others, because its time is not known.
 *
 * Without a provider's time, nothing but Dataverse's clock is asked, and how long the text has waited: two instances of a gateway whose
 * clocks differ agree on what is newer.
 *
 * @param now Dataverse's clock in milliseconds since 1970, UTC: waiting times are compared with it
 */
export function receivedTime({ receivedAt, waitedMs = 0 }: Pick<InboundSms, "receivedAt" | "waitedMs">, now: number): Date {
  const time = receivedAt ? receivedAt.getTime() : now - waitedMs;
  return new Date(time >= earliest && time <= now ? time : now);
}
