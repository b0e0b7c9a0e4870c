import { PhoneNumberError, isWithheld, toE164 } from "../../gateway/contract/phoneNumber";

describe("phone numbers", () => {
  it.each([
    ["+15550100", "+15550100"],
    ["+1 (555) 01-00", "+15550100"],
    ["+49 155.50/103", "+4915550103"],
    ["0015550100", "+15550100"],
    ["\u202a+1\u00a0555\u20110100\u202c", "+15550100"],
    ["whatsapp:+15550100", "+15550100"],
    ["RCS: +1 555 0100", "+15550100"],
    ["tel:+1-555-0100", "+15550100"],
    ["+\uff11\uff15\uff15\uff15\uff10\uff11\uff10\uff10", "+15550100"],
  ])("are written as E.164: %s", (given, expected) => {
    expect(toE164(given)).toBe(expected);
  });

  it.each([
    "",
    "15550100",
    "0155 50103",
    "+0155501030",
    "+123456",
    "+1234567890123456",
    "AMAZON",
    "72727",
    "+1555x0100",
    "+15550100'",
    "messenger:1079836",
    "messenger:+15550100",
    "rcs:agent",
    "a:b:+15550100",
  ])('are refused where they are not international: "%s"', (given) => {
    expect(() => toE164(given)).toThrow(PhoneNumberError);
    expect(() => toE164(given)).toThrow(/country code/);
  });

  it("are quoted in short, however long what was given is", () => {
    expect(() => toE164("x".repeat(60_000))).toThrow(/^.{50,250}$/);
  });

  // As Twilio sends them: the words Anonymous, Blocked, Restricted, Unavailable, Unknown on a phone's keys.
  it.each(["+266696687", "+2562533", "+7378742833", "+86282452253", "+8656696"])(
    "are none where the sender withholds them: %s",
    (given) => {
      expect(isWithheld(toE164(given))).toBe(true);
    },
  );

  it("are not taken for withheld ones", () => {
    expect(["+26669668", "+2666966870", "+15550100"].some(isWithheld)).toBe(false);
  });
});
