/** Dates in the format that a user has chosen. */

/** A user's format settings, as `userSettings.dateFormattingInfo` has them; patterns are .NET's. Some hosts of a control give none, or a part. */
export interface DateFormat {
  readonly shortDatePattern?: string;
  readonly shortTimePattern?: string;
  readonly dateSeparator?: string;
  readonly timeSeparator?: string;
  readonly amDesignator?: string;
  readonly pmDesignator?: string;
  readonly dayNames?: readonly string[];
  readonly abbreviatedDayNames?: readonly string[];
  readonly monthNames?: readonly string[];
  readonly abbreviatedMonthNames?: readonly string[];
}

/** What a pattern consists of: places for parts of the date, separators, quoted texts. Everything else stands for itself. */
const PARTS = /'[^']*'|"[^"]*"|\\.|([dMyhHmst])\1*|[/:]/g;

/**
 * Date and time of day, as the lists of the app write them, in digits 0 to 9. The calendar is the Gregorian one.
 * @param at ms since 1970 by the clock on the user's wall: the time zone has been added
 */
export function writeDate(at: number, format: DateFormat): string {
  return write(at, format, `${format.shortDatePattern ?? "yyyy-MM-dd"} ${timePattern(format)}`);
}

/** The time of day alone, as {@link writeDate} writes it. */
export function writeTime(at: number, format: DateFormat): string {
  return write(at, format, timePattern(format));
}

function timePattern({ shortTimePattern }: DateFormat): string {
  return shortTimePattern ?? "HH:mm";
}

function write(at: number, format: DateFormat, pattern: string): string {
  const date = new Date(at);
  const [year, month, day, hours] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDay(), date.getUTCHours()];
  const half = (hours < 12 ? format.amDesignator : format.pmDesignator) ?? "";
  const numbers: Readonly<Record<string, number>> = {
    d: date.getUTCDate(),
    M: month + 1,
    y: year,
    h: hours % 12 || 12,
    H: hours,
    m: date.getUTCMinutes(),
    s: date.getUTCSeconds(),
  };
  /** What is not written as a number; what the host does not give is left out, and the number stands. */
  const texts: Readonly<Record<string, string | undefined>> = {
    "/": format.dateSeparator,
    ":": format.timeSeparator,
    t: half.slice(0, 1),
    tt: half,
    ddd: format.abbreviatedDayNames?.[day],
    dddd: format.dayNames?.[day],
    MMM: format.abbreviatedMonthNames?.[month],
    MMMM: format.monthNames?.[month],
    y: String(year % 100),
    yy: String(year).slice(-2),
  };
  return pattern.replace(PARTS, (part: string, letter: string | undefined) => {
    if (letter === undefined && part.length > 1) return part.startsWith("\\") ? part.slice(1) : part.slice(1, -1);
    const number = numbers[letter ?? ""];
    return texts[part] ?? (number === undefined ? part : String(number).padStart(part.length, "0"));
  });
}
