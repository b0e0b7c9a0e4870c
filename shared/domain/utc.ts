/** An instant (ms since 1970) in UTC, as `2026-11-28T10:42`, for lines that scripts and people read. @param length 10: the day alone */
export function utc(ms: number, length = 16): string {
  return new Date(ms).toISOString().slice(0, length);
}
