/** Days in words. */
import { writeTime } from "./writeDate";
import type { DateFormat } from "./writeDate";

/** How a thread says when its texts were written: the day once, then the times of that day. */
export interface Days {
  /** A number for the day of an instant, in the time zone of the user's settings: the next day's is one more. */
  dayOf(at: number): number;
  /** "Today", "Yesterday", "Monday, November 23"; with the year where it is not that of `now`. */
  name(at: number, now: number): string;
  /** The time of day alone, in the format of the user's settings. */
  time(at: number): string;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/**
 * Makes it for a language and a user's format settings. `offsetMinutes` is what the user's time zone adds to UTC at a date.
 * @throws RangeError for what is no language tag
 */
export function createDays(culture: string, offsetMinutes: (at: Date) => number, format?: DateFormat | null): Days {
  const onTheWall = (at: number) => at + offsetMinutes(new Date(at)) * MINUTE;
  const dayOf = (at: number) => Math.floor(onTheWall(at) / DAY);
  const near = new Intl.RelativeTimeFormat(culture, { numeric: "auto" });
  const far = (year?: "numeric") =>
    new Intl.DateTimeFormat(culture, {
      weekday: "long",
      day: "numeric",
      month: "long",
      year,
      timeZone: "UTC",
      calendar: "gregory",
      numberingSystem: "latn",
    });
  const [ofThisYear, ofAnotherYear] = [far(), far("numeric")];
  const yearOf = (at: number) => new Date(onTheWall(at)).getUTCFullYear();
  return {
    dayOf,
    name(at, now) {
      const age = dayOf(now) - dayOf(at);
      const isNear = age === 0 || age === 1;
      const name = isNear ? near.format(-age, "day") : (yearOf(at) === yearOf(now) ? ofThisYear : ofAnotherYear).format(onTheWall(at));
      return name.charAt(0).toLocaleUpperCase(culture) + name.slice(1);
    },
    time: (at) => writeTime(onTheWall(at), format ?? {}),
  };
}
