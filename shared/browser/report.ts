/** Bugs, handed on. */

/**
 * Hands a bug to the browser as if nobody had caught it: consoles, tests and monitoring hear of it. Never throws, also where the browser lacks
 * `reportError` (older web views): there a timer throws it.
 */
export function report(bug: unknown): void {
  if (typeof reportError === "function") reportError(bug);
  else
    setTimeout(() => {
      throw bug;
    });
}
