/** What was measured several times. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Of an even number the median lies between the two in the middle. @throws Error where nothing was measured, or something that is no number */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((one, other) => one - other);
  const [lowest] = sorted;
  const highest = sorted[sorted.length - 1];
  if (lowest === undefined || highest === undefined || sorted.some(Number.isNaN)) throw new Error(`No spread of [${numbers.join()}].`);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? lowest) + (sorted[Math.ceil(middle)] ?? highest)) / 2;
  return { median, lowest, highest };
}

/** The spread of what is exact: counted, not measured. */
export function exactly(number: number): Spread {
  return { median: number, lowest: number, highest: number };
}
