import { numberForms } from "../../../gateway/customers/numberForms";

const german = "+4930999999";
const american = "+12025550199";

describe("a German number is looked for as", () => {
  it.each([
    "+4930123456",
    "4930123456",
    "004930123456",
    "+49 30 123456",
    "0049 30 123456",
    "+49-30-123456",
    "+49 (0)30 123456",
    "+49 (0) 30 123456",
    "tel:+4930123456",
    "030 123456",
    "030123456",
    "030/123456",
    "030-123456",
    "(030) 123456",
  ])("%s", (form) => {
    expect(numberForms("+4930123456", german)).toContain(form);
  });
});

describe("a number of the US is looked for as", () => {
  it.each([
    "+12025550123",
    "12025550123",
    "+1 202 555 0123",
    "+1 202-555-0123",
    "+1-202-555-0123",
    "+1 (202) 555-0123",
    "1-202-555-0123",
    "(202) 555-0123",
    "202-555-0123",
    "202.555.0123",
    "202 555 0123",
    "2025550123",
  ])("%s", (form) => {
    expect(numberForms("+12025550123", american)).toContain(form);
  });
});

it("is not looked for in a national way where another country was written to: there the same digits are somebody else's number", () => {
  const abroad = numberForms("+4930123456", american);
  expect(abroad).toContain("+49 30 123456");
  expect(abroad.filter((form) => /^\(?0?30/.test(form))).toEqual([]);
});

it.each([
  ["+6592345678", "Singapore", american],
  ["+4742345678", "Norway", "+14165550199"],
])("%s of %s is not looked for by its bare digits where these are a number of the country that was written to", (number, _, business) => {
  expect(numberForms(number, business)).toEqual(expect.arrayContaining([number, `00${number.slice(1)}`]));
  expect(numberForms(number, business)).not.toContain(number.slice(1));
  expect(numberForms(number, number)).toContain(number.slice(1));
});

it.each(["+15550100", "+99912345678", "+2105550100"])("%s, which no country has given to anybody, is looked for all the same", (number) => {
  // Not written to a number of the US: there 210 555 0100 is one of San Antonio's.
  expect(numberForms(number, "+6591234567")).toEqual(expect.arrayContaining([number, number.slice(1), `00${number.slice(1)}`]));
});

it("names each way once, E.164 first, and not so many that a request could not hold them", () => {
  for (const number of ["+4930123456", "+12025550123", "+442071838750", "+81312345678", "+966555010107", "+5511912345678", "+15550100"]) {
    const forms = numberForms(number, number);
    expect(forms[0]).toBe(number);
    expect(new Set(forms).size).toBe(forms.length);
    expect(forms.length).toBeLessThanOrEqual(36);
    expect(forms.filter((form) => form.trim() !== form || form.length > 30)).toEqual([]);
  }
});
