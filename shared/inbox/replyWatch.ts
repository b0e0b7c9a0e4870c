/** After an answer from the list the customer may write back at once: the list is asked for sooner than at its usual pace. */
import { DEFAULT_CONFIGURATION } from "../domain/configuration";
import type { ActsFor } from "./inboxState";
import type { Browser } from "./ports";
import type { Store } from "./store";

/** Watches for a customer's reply. */
export interface ReplyWatch {
  /** The viewer has just answered. What was watched for before is watched for with it. */
  begin(): void;
  destroy(): void;
}

/** What it works with. */
export interface ReplyWatchTools {
  readonly store: Pick<Store<ActsFor>, "get">;
  readonly browser: Pick<Browser, "after" | "isVisible">;
  /** Asks the server for the list. */
  readonly refresh: () => void;
}

/** So long after an answer the list is asked for (ms). Later its usual pace will do. */
const LOOKS = [5_000, 10_000, 20_000, 35_000] as const;

/** Makes it. It asks nothing that the interval asks as soon, nothing in a hidden tab, and nothing where the administrator wants no questions that nobody asked. */
export function createReplyWatch({ store, browser, refresh }: ReplyWatchTools): ReplyWatch {
  let timers: (() => void)[] = [];
  function destroy(): void {
    for (const cancel of timers) cancel();
    timers = [];
  }
  return {
    begin() {
      destroy();
      const { refreshInterval } = store.get().profile?.configuration ?? DEFAULT_CONFIGURATION;
      const looks = LOOKS.filter((ms) => ms < (refreshInterval ?? 0));
      timers = looks.map((ms) =>
        browser.after(ms, () => {
          if (browser.isVisible()) refresh();
        }),
      );
    },
    destroy,
  };
}
