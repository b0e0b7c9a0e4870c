import { writeDate } from "../../../shared/ui/writeDate";
import type { DateFormat } from "../../../shared/ui/writeDate";

const EVENING = Date.UTC(2026, 10, 2, 18, 5, 9);
const AMERICAN: DateFormat = {
  shortDatePattern: "M/d/yyyy",
  shortTimePattern: "h:mm tt",
  dateSeparator: "/",
  timeSeparator: ":",
  amDesignator: "AM",
  pmDesignator: "PM",
  dayNames: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  abbreviatedDayNames: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  monthNames: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "",
  ],
  abbreviatedMonthNames: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", ""],
};

describe("a date in the user's format", () => {
  it.each([
    ["English (United States)", {}, "11/2/2026 6:05 PM"],
    ["English (United Kingdom)", { shortDatePattern: "dd/MM/yyyy", shortTimePattern: "HH:mm" }, "02/11/2026 18:05"],
    ["German", { shortDatePattern: "dd.MM.yyyy", shortTimePattern: "HH:mm" }, "02.11.2026 18:05"],
    ["a separator of the user's own", { dateSeparator: "-" }, "11-2-2026 6:05 PM"],
    ["Finnish", { shortDatePattern: "d.M.yyyy", shortTimePattern: "H.mm", timeSeparator: "." }, "2.11.2026 18.05"],
    ["Italian time with its separator", { shortTimePattern: "H:mm", timeSeparator: "." }, "11/2/2026 18.05"],
    ["a month in letters", { shortDatePattern: "dd-MMM-yy" }, "02-Nov-26 6:05 PM"],
    ["names in full", { shortDatePattern: "dddd, MMMM d, yyyy" }, "Monday, November 2, 2026 6:05 PM"],
    ["a short day", { shortDatePattern: "ddd d/M" }, "Mon 2/11 6:05 PM"],
    ["quoted words", { shortDatePattern: "d 'de' MMMM", shortTimePattern: 'HH"h"mm' }, "2 de November 18h05"],
    ["an escaped letter", { shortTimePattern: "H\\hmm" }, "11/2/2026 18h05"],
    ["seconds", { shortTimePattern: "hh:mm:ss t" }, "11/2/2026 06:05:09 P"],
    ["Bulgarian, with a letter after the year", { shortDatePattern: "d.M.yyyy 'г.'" }, "2.11.2026 г. 6:05 PM"],
    ["Arabic designators", { pmDesignator: "م" }, "11/2/2026 6:05 م"],
  ] as const)("%s", (_, format, written) => {
    expect(writeDate(EVENING, { ...AMERICAN, ...format })).toBe(written);
  });

  it.each([
    [0, "12:00 AM"],
    [11, "11:00 AM"],
    [12, "12:00 PM"],
    [13, "1:00 PM"],
  ])("knows noon from midnight: %d o'clock is %s", (hour, written) => {
    expect(writeDate(Date.UTC(2026, 0, 1, hour), AMERICAN)).toBe(`1/1/2026 ${written}`);
  });

  it("is in the international form where the host of the control gives no format", () => {
    expect(writeDate(EVENING, {})).toBe("2026-11-02 18:05");
  });

  it("falls back on numbers, and on separators as the pattern has them, where the host gives patterns alone", () => {
    expect(writeDate(EVENING, { shortDatePattern: "ddd dd/MMM/yyyy", shortTimePattern: "h:mm tt" })).toBe("002 02/011/2026 6:05 ");
  });
});
