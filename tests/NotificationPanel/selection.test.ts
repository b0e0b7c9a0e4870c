import { extended, NO_SELECTION, toggled, within } from "../../NotificationPanel/selection";
import type { Selection } from "../../NotificationPanel/selection";

const ORDER = ["a", "b", "c", "d", "e"];
const of = (anchor: string | null, ...ids: readonly string[]): Selection => ({ ids: new Set(ids), anchor });

it("takes a row in and out", () => {
  const one = toggled(NO_SELECTION, "b");
  expect(one).toEqual(of("b", "b"));
  expect(toggled(one, "b")).toEqual(of("b"));
});

it.each([
  ["down", "b", "d", ["b", "c", "d"]],
  ["up", "d", "b", ["b", "c", "d"]],
  ["nowhere", "c", "c", ["c"]],
])("takes all in between from the row that was selected last, %s", (_, from, to, ids) => {
  expect([...extended(of(from, from), ORDER, to).ids].sort()).toEqual(ids);
});

it("goes from the same row again with the next range, and keeps what was selected elsewhere", () => {
  const first = extended(of("c", "a", "c"), ORDER, "d");
  expect(first).toEqual(of("c", "a", "c", "d"));
  expect(extended(first, ORDER, "b")).toEqual(of("c", "a", "c", "d", "b"));
});

it("takes the row alone where nothing was selected, or the row of before has gone", () => {
  expect(extended(NO_SELECTION, ORDER, "c")).toEqual(of("c", "c"));
  expect(extended(of("gone"), ORDER, "c")).toEqual(of("c", "c"));
});

it("does not survive for rows that the agent does not see", () => {
  expect(within(of("a", "a", "b", "x"), ORDER)).toEqual(of("a", "a", "b"));
  const whole = of("a", "a", "b");
  expect(within(whole, ORDER)).toBe(whole);
});
