/** The browser as the inbox needs it. */
import type { Browser } from "../inbox/ports";
import { guid } from "../dataverse/values";

/** @param userId locks are per user: different users in one browser do not wait for each other */
export function watchBrowser(window: Window & typeof globalThis, userId: string): Browser {
  const { document, navigator, performance } = window;
  const lock = `msgn_MessageNotification:${guid(userId)}`;
  return {
    // The origin makes tabs comparable; the rest is monotonic, unlike the wall clock.
    now: () => performance.timeOrigin + performance.now(),
    after(ms, run) {
      // A longer wait than a timer can hold (24 days, as a Retry-After may say) would be none at all: whoever waits looks at the clock again.
      const timer = window.setTimeout(run, Math.min(ms, 0x7fffffff));
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
    async exclusively(task) {
      // In the types always there, in browsers only on secure pages.
      const locks = navigator.locks as LockManager | undefined;
      if (!locks) return task().then(() => true);
      const answer: { granted: boolean; ended?: Promise<void> } = { granted: true };
      const run = (granted: Lock | null) => {
        answer.granted = granted !== null;
        answer.ended = granted ? task() : Promise.resolve();
        return answer.ended;
      };
      // A frame that may not use what tabs share (blocked third-party storage) is on its own; the task's own failure is told below.
      await locks.request(lock, { ifAvailable: true }, run).catch(() => undefined);
      await (answer.ended ?? task());
      return answer.granted;
    },
  };
}

/** The browser's Navigation API, where there is one; not yet in TypeScript's own types. */
interface WithNavigation {
  readonly navigation?: EventTarget;
}

/** Calls `changed` when the app goes to another page, where the browser can tell; returns the way to stop. */
export function watchPages(window: Window, changed: () => void): () => void {
  const { navigation } = window as unknown as WithNavigation;
  navigation?.addEventListener("currententrychange", changed);
  return () => navigation?.removeEventListener("currententrychange", changed);
}
