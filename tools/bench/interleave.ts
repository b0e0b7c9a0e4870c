/** Two sides measured in turns, so that what else the machine does hits both alike. */
import { spreadOf } from "./spread";
import type { Spread } from "./spread";

/** One run of a side: gives back what it took, in whatever unit both sides have (mostly ms). */
export type Run = () => number | Promise<number>;

/** What {@link interleave} found. */
export interface Pairs {
  readonly product: Spread;
  readonly baseline: Spread;
  /** Of each pair the product's run over the baseline's. Its median need not be the medians' ratio. */
  readonly ratio: Spread;
}

/** How {@link interleave} goes about it. */
export interface Turns {
  /** So many runs of each side count. */
  readonly repeats: number;
  /** So many pairs before them do not count: code is compiled, caches fill. Left out: 3. */
  readonly warmUp?: number;
  /** Hears after every pair that counts how many have been measured. */
  readonly afterPair?: (done: number) => void;
}

/**
 * Runs the two sides in turns. Which one of a pair goes first changes from pair to pair: what the first leaves behind, such as garbage, then burdens both.
 * @throws Error where a side took no time at all: nothing can be compared with that
 */
export async function interleave(product: Run, baseline: Run, { repeats, warmUp = 3, afterPair }: Turns): Promise<Pairs> {
  const measured: { readonly product: number; readonly baseline: number }[] = [];
  for (let turn = 0; turn < warmUp + repeats; turn++) {
    let first = 0;
    let second = 0;
    if (turn % 2 === 0) {
      first = await product();
      second = await baseline();
    } else {
      second = await baseline();
      first = await product();
    }
    if (turn < warmUp) continue;
    if (!(second > 0)) throw new Error(`The baseline took ${second}: there is nothing to compare with.`);
    measured.push({ product: first, baseline: second });
    afterPair?.(measured.length);
  }
  return {
    product: spreadOf(measured.map((pair) => pair.product)),
    baseline: spreadOf(measured.map((pair) => pair.baseline)),
    ratio: spreadOf(measured.map((pair) => pair.product / pair.baseline)),
  };
}

/** What one call takes (ms). */
export async function msOf(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/**
 * The processor time that one call takes of this process (ms), for work that waits for nothing: what other processes do meanwhile is not in it.
 * Collecting garbage on other threads is.
 */
export async function processorMsOf(work: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
