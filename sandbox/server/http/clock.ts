import { existsSync, readFileSync } from "node:fs";
import { StorageError } from "../dataverse/storage/storageError";
import { writeWhole } from "./writeWhole";

/** The server's clock: the machine's, plus what it was advanced by. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Seconds by which it is ahead of the machine's. */
  readonly advancedSeconds: number;
  /**
   * Moves it forward. Never back: rows would lie in the future.
   *
   * @param seconds not negative, and with those before them at most `furthestAdvance`
   * @throws RangeError for others; StorageError where the advance cannot be kept. Then it stays where it was.
   */
  advance(seconds: number): void;
}

/** The most that a clock can be ahead, in seconds, all advances together: a hundred years. Far beyond lie dates that neither Dataverse nor HTTP can write. */
export const furthestAdvance = 100 * 366 * 86_400;

/**
 * @param file where the advance is kept between starts: a row's timestamps must not lie in the future after a restart. Undefined: nowhere.
 * @throws StorageError where that file is damaged
 */
export function createClock(file?: string): Clock {
  let advancedMs = file ? readAdvance(file) : 0;
  return {
    now: () => Date.now() + advancedMs,
    get advancedSeconds() {
      return advancedMs / 1000;
    },
    advance(seconds) {
      const wanted = advancedMs + Math.round(seconds * 1000);
      if (!(seconds >= 0) || wanted > furthestAdvance * 1000) {
        throw new RangeError(
          `The clock can be ${furthestAdvance} seconds ahead, and is ${advancedMs / 1000}: ${seconds} more are not possible.`,
        );
      }
      if (file) writeWhole(file, JSON.stringify({ advancedMs: wanted }));
      advancedMs = wanted;
    },
  };
}

/** @throws StorageError where the note is damaged: with the machine's own time, rows would lie in the future */
function readAdvance(file: string): number {
  if (!existsSync(file)) return 0;
  try {
    const { advancedMs } = JSON.parse(readFileSync(file, "utf8")) as { advancedMs?: unknown };
    if (typeof advancedMs === "number" && advancedMs >= 0 && advancedMs <= furthestAdvance * 1000) return advancedMs;
  } catch {
    // Told below.
  }
  throw new StorageError(
    `${file} is damaged: it no longer says how far the sandbox's clock was advanced. Delete it to go on with this machine's clock (rows may then lie in the future), or start with --reset to begin anew.`,
  );
}
