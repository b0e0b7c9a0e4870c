import { isSameNumber, nationalDigits } from "../../../shared/domain/numberDigits";

it.each([
  ["+15550100", "5550100"],
  ["+74951234567", "4951234567"],
  ["+4930123456", "30123456"],
  ["+447700900123", "7700900123"],
  ["+81312345678", "312345678"],
  ["+966555010107", "555010107"],
  ["+35312345678", "12345678"],
  ["+5989912345", "9912345"],
])("%s is %s behind its country code", (number, national) => {
  expect(nationalDigits(number)).toBe(national);
});

describe("a number in a record", () => {
  it.each([
    ["+49 30 123456", true],
    ["0049-30-123456", true],
    ["+49 (0)30 123456", true],
    ["030/123456", true],
    ["30123456", true],
    ["tel:+4930123456", true],
    ["+49 30 1234567", false],
    ["+48 30 123456", false],
    ["30 123 45", false],
    ["", false],
  ])("written as %j is +4930123456: %s", (written, expected) => {
    expect(isSameNumber(written, "+4930123456")).toBe(expected);
  });

  it("may keep the nought that Italy dials from abroad, too", () => {
    expect(["+39 06 1234 5678", "06 12345678"].map((written) => isSameNumber(written, "+390612345678"))).toEqual([true, true]);
  });
});
