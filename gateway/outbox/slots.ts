/** How much is done at the same time. */

/** Does work when one of a number of slots is free, first come, first served. */
export type Slots = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** @param count how many works are under way at most */
export function createSlots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Who waits gets this slot; it is not free in between.
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
