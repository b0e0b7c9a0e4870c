/** What keeps the screen from looking fresher than it is: the network that goes and comes back, and the time that passes meanwhile. */
import type { Configuration } from "../domain/configuration";
import type { InboxState } from "./inboxState";
import type { Browser } from "./ports";
import type { Store } from "./store";

const MINUTE = 60_000;
/** Without a background refresh there is no interval to be late by: then this one is taken (ms). */
const INTERVAL_WITHOUT_REFRESH = 60_000;

/** Up to which age a list is as fresh as it is meant to be: two intervals of background refresh (ms). */
export function freshFor(configuration: Pick<Configuration, "refreshInterval">): number {
  return 2 * (configuration.refreshInterval ?? INTERVAL_WITHOUT_REFRESH);
}

/** What {@link watchFreshness} works with. */
export interface FreshnessTools {
  readonly store: Store<Pick<InboxState, "network" | "lookedAt" | "reading">>;
  readonly browser: Pick<Browser, "now" | "after" | "isOnline" | "isVisible" | "watch">;
  /** See {@link freshFor} (ms). */
  readonly freshFor: () => number;
}

/** The watch over one inbox's freshness. */
export interface FreshnessWatch {
  /** A reading has come: from it on it is reckoned when the next look is due. */
  readingCame(): void;
  stop(): void;
}

/**
 * Keeps `network` and `lookedAt` of the store true. The clock is looked at once a minute, at the moment when the list gets too old, and when the
 * agent comes back to the tab; in a hidden tab, whose title still shows the count, at that moment only.
 */
export function watchFreshness({ store, browser, freshFor }: FreshnessTools): FreshnessWatch {
  let wasOnline = true;
  let cancelTimer = () => {};
  const stopWatching = browser.watch(look);
  look();

  function look(): void {
    const isOnline = browser.isOnline();
    const now = browser.now();
    if (isOnline !== wasOnline) store.set({ network: { state: isOnline ? "back" : "off", since: now } });
    wasOnline = isOnline;
    if (left() < 0 || (browser.isVisible() && now - store.get().lookedAt >= MINUTE)) store.set({ lookedAt: now });
    plan();
  }

  /** Until the list is too old (ms); negative: it is. */
  function left(): number {
    const now = browser.now();
    return (store.get().reading?.sentAt ?? now) + freshFor() - now;
  }

  function plan(): void {
    cancelTimer();
    // One more than the time that is left: then it is over.
    const due = left() < 0 ? Infinity : left() + 1;
    const wait = browser.isVisible() ? Math.min(MINUTE, due) : due;
    if (wait < Infinity) cancelTimer = browser.after(wait, look);
  }

  return {
    readingCame: plan,
    stop() {
      cancelTimer();
      stopWatching();
    },
  };
}
