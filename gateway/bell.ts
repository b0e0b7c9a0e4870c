/** Wakes somebody who waits. */
import type { Clock } from "./clock";

/** A bell, and one who waits for it. */
export interface Bell {
  /** Ends the wait; where nobody waits, the next wait ends at once. */
  readonly ring: () => void;
  /** Forgets that it has rung. */
  readonly silence: () => void;
  /** Resolves when it rings or has rung, at the latest after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** A bell that has not rung. */
export function createBell(clock: Clock): Bell {
  let hasRung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      hasRung = true;
      wake?.();
    },
    silence: () => void (hasRung = false),
    wait: (ms) =>
      new Promise((resolve) => {
        const cancel = clock.after(hasRung ? 0 : ms, resolve);
        wake = () => {
          cancel();
          resolve();
        };
      }),
  };
}
