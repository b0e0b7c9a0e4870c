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
  const date = new Date(at);
  const hours = date.getUTCHours();
  const numbers: Readonly<Record<string, number>> = {
    d: date.getUTCDate(),
    M: date.getUTCMonth() + 1,
    y: date.getUTCFullYear(),
    h: hours % 12 || 12,
    H: hours,
    m: date.getUTCMinutes(),
    s: date.getUTCSeconds(),
  };
  const name = (part: string): string | undefined => {
    switch (part) {
      case "/":
        return format.dateSeparator ?? part;
      case ":":
        return format.timeSeparator ?? part;
      case "t":
      case "tt":
        return ((hours < 12 ? format.amDesignator : format.pmDesignator) ?? "").slice(0, part.length > 1 ? undefined : 1);
      case "ddd":
        return format.abbreviatedDayNames?.[date.getUTCDay()];
      case "dddd":
        return format.dayNames?.[date.getUTCDay()];
      case "MMM":
        return format.abbreviatedMonthNames?.[date.getUTCMonth()];
      case "MMMM":
        return format.monthNames?.[date.getUTCMonth()];
      case "y":
      case "yy":
        return String(date.getUTCFullYear() % 100).padStart(part.length, "0");
      default:
        return undefined;
    }
  };
  const pattern = `${format.shortDatePattern ?? "yyyy-MM-dd"} ${format.shortTimePattern ?? "HH:mm"}`;
  return pattern.replace(PARTS, (part: string, letter: string | undefined) => {
    if (letter === undefined && part.length > 1) return part.startsWith("\\") ? part.slice(1) : part.slice(1, -1);
    const number = letter === undefined ? undefined : numbers[letter];
    return name(part) ?? (number === undefined ? part : String(number).padStart(part.length, "0"));
  });
}
