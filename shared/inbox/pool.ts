/** Many requests, a few at a time, in peace with a server that is busy. */
import { RequestFailed } from "../domain/failure";
import type { Browser } from "./ports";

/** So many are under way at the same time: the limits of the server are shared by everything that the agent does. */
const AT_ONCE = 3;
/** A server that is busy and does not say for how long is left alone for so long (ms). */
const USUAL_PAUSE = 5_000;
/** So often one request is tried again while the server is busy. */
const MOST_TRIES = 5;

/** What {@link Pool.patiently} throws instead of trying again, once it is cancelled. */
export const CANCELLED = new Error("cancelled");

/** A pool of requests. */
export interface Pool {
  /** Runs the task for each in their order, a few at a time; once cancelled, no other begins. Resolves to false where it was. @throws what a task throws */
  readonly forEach: <T>(items: readonly T[], task: (item: T) => Promise<void>) => Promise<boolean>;
  /** Tries again while the server is busy (429), as late as it asks; all of the pool wait then. @throws what the task throws, or CANCELLED */
  readonly patiently: <T>(task: () => Promise<T>) => Promise<T>;
  readonly cancel: () => void;
}

/** Makes a pool. */
export function createPool(browser: Pick<Browser, "now" | "after">): Pool {
  let isCancelled = false;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  /** End the pauses. */
  const wakers = new Set<() => void>();

  async function pause(): Promise<void> {
    while (!isCancelled && browser.now() < pausedUntil) {
      await new Promise<void>((resolve) => {
        const end = () => {
          stop();
          wakers.delete(end);
          resolve();
        };
        const stop = browser.after(pausedUntil - browser.now(), end);
        wakers.add(end);
      });
    }
  }

  async function patiently<T>(task: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      await pause();
      if (isCancelled && tries > 1) throw CANCELLED;
      try {
        return await task();
      } catch (error) {
        if (!(error instanceof RequestFailed) || error.kind !== "throttled" || tries === MOST_TRIES) throw error;
        pausedUntil = browser.now() + (error.retryAfter ?? USUAL_PAUSE);
      }
    }
  }

  return {
    patiently,
    async forEach(items, task) {
      const queue = [...items];
      const work = async () => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
          await pause();
          if (isCancelled) return;
          await task(item);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return !isCancelled;
    },
    cancel() {
      isCancelled = true;
      for (const wake of [...wakers]) wake();
    },
  };
}
