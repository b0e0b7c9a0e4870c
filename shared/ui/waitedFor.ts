import { memoizeFunction } from "@fluentui/react";

const MINUTE = 60_000;

const unitOf = memoizeFunction(
  (culture: string, unit: "minute" | "hour" | "day") => new Intl.NumberFormat(culture, { style: "unit", unit, unitDisplay: "short" }),
);

/**
 * How long somebody has waited, in words: "26 min", "1 hr 5 min", "3 days". What is not a whole minute does not count.
 * @param ms less than none counts as none
 * @param culture a language tag
 */
export function waitedFor(ms: number, culture: string): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return unitOf(culture, "day").format(Math.floor(hours / 24));
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [unitOf(culture, "hour").format(hours)] : []),
    ...(hours === 0 || rest > 0 ? [unitOf(culture, "minute").format(rest)] : []),
  ];
  return parts.join(" ");
}
