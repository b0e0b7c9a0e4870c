/** What the list shows of all notifications: by tab, by what was typed, in which order. */
import { findNotifications } from "../../NotificationPanel/findNotifications";
import type { Search } from "../../NotificationPanel/findNotifications";
import type { Notification } from "../../shared/inbox/snapshot";
import { MINUTE, NOW, buildNotification, buildNotifications } from "./fixtures";

const one = (contactName: string | null, phoneNumber: string, preview: string | null = "Hello") =>
  buildNotification({ preview, session: { id: phoneNumber, contactName, phoneNumber } });

const jane = one("Jane Doe", "+15550100", "Where is my order?");
const jose = one("José Núñez", "+34600111222", "Straße 5, Größe 42");
const omar = one(null, "+966555010107", "مرحبا");
const unread = one("Max Mustermann", "+4915123456789", null);
const everyone = [jane, jose, omar, unread];

const find = (words: string, all: readonly Notification[] = everyone, search: Partial<Search> = {}) =>
  findNotifications(all, { filter: "all", order: "newest", words, ...search });
const numbersFor = (words: string, all?: readonly Notification[]) =>
  find(words, all).notifications.map(({ session }) => session.phoneNumber);

describe("the search", () => {
  it.each([
    ["by name", "jane", [jane]],
    ["by a part of a name", "muster", [unread]],
    ["by words in any order, all of them", "doe jane", [jane]],
    ["by text", "order", [jane]],
    ["by name and text together", "doe order", [jane]],
    ["by name and part of the number", "jane 0100", [jane]],
    ["without regard to accents and case", "JOSE nunez", [jose]],
    ["with accents that the name has not", "jané", [jane]],
    ["with ss for ß", "strasse grosse", [jose]],
    ["by the number as it is", "+15550100", [jane]],
    ["by the number's digits, as people write them", "555 0100", [jane]],
    ["by digits with other signs between them", "(555) 01-00", [jane]],
    ["by digits of Arabic", "٥٥٥٠١٠٠", [jane]],
    ["by digits of full width", "５５５０１００", [jane]],
    ["by a number as it is called inside its country", "0151 234567", [unread]],
    ["by a number with the prefix of calls abroad", "0034600111", [jose]],
    ["by digits of a text", "42", [jose]],
    ["by Arabic", "مَرحبا", [omar]],
    ["every number by its +", "+", everyone],
    ["of nothing but spaces", "  ", everyone],
  ])("finds %s: %s", (_, words, expected) => {
    expect(find(words).notifications).toEqual(expected);
  });

  it.each([["nobody"], ["jane nobody"], ["555 0199"], ["5550100 9"]])("does not find %s", (words) => {
    expect(numbersFor(words)).toEqual([]);
  });

  it("takes Japanese in half width, and tells its voiced sounds from the others", () => {
    const both = [one("ガラス", "1"), one("カラス", "2")];
    expect([numbersFor("ｶﾞﾗｽ", both), numbersFor("カラス", both)]).toEqual([["1"], ["2"]]);
  });

  it("takes what looks like a pattern as it is", () => {
    const odd = [one("a.c (x)", "1"), one("abc", "2")];
    expect([numbersFor("a.c", odd), numbersFor("(x", odd), numbersFor(".*", odd)]).toEqual([["1"], ["1"], []]);
  });

  it("says of how many the text is not known, where it could have been in there", () => {
    expect([find("order").unsearched, find("muster").unsearched, find("").unsearched]).toEqual([1, 0, 0]);
  });

  it("finds by a text as soon as that is known", () => {
    expect(numbersFor("later", [{ ...unread, preview: "Sooner or later" }])).toEqual([unread.session.phoneNumber]);
  });
});

describe("the tabs", () => {
  const fresh = one("New", "1");
  const mine: Notification = { ...one("Mine", "2"), actions: ["view"] };
  const late: Notification = { ...one("Late", "3"), actions: ["assign"], isWaiting: true };
  const lateAndNew: Notification = { ...one("Late, new", "4"), isWaiting: true };
  const all = [fresh, mine, late, lateAndNew].map((notification) =>
    notification.actions.includes("accept")
      ? notification
      : { ...notification, session: { ...notification.session, status: "accepted" as const } },
  );

  it.each([
    ["all", ["1", "2", "3", "4"]],
    ["new", ["1", "4"]],
    ["mine", ["2"]],
    ["waiting", ["3", "4"]],
  ] as const)("%s has what it says", (filter, expected) => {
    expect(find("", all, { filter }).notifications.map(({ session }) => session.phoneNumber)).toEqual(expected);
  });

  it("count conversations, of what is searched for", () => {
    expect(find("", all, { filter: "mine" }).counts).toEqual({ all: 4, new: 2, mine: 1, waiting: 2 });
    expect(find("late", all, { filter: "mine" }).counts).toEqual({ all: 2, new: 1, mine: 0, waiting: 2 });
  });
});

describe("the order", () => {
  const at = (minutes: number, oldest: number, id: string) =>
    buildNotification({ session: { id, newestUnreadAt: NOW - minutes * MINUTE, oldestUnreadAt: NOW - oldest * MINUTE } });
  const all = [at(1, 10, "b"), at(2, 40, "c"), at(3, 10, "a")];
  const ids = (search: Partial<Search>) => find("", all, search).notifications.map(({ session }) => session.id);

  it("is that of the newest message, as the list comes", () => {
    expect(ids({})).toEqual(["b", "c", "a"]);
  });

  it("begins with who has waited longest, if that is asked for; equal waits keep their places", () => {
    expect(ids({ order: "longest" })).toEqual(["c", "b", "a"]);
  });

  it("leaves the list that it is given as it is", () => {
    const before = [...all];
    ids({ order: "longest" });
    expect(all).toEqual(before);
  });
});

it("gives the very list that it was given where everything is shown as it comes", () => {
  expect(find("").notifications).toBe(everyone);
});

it("reads each name, number and text once, however much is typed", () => {
  const many = buildNotifications(2_000);
  let read = 0;
  const counted = many.map((notification) =>
    Object.defineProperty({ ...notification }, "preview", {
      get: () => {
        read += 1;
        return notification.preview;
      },
    }),
  );
  find("contact 1", counted);
  const first = read;
  for (const words of ["contact 12", "contact 123"]) find(words, counted);
  expect([first > 0, read - first]).toEqual([true, 0]);
});
