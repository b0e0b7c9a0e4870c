/** What the outbox goes by in time. A test can give its own: days pass in it as fast as it likes. */

/** Time, and how to wait for it; all in milliseconds. */
export interface Clock {
  /** Since 1970, UTC; may be set back and forth. */
  now(): number;
  /** Never goes back. */
  monotonicNow(): number;
  /** Runs once after so long; returns the way to cancel. */
  after(ms: number, run: () => void): () => void;
}

/** This machine's. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicNow: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Resolves after so many milliseconds; rejects with the signal's reason when that is aborted, before or meanwhile. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Sleeping by a clock. */
export function sleepBy(clock: Clock): Sleep {
  return (ms, signal) =>
    new Promise((resolve, reject) => {
      const end = () => {
        cancel();
        // A signal's reason is an AbortError unless somebody gives another.
        reject(signal.reason as Error);
      };
      const cancel = clock.after(ms, () => {
        signal.removeEventListener("abort", end);
        resolve();
      });
      if (signal.aborted) end();
      else signal.addEventListener("abort", end, { once: true });
    });
}
