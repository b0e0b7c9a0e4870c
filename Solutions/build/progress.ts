/** Where lines go: standard output, mostly. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Says what a program does, and how far it is. */
export interface Progress {
  /** A line that stays. */
  log(line: string): void;
  /** How far it is. On a terminal it takes the place of the one before; elsewhere it is a line of its own, at most every 15 seconds. */
  step(line: string): void;
}

const ELSEWHERE_EVERY_MS = 15_000;
/** Back to the beginning of the line, and clear it. */
const CLEAR = "\r\u001b[2K";

/** @param now milliseconds */
export function createProgress(output: Output = process.stdout, now: () => number = Date.now): Progress {
  let hasStep = false;
  let saidAt = now();
  return {
    log(line) {
      output.write(`${hasStep ? CLEAR : ""}${line}\n`);
      hasStep = false;
      saidAt = now();
    },
    step(line) {
      if (output.isTTY) {
        // A line that is wider than the window would not be cleared as one.
        output.write(`${CLEAR}${line.slice(0, 100)}`);
        hasStep = true;
      } else if (now() - saidAt >= ELSEWHERE_EVERY_MS) {
        output.write(`${line}\n`);
        saidAt = now();
      }
    },
  };
}
