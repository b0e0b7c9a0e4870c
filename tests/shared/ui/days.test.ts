import { createDays } from "../../../shared/ui/days";

const NOON = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const utc = () => 0;

it.each([
  ["en", "Today", "Yesterday", "Saturday, November 21", "Monday, November 24, 2025"],
  ["de", "Heute", "Gestern", "Samstag, 21. November", "Montag, 24. November 2025"],
  ["ja", "今日", "昨日", "11月21日土曜日", "2025年11月24日月曜日"],
])("names days as people do: %s", (culture, today, yesterday, thisYear, lastYear) => {
  const days = createDays(culture, utc);
  expect([0, DAY, 2 * DAY, 364 * DAY].map((age) => days.name(NOON - age, NOON))).toEqual([today, yesterday, thisYear, lastYear]);
});

it("writes digits 0 to 9 and the calendar of the app's lists in Arabic, too", () => {
  expect(createDays("ar", utc).name(NOON - 40 * DAY, NOON)).toMatch(/14 أكتوبر/);
});

it("goes by the day of the user's time zone, not of the browser's", () => {
  const days = createDays("en", () => 13 * 60);
  const lateEvening = Date.UTC(2026, 10, 22, 23);
  expect([days.name(lateEvening, NOON), days.dayOf(lateEvening + DAY) - days.dayOf(lateEvening)]).toEqual(["Yesterday", 1]);
  expect(days.time(lateEvening)).toBe("12:00");
});

it("calls a day after now by its name: clocks differ", () => {
  expect(createDays("en", utc).name(NOON + DAY, NOON)).toBe("Tuesday, November 24");
});
