/** Instants (ms since 1970 UTC) in words. */
import { writeDate, writeTime } from "./writeDate";
import type { DateFormat } from "./writeDate";

/** How the panel says when something was. */
export interface Times {
  /** "5 min. ago". An instant after `now` (clocks differ) counts as now. */
  relative(at: number, now: number): string;
  /** Date and time of day, in the time zone and the format of the user's settings. */
  absolute(at: number): string;
  /** The time of day alone where the day is that of `now`, else with the date. */
  clock(at: number, now: number): string;
  /** The instant for machines: ISO 8601. */
  iso(at: number): string;
  /** The midnight that ends the day of an instant, in the time zone of the user's settings. */
  nextMidnight(at: number): number;
}

const MINUTE = 60_000;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 525_960 * MINUTE],
  ["month", 43_830 * MINUTE],
  ["day", 1_440 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
];

/**
 * Makes the formatter for a language and a user's format settings. `offsetMinutes` is what the user's time zone adds to UTC at a date.
 * @param culture a language tag, as the texts of the language name theirs
 * @throws RangeError for what is no language tag
 */
export function createTimes(culture: string, offsetMinutes: (at: Date) => number, format?: DateFormat | null): Times {
  /** The user's time zone is a setting, not the browser's: the instant is moved by its offset, then written as if it were UTC. */
  const onTheWall = (at: number) => at + offsetMinutes(new Date(at)) * MINUTE;
  const ago = new Intl.RelativeTimeFormat(culture, { numeric: "auto", style: "short" });
  return {
    relative(at, now) {
      const age = Math.max(0, now - at);
      const [unit, length] = UNITS.find(([, shortest]) => age >= shortest) ?? (["second", Infinity] as const);
      return ago.format(-Math.floor(age / length), unit);
    },
    absolute: (at) => writeDate(onTheWall(at), format ?? {}),
    clock(at, now) {
      const dayOf = (instant: number) => Math.floor(onTheWall(instant) / (1_440 * MINUTE));
      return dayOf(at) === dayOf(now) ? writeTime(onTheWall(at), format ?? {}) : writeDate(onTheWall(at), format ?? {});
    },
    iso: (at) => new Date(at).toISOString(),
    nextMidnight(at) {
      const day = 1_440 * MINUTE;
      const offset = (instant: number) => offsetMinutes(new Date(instant)) * MINUTE;
      const midnight = (Math.floor((at + offset(at)) / day) + 1) * day;
      // The clocks may change before then.
      return midnight - offset(midnight - offset(at));
    },
  };
}
