import { collection } from "../form/collection";
import { bracedId } from "../navigation/address";
import { isRightToLeft, languageTag } from "../session/labels";
import type { Session } from "../session/session";
import { strict } from "../strict";

/** How dates are written in the user's language. */
export function dateFormattingInfo(languageId: number): object {
  const tag = languageTag(languageId);
  const days = (weekday: "long" | "short" | "narrow"): string[] =>
    Array.from({ length: 7 }, (_, day) => new Intl.DateTimeFormat(tag, { weekday, timeZone: "UTC" }).format(Date.UTC(2023, 0, 1 + day)));
  const months = (month: "long" | "short"): string[] =>
    Array.from({ length: 12 }, (_, at) => new Intl.DateTimeFormat(tag, { month, timeZone: "UTC" }).format(Date.UTC(2023, at, 1)));
  return strict(
    {
      dayNames: days("long"),
      abbreviatedDayNames: days("short"),
      shortestDayNames: days("narrow"),
      monthNames: months("long"),
      abbreviatedMonthNames: months("short"),
      firstDayOfWeek: languageId === 1033 ? 0 : 1,
      shortDatePattern: pattern(tag, { year: "numeric", month: "numeric", day: "numeric" }),
      shortTimePattern: pattern(tag, { hour: "numeric", minute: "2-digit" }),
      dateSeparator: separator(tag, "date"),
      timeSeparator: separator(tag, "hour"),
      amDesignator: dayPeriod(tag, 3),
      pmDesignator: dayPeriod(tag, 15),
    },
    "dateFormattingInfo",
  );
}

function pattern(tag: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(tag, options);
  const hour = format.resolvedOptions().hour12 ? "h" : "HH";
  const letters: Readonly<Record<string, string>> = { year: "yyyy", month: "M", day: "d", hour, minute: "mm", dayPeriod: "tt" };
  const parts = format.formatToParts(new Date(2023, 0, 2, 3, 4));
  // The platform's patterns have plain spaces.
  return parts.map((part) => letters[part.type] ?? part.value.replace("\u202f", " ")).join("");
}

function dayPeriod(tag: string, hour: number): string {
  const parts = new Intl.DateTimeFormat(tag, { hour: "numeric", hour12: true }).formatToParts(new Date(2023, 0, 2, hour));
  return parts.find(({ type }) => type === "dayPeriod")?.value ?? "";
}

function separator(tag: string, after: "date" | "hour"): string {
  const options = after === "hour" ? ({ timeStyle: "short" } as const) : ({ dateStyle: "short" } as const);
  const parts = new Intl.DateTimeFormat(tag, options).formatToParts(new Date(2023, 0, 2, 3, 4));
  const first = parts.findIndex(({ type }) => type === after || (after === "date" && type !== "literal"));
  // Without the marks of direction that Arabic has around it: the pattern has them.
  return (parts[first + 1]?.value ?? "").replace(/[\u200e\u200f]/g, "");
}

/** `getGlobalContext().userSettings`. */
export function userSettings(session: Session): object {
  const { user, languageId, privileges } = session;
  return strict(
    {
      userId: bracedId(user.id),
      userName: user.fullName,
      languageId,
      isRTL: isRightToLeft(languageId),
      dateFormattingInfo: dateFormattingInfo(languageId),
      securityRolePrivileges: privileges.ids,
      getTimeZoneOffsetMinutes: () => -new Date().getTimezoneOffset(),
      get roles(): object {
        return collection(
          "roles",
          (role: { name: string }) => role.name,
          () => session.roles,
        );
      },
      get securityRoles(): string[] {
        return session.roles.map((role) => role.id);
      },
    },
    "userSettings",
  );
}
