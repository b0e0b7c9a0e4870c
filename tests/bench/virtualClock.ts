/** A clock that runs as fast as there is something to do: eight hours of many browsers in seconds. */
import { setImmediate } from "node:timers";

/** It stands at 0 until it is run. */
export interface VirtualClock {
  /** ms since it was made. */
  readonly now: () => number;
  /** Runs once after `ms`, in the order of the times; returns the way to cancel. */
  after(ms: number, run: () => void): () => void;
  /** Runs what is due until then (ms), and lets every promise settle before time goes on. */
  runUntil(end: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  /** Equal times run in the order in which they were asked for. */
  readonly turn: number;
  /** Null: cancelled. */
  run: (() => void) | null;
}

const isBefore = (one: Timer, other: Timer): boolean => one.at < other.at || (one.at === other.at && one.turn < other.turn);

/** Makes one. Times are rounded up to whole milliseconds, as a browser's timers come. */
export function createVirtualClock(): VirtualClock {
  let now = 0;
  let turns = 0;
  /** A binary heap: the earliest first, each before those at twice its place. */
  const heap: Timer[] = [];

  function push(timer: Timer): void {
    let place = heap.length;
    for (let above = (place - 1) >> 1; place > 0 && isBefore(timer, heap[above] as Timer); above = (place - 1) >> 1) {
      heap[place] = heap[above] as Timer;
      place = above;
    }
    heap[place] = timer;
  }

  function pop(): void {
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Timer, heap[below] as Timer)) below += 1;
      if (below >= heap.length || !isBefore(heap[below] as Timer, last)) break;
      heap[place] = heap[below] as Timer;
      place = below;
    }
    heap[place] = last;
  }

  // Promises settle before the next turn of the event loop.
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  return {
    now: () => now,
    after(ms, run) {
      const timer: Timer = { at: Math.ceil(now + ms), turn: turns++, run };
      push(timer);
      return () => {
        timer.run = null;
      };
    },
    async runUntil(end) {
      await settle();
      for (let next = heap[0]; next && next.at <= end; next = heap[0]) {
        now = Math.max(now, next.at);
        for (; next && next.at <= now; next = heap[0]) {
          pop();
          next.run?.();
        }
        await settle();
      }
      now = end;
    },
  };
}
