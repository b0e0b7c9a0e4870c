import { PhoneNumberError, toE164 } from "../../gateway/contract/phoneNumber";

describe("phone numbers", () => {
  it.each([
    ["+15550100", "+15550100"],
    ["+1 (555) 01-00", "+15550100"],
    ["+49 155.50/103", "+4915550103"],
    ["0015550100", "+15550100"],
    ["\u202a+1\u00a0555\u20110100\u202c", "+15550100"],
    ["+\uff11\uff15\uff15\uff15\uff10\uff11\uff10\uff10", "+15550100"],
  ])("are written as E.164: %s", (given, expected) => {
    expect(toE164(given)).toBe(expected);
  });

  it.each(["", "15550100", "0155 50103", "+0155501030", "+123456", "+1234567890123456", "AMAZON", "72727", "+1555x0100", "+15550100'"])(
    'are refused where they are not international: "%s"',
    (given) => {
      expect(() => toE164(given)).toThrow(PhoneNumberError);
      expect(() => toE164(given)).toThrow(/country code/);
    },
  );
});
