/** The browser as the stores need it: clock, timers, visibility, network, what its tabs share. */
import type { Browser } from "../inbox/ports";
import { exclusively } from "./exclusively";
import { report } from "./report";

/** The longest that a timer can wait (ms): 24 days. */
const LONGEST_WAIT = 0x7fffffff;

/** @param userId as `guid` writes it: different users in one browser do not wait for each other */
export function watchBrowser(window: Window & typeof globalThis, userId: string): Browser {
  const { document, navigator, performance } = window;
  return {
    // The origin makes tabs comparable; the rest is monotonic, unlike the wall clock.
    now: () => performance.timeOrigin + performance.now(),
    after(ms, run) {
      // A longer wait than a timer can hold (as a Retry-After may ask for) would be none at all: whoever waits looks at the clock again.
      const timer = window.setTimeout(run, Math.min(ms, LONGEST_WAIT));
      return () => window.clearTimeout(timer);
    },
    random: () => Math.random(),
    isVisible: () => document.visibilityState !== "hidden",
    isOnline: () => navigator.onLine,
    watch(changed) {
      document.addEventListener("visibilitychange", changed);
      window.addEventListener("online", changed);
      window.addEventListener("offline", changed);
      return () => {
        document.removeEventListener("visibilitychange", changed);
        window.removeEventListener("online", changed);
        window.removeEventListener("offline", changed);
      };
    },
    exclusively: (task, isOtherStuck) => exclusively(navigator, `msgn_MessageNotification:${userId}`, task, isOtherStuck),
    report,
  };
}
