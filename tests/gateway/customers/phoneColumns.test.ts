import { DEFAULT_PHONE_COLUMNS, readPhoneColumns } from "../../../gateway/customers/phoneColumns";
import { phoneColumnsOf, wrongPhoneColumns } from "../../../shared/domain/phoneColumns";

describe("the setting Phone Columns", () => {
  it.each([
    ["", DEFAULT_PHONE_COLUMNS],
    [" ,\n; ", DEFAULT_PHONE_COLUMNS],
    ["contact.mobilephone", { contact: ["mobilephone"] }],
    ["account.telephone1,contact.mobilephone", { account: ["telephone1"], contact: ["mobilephone"] }],
    ["Contact.MobilePhone; contact.new_whatsapp\ncontact.mobilephone", { contact: ["mobilephone", "new_whatsapp"] }],
  ])("%j means %j", (setting, columns) => {
    expect(readPhoneColumns(setting)).toEqual({ columns });
  });

  it.each([
    ["mobilephone", ["mobilephone"]],
    ["contact.mobilephone, lead.mobilephone", ["lead.mobilephone"]],
    ["contact.mobile phone", ["phone"]],
    ["contact.", ["contact."]],
    ["contact.mobilephone eq 'x' or", ["eq", "'x'", "or"]],
    ["contact.a)", ["contact.a)"]],
  ])("%j does not apply at all, because of %j", (setting, wrong) => {
    expect(readPhoneColumns(setting)).toEqual({ wrong });
  });

  it.each(["", "contact.mobilephone", "Account.telephone1;contact.fax", "contact.mobilephone, lead.x", "x", "contact.1a"])(
    "%j means the same to the gateway and in the app",
    (setting) => {
      const { columns, wrong } = readPhoneColumns(setting);
      expect(wrongPhoneColumns(setting)).toEqual(wrong ?? []);
      expect(phoneColumnsOf(setting)).toEqual({ contact: [], account: [], ...(columns ?? DEFAULT_PHONE_COLUMNS) });
    },
  );
});
