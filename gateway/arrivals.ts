/** When messages came that have not been delivered yet. */

/** Remembers when each message first came. */
export interface Arrivals {
  /** When the message came first, in milliseconds of this machine's clock: `now`, where it has not come before. */
  first(id: string, now: number): number;
  /** Forgets a message that will not come again. */
  forget(id: string): void;
}

/** What an outage of some hours brings; the oldest are forgotten first. */
const maxRemembered = 10_000;

/**
 * Twilio's webhook tells no time, and is repeated when Dataverse was busy. The time of its first try is the better one: the customer has
 * waited since then, and what came later must not be taken for older. It is kept in this process alone: another instance takes the
 * repeat for new.
 */
export function createArrivals(): Arrivals {
  const times = new Map<string, number>();
  return {
    first(id, now) {
      const known = times.get(id);
      if (known !== undefined) return known;
      times.set(id, now);
      if (times.size > maxRemembered) times.delete(times.keys().next().value ?? "");
      return now;
    },
    forget: (id) => void times.delete(id),
  };
}
