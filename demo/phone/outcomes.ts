/** What can become of a text that the gateway hands to the phone's provider (docs/sandbox.md says what each means). */
export const OUTCOMES = ["deliver", "sent", "fail", "optedout", "timeout", "crash"] as const;

/** One of them. */
export type Outcome = (typeof OUTCOMES)[number];

/** An outcome for the next texts. */
export interface Ordered {
  readonly outcome: Outcome;
  /** For how many texts it is still good. */
  readonly times: number;
}

/** What becomes of the next texts, in the order in which it was ordered. */
export interface Outcomes {
  /** Those that wait, the next one first. */
  readonly waiting: readonly Ordered[];
  /** True: the sandbox's own gateway sends nothing, so that another one can. */
  isResting: boolean;
  order(ordered: Ordered): void;
  /** The outcome of the next text, which is used up by it: `deliver` where none waits. */
  next(): Outcome;
  /** Nothing waits, and nobody rests. */
  clear(): void;
  /** Calls the listener when it has begun or ended to rest. @returns stops it */
  onChange(listener: () => void): () => void;
}

/** Everything is delivered until something else is ordered. */
export function createOutcomes(): Outcomes {
  const listeners = new Set<() => void>();
  let waiting: readonly Ordered[] = [];
  let isResting = false;
  const rest = (rests: boolean): void => {
    if (rests === isResting) return;
    isResting = rests;
    listeners.forEach((listener) => listener());
  };
  return {
    get waiting() {
      return waiting;
    },
    get isResting() {
      return isResting;
    },
    set isResting(rests) {
      rest(rests);
    },
    order: (ordered) => void (waiting = [...waiting, ordered]),
    next() {
      const [first, ...others] = waiting;
      if (!first) return "deliver";
      waiting = first.times > 1 ? [{ ...first, times: first.times - 1 }, ...others] : others;
      return first.outcome;
    },
    clear() {
      waiting = [];
      rest(false);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
