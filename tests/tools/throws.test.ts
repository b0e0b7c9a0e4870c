/** What a function throws is said in one way, by `@throws`: a reader who looks for it finds all of it. */
import { productFiles } from "./productFiles";

/** Comments that say it in another way; "never throws" and "never rejects" are a promise of their own. */
const OTHER_WAYS = /\brejects? with\b|\bthrows (an? )?(RequestFailed|\w*Error)\b/i;

const COMMENT = /\/\*\*[^]*?\*\/|\/\/.*/g;

it("says what is thrown by @throws, in all of the product", () => {
  const found = [...productFiles()].flatMap(([file, text]) =>
    (text.match(COMMENT) ?? [])
      .filter((comment) => OTHER_WAYS.test(comment.replaceAll("@throws", "")))
      .map((comment) => `${file}: ${comment}`),
  );
  expect(found).toEqual([]);
});

it.each([
  ["Rejects with RequestFailed.", true],
  ["Every method rejects with what the task rejects with.", true],
  ["Throws a RangeError for more.", true],
  ["Nothing here throws or rejects.", false],
])("finds it in %j: %s", (comment, expected) => {
  expect(OTHER_WAYS.test(comment)).toBe(expected);
});
