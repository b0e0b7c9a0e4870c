function parts(version: string): readonly number[] {
  return version.split(".").map((part) => Number(part) || 0);
}

/** Below 0 where `a` is the older version, 0 where they are the same, above 0 where it is the newer one. Missing parts count as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
