import { answerText, faultOf, MOST_CHARACTERS } from "../../../shared/domain/answerText";

it.each([
  ["", "empty"],
  [" \n\t", "empty"],
  ["\u200b", "empty"],
  ["Hello", null],
  ["a".repeat(MOST_CHARACTERS), null],
  ["a".repeat(MOST_CHARACTERS + 1), "tooLong"],
  [`${"a".repeat(MOST_CHARACTERS)}\n\n`, null],
  ["Hi {customer}", "openPlace"],
])("finds in %j the fault %s", (draft, fault) => {
  expect(faultOf(draft)).toBe(fault);
});

it("goes out without space around it, its lines broken in one way", () => {
  expect(answerText(" one\r\ntwo \r three\n")).toBe("one\ntwo \n three");
});
