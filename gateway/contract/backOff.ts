/**
 * How long to wait before the next try, in milliseconds: twice as long each time, and a part of it by chance, so that not everybody comes
 * back at the same moment.
 *
 * @param attempt how many tries have failed: 1 after the first
 * @param maxMs never longer than this
 */
export function backOffMs(attempt: number, firstMs: number, maxMs = Infinity): number {
  return Math.round(Math.min(maxMs, firstMs * 2 ** (attempt - 1)) * (0.75 + Math.random() / 4));
}
