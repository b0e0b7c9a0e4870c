/** Times at the clock's changes, from the future, from long ago: harmless, and readable. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import * as fc from "fast-check";
import { buildSync } from "esbuild";
import { createTimes } from "../../../shared/ui/times";
import { tries } from "../../hostile";
import { AMERICAN, MINUTE } from "../../NotificationPanel/fixtures";
import { readResx } from "../../NotificationPanel/readResx";

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** What a time zone adds to UTC at an instant (min), as the platform tells it for the user's own. */
function zone(name: string): (at: Date) => number {
  const format = new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" });
  return (at) => {
    const text = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text) ?? [];
    return hours === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}
const timeOfDay = (text: string) => /\d+:\d\d [AP]M/.exec(text)?.[0];

describe("when the clocks change", () => {
  it.each([
    ["Europe/Berlin", "2026-03-29T00:59:00Z", "1:59 AM", "2026-03-29T01:00:00Z", "3:00 AM"],
    ["Europe/Berlin", "2026-10-25T00:59:00Z", "2:59 AM", "2026-10-25T01:00:00Z", "2:00 AM"],
    ["America/New_York", "2026-03-08T06:59:00Z", "1:59 AM", "2026-03-08T07:00:00Z", "3:00 AM"],
    ["America/New_York", "2026-11-01T05:59:00Z", "1:59 AM", "2026-11-01T06:00:00Z", "1:00 AM"],
    ["Australia/Lord_Howe", "2026-04-04T14:59:00Z", "1:59 AM", "2026-04-04T15:00:00Z", "1:30 AM"],
    ["Africa/Casablanca", "2026-02-15T01:59:00Z", "2:59 AM", "2026-02-15T02:00:00Z", "2:00 AM"],
    ["Asia/Kathmandu", "2026-03-29T00:59:00Z", "6:44 AM", "2026-03-29T01:00:00Z", "6:45 AM"],
  ])("writes what the clock on the wall said in %s: %s is %s, %s is %s", (name, before, saidBefore, after, saidAfter) => {
    const times = createTimes("en-US", zone(name), AMERICAN);
    expect(timeOfDay(times.absolute(Date.parse(before)))).toBe(saidBefore);
    expect(timeOfDay(times.absolute(Date.parse(after)))).toBe(saidAfter);
  });

  it("says how long ago by the time that passed, whatever the clock on the wall said meanwhile", () => {
    for (const change of ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"].map((text) => Date.parse(text))) {
      const times = createTimes("en", zone("Europe/Berlin"));
      expect(times.relative(change - 5 * MINUTE, change + 5 * MINUTE)).toBe("10 min. ago");
      expect(times.relative(change - 30 * MINUTE, change + 30 * MINUTE)).toBe("1 hr. ago");
      expect(times.relative(change - 12 * HOUR, change + 11 * HOUR)).toBe("23 hr. ago");
    }
  });

  it("says the same on a computer in any time zone: the user's settings count", () => {
    const entry = join(__dirname, "../../../shared/ui/times.ts");
    const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, format: "iife", globalName: "spoken", write: false });
    const script = `${outputFiles[0]?.text ?? ""}; const times = spoken.createTimes("en-US", () => 60, {});
      process.stdout.write([new Date(0).getTimezoneOffset(), times.absolute(Date.UTC(2026, 2, 29, 1)), times.relative(0, 90000)].join("|"));`;
    const said = ["UTC", "America/New_York", "Australia/Lord_Howe"].map((TZ) => {
      const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], { env: { ...process.env, TZ }, encoding: "utf8" });
      expect(stderr).toBe("");
      return stdout.split("|");
    });
    expect(new Set(said.map(([offset]) => offset)).size).toBe(3);
    for (const [, ...texts] of said) expect(texts).toEqual(["2026-03-29 02:00", "1 min. ago"]);
  });
});

describe("an instant far from now", () => {
  const NOW = Date.UTC(2026, 10, 22, 18);
  const times = createTimes("en", () => 0);

  it.each([
    ["a second in the future", NOW + 1_000, "now"],
    ["hours in the future", NOW + 5 * HOUR, "now"],
    ["at the end of the year 9999", Date.UTC(9999, 11, 31, 23, 59, 59), "now"],
    ["in 1970", 0, "56 yr. ago"],
    ["before 1970", -DAY, "56 yr. ago"],
    ["on the first day that a server keeps", Date.UTC(1753, 0, 1), "273 yr. ago"],
  ])("is in words: %s", (_, at, words) => {
    expect(times.relative(at, NOW)).toBe(words);
  });

  it.each([1025, 1031, 1033, 1036, 1041, 3082])("is readable whatever it is, in the language %d", (languageCode) => {
    const instant = fc.oneof(
      fc.integer({ min: Date.UTC(1753, 0, 1), max: Date.UTC(9999, 11, 31, 23, 59, 59) }),
      fc.integer({ min: NOW - 3 * DAY, max: NOW + 3 * DAY }),
      fc.constantFrom(0, -1, NOW, -8e15 + 1, 8e15 - 1),
    );
    fc.assert(
      fc.property(instant, instant, fc.integer({ min: -12 * 60, max: 14 * 60 }), (at, now, offset) => {
        const spoken = createTimes(readCulture(languageCode), () => offset);
        for (const text of [spoken.relative(at, now), spoken.absolute(at), spoken.iso(at)]) {
          expect(text).not.toBe("");
          expect(text).not.toMatch(/NaN|Invalid|undefined|null|Infinity/);
        }
        expect(Date.parse(spoken.iso(at))).toBe(at);
      }),
      tries(100),
    );
  });
});

const cultures = new Map<number, string>();
/** The language that a resx file names for its dates. */
function readCulture(languageCode: number): string {
  const known = cultures.get(languageCode) ?? readResx(languageCode)["Culture"] ?? "";
  cultures.set(languageCode, known);
  return known;
}

describe("the midnight that ends a day", () => {
  it.each([
    ["Europe/Berlin", "2026-11-22T22:59:59Z", "2026-11-22T23:00:00Z"],
    ["Europe/Berlin", "2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z"],
    ["Europe/Berlin", "2026-03-28T23:30:00Z", "2026-03-29T22:00:00Z"],
    ["Europe/Berlin", "2026-10-24T22:30:00Z", "2026-10-25T23:00:00Z"],
    ["America/New_York", "2026-11-22T04:59:00Z", "2026-11-22T05:00:00Z"],
    ["Asia/Kathmandu", "2026-11-22T18:14:00Z", "2026-11-22T18:15:00Z"],
  ])("is in %s, at %s, at %s", (name, at, midnight) => {
    expect(new Date(createTimes("en", zone(name)).nextMidnight(Date.parse(at))).toISOString()).toBe(midnight.replace("Z", ".000Z"));
  });
});
