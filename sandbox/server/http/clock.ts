import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The server's clock: the machine's, plus what it was advanced by. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Seconds by which it is ahead of the machine's. */
  readonly advancedSeconds: number;
  /** Moves it forward. Never back: rows would lie in the future. @param seconds not negative */
  advance(seconds: number): void;
}

/**
 * @param file where the advance is kept between starts: a row's timestamps must not lie in the future after a restart. Undefined: nowhere.
 */
export function createClock(file?: string): Clock {
  let advancedMs = file ? readAdvance(file) : 0;
  return {
    now: () => Date.now() + advancedMs,
    get advancedSeconds() {
      return advancedMs / 1000;
    },
    advance(seconds) {
      advancedMs += Math.round(seconds * 1000);
      if (!file) return;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ advancedMs }));
    },
  };
}

function readAdvance(file: string): number {
  try {
    const { advancedMs } = JSON.parse(readFileSync(file, "utf8")) as { advancedMs?: unknown };
    return typeof advancedMs === "number" && Number.isFinite(advancedMs) ? Math.max(0, advancedMs) : 0;
  } catch {
    return 0;
  }
}
