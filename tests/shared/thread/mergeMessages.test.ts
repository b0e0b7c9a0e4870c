import fc from "fast-check";
import { mergeMessages } from "../../../shared/thread/mergeMessages";
import { NOON } from "../sessions";
import { message } from "./messages";
import { tries } from "../../hostile";

const [first, second] = [message({ id: "1", sequence: "9" }), message({ id: "2", sequence: "10" })];

it("puts texts of one moment in the order in which they were stored, and what the server does not have last", () => {
  const pending = message({ id: "3", sequence: "" });
  expect(mergeMessages([], [pending, second, first]).map(({ id }) => id)).toEqual(["1", "2", "3"]);
});

it("keeps every object, and the list, where nothing has changed", () => {
  const known = mergeMessages([], [first, second]);
  expect(mergeMessages(known, [{ ...first }, { ...second }])).toBe(known);
});

it("takes a text that has changed in the place of the known one, and leaves the others", () => {
  const known = mergeMessages([], [first, second]);
  const next = mergeMessages(known, [{ ...second, delivery: "delivered" }]);
  expect(next[0]).toBe(known[0]);
  expect(next[1]?.delivery).toBe("delivered");
});

it("gives the same list, whatever comes first", () => {
  const texts = fc.uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 50 }), second: fc.integer({ min: 0, max: 5 }) }), {
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(texts, texts, (some, others) => {
      const made = [...some, ...others.filter(({ id }) => !some.some((one) => one.id === id))].map(({ id, second }) =>
        message({ id: String(id), sequence: String(id), at: NOON + second * 1000 }),
      );
      const cut = some.length;
      const [a, b] = [made.slice(0, cut), made.slice(cut)];
      expect(mergeMessages(mergeMessages([], a), b)).toEqual(mergeMessages(mergeMessages([], b), a));
    }),
    tries(200),
  );
});

it("leaves texts of one moment without a number in the order in which they came", () => {
  const pending = ["3", "1", "2"].map((id) => message({ id, sequence: "" }));
  expect(mergeMessages(pending.slice(0, 1), pending.slice(1)).map(({ id }) => id)).toEqual(["3", "1", "2"]);
});
