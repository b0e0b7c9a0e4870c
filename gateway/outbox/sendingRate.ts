/** How many texts a business number sends. */
import type { Sleep } from "../clock";

/** Keeps texts of one business number apart in time, in the order in which they came. */
export interface SendingRate {
  /** Resolves when this number may send, to the turn that it has. @throws the signal's reason when it is aborted before */
  wait(businessNumber: string): Promise<number>;
  /**
   * Nothing was sent in this turn: the next text need not keep apart from it. Where a later turn was given meanwhile, that one counts, and nothing changes.
   * @param turn what {@link wait} resolved to
   */
  returnTurn(businessNumber: string, turn: number): void;
  /** The provider takes nothing of this number for so long. */
  hold(businessNumber: string, ms: number): void;
  /** Whether it takes nothing now: who has waited before that has to wait again. */
  isHeld(businessNumber: string): boolean;
}

interface Line {
  /** Settles, without failing, when everybody before has had their turn. */
  last: Promise<void>;
  freeAt: number;
  heldUntil: number;
  /** Has whoever waits look at the time again. */
  wake: () => void;
}

/**
 * The rates of one instance. Each instance counts for itself: where several run, each takes its share.
 *
 * @param perSecond texts a second of one number; Infinity: no limit
 * @param now a clock that never goes back, in milliseconds
 */
export function createSendingRate(perSecond: number, now: () => number, sleep: Sleep, signal: AbortSignal): SendingRate {
  const intervalMs = 1000 / perSecond;
  const lines = new Map<string, Line>();
  const lineOf = (businessNumber: string): Line => {
    const line = lines.get(businessNumber) ?? { last: Promise.resolve(), freeAt: -Infinity, heldUntil: -Infinity, wake: () => undefined };
    lines.set(businessNumber, line);
    return line;
  };
  return {
    wait(businessNumber) {
      const line = lineOf(businessNumber);
      const turn = line.last.then(async () => {
        // The number may be held while somebody waits, or a turn be returned: it is looked at again.
        for (let waitMs = line.freeAt - now(); waitMs > 0; waitMs = line.freeAt - now())
          await Promise.race([sleep(waitMs, signal), new Promise<void>((resolve) => (line.wake = resolve))]);
        signal.throwIfAborted();
        line.freeAt = now() + intervalMs;
        return line.freeAt;
      });
      line.last = turn.then(
        () => undefined,
        () => undefined,
      );
      return turn;
    },
    returnTurn(businessNumber, turn) {
      const line = lineOf(businessNumber);
      if (line.freeAt !== turn) return;
      line.freeAt -= intervalMs;
      line.wake();
    },
    hold(businessNumber, ms) {
      const line = lineOf(businessNumber);
      line.heldUntil = Math.max(line.heldUntil, now() + ms);
      line.freeAt = Math.max(line.freeAt, line.heldUntil);
    },
    isHeld: (businessNumber) => lineOf(businessNumber).heldUntil > now(),
  };
}
