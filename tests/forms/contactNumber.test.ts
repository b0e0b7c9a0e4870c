import { onLoad } from "../../forms/contactNumber";
import { closeApp, createForm, createPanes, openApp } from "../launcher/app";

const HIDDEN = ["hide msgn_blockedon", "hide msgn_blockedby"];

function openForm(id: string, statuscode = 1) {
  openApp(createPanes());
  const form = createForm({ msgn_phonenumber: null, statuscode }, id);
  onLoad(form.event);
  return form;
}

afterEach(closeApp);

it("takes a number once: it is locked when the row is there", () => {
  expect(openForm("").controls).toEqual(["unlock msgn_phonenumber", ...HIDDEN]);
  expect(openForm("{1}").controls).toEqual(HIDDEN);
});

it("shows when and by whom it was blocked while it is", () => {
  expect(openForm("{1}", 2).controls).toEqual(["show msgn_blockedon", "show msgn_blockedby"]);
});

it.each([
  ["+15550100", "+15550100"],
  [" +1 (555) 01-00 ", "+15550100"],
  ["0049 30/901820", "+4930901820"],
  ["\u202a+15550100\u202c", "+15550100"],
  ["+49\u00a030.90\u201118\u201120", "+4930901820"],
])("brings %j into the one form that gateways find it in: %s", (entered, expected) => {
  const form = openForm("");
  form.attribute("msgn_phonenumber").change(entered);
  expect([form.attribute("msgn_phonenumber").value, form.fieldNotices()]).toEqual([expected, []]);
});

it.each(["hello 555", "030 901820", "+0123456789", "+123", `+1${"5".repeat(15)}`, "+1555o100", "+49 (0)30 901820"])(
  "refuses %j, and says how it must be",
  (entered) => {
    const form = openForm("");
    form.attribute("msgn_phonenumber").change(entered);
    expect(form.fieldNotices()).toEqual(["msgn_phonenumber: Enter a plus sign, the country code, then digits 0–9 without (0): +15550100"]);
    form.attribute("msgn_phonenumber").change("+15550100");
    expect(form.fieldNotices()).toEqual([]);
  },
);
