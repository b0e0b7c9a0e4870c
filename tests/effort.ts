/**
 * How long a test that tries many things goes on: `npm test` takes a sample, always the same one; `npm run test:long` (LONG_TESTS=1) takes
 * all of it, with other random values each time. A failure shows its seed, and FUZZ_SEED runs it again.
 */
export const isLong = process.env["LONG_TESTS"] === "1";

/** The day of the first release: the same values in every short run, so that what it says of a change does not depend on luck. */
const FIXED_SEED = 20261122;

/** How many of something: all of it in a long run. */
export function howMany(all: number, short: number): number {
  return isLong ? all : Math.min(all, short);
}

/** Where random values begin. */
export function seedOf(given: string | undefined = process.env["FUZZ_SEED"]): number {
  if (given !== undefined) return Number(given);
  return isLong ? Date.now() % 2 ** 31 : FIXED_SEED;
}
