import type { TestDataverse } from "../dataverse";
import { dataverseForEachTest, openApp, settled } from "../launcher/app";
import { column, fieldNotices, isShown, made, notices, unlocked } from "./openForm";

const current = dataverseForEachTest();
let dataverse: TestDataverse;
const openForm = async (id?: string, languageId = 1033) => (await openApp(dataverse, "mia", languageId)).openForm("msgn_contactnumber", id);

beforeEach(() => {
  dataverse = current();
});

it("takes a number once: it is locked when the row is there", async () => {
  const id = made(dataverse, "msgn_contactnumber", { msgn_phonenumber: "+15550100" });
  expect(unlocked(await openForm())).toContain("msgn_phonenumber");
  expect(unlocked(await openForm(id))).not.toContain("msgn_phonenumber");
});

it("shows when, by whom, why and until when it was blocked while it is", async () => {
  const id = made(dataverse, "msgn_contactnumber", { msgn_phonenumber: "+15550100" });
  const form = await openForm(id);
  const blocking = () => ["msgn_blockedon", "msgn_blockedby", "msgn_blockreason", "msgn_blockeduntil"].map((name) => isShown(form, name));
  expect(blocking()).toEqual([false, false, false, false]);
  dataverse.system("PATCH", `msgn_contactnumbers(${id})`, { statecode: 1, statuscode: 2 });
  await form.load();
  form.events.dataRead(3);
  expect(blocking()).toEqual([true, true, true, true]);
});

it("says that a block has ended, by the server's clock", async () => {
  const until = (ms: number) => new Date(dataverse.now + ms).toISOString();
  const noticesOf = async (id: string) => {
    const form = await openForm(id);
    await settled();
    return notices(form);
  };
  const id = made(dataverse, "msgn_contactnumber", { msgn_phonenumber: "+15550100" });
  dataverse.system("PATCH", `msgn_contactnumbers(${id})`, { statecode: 1, statuscode: 2, msgn_blockeduntil: until(60_000) });
  expect(await noticesOf(id)).toEqual([]);
  dataverse.now += 60_000;
  expect(await noticesOf(id)).toEqual(["INFO The block has ended by itself: agents are notified of this number’s messages again."]);
  dataverse.system("PATCH", `msgn_contactnumbers(${id})`, { msgn_blockeduntil: null });
  expect(await noticesOf(id)).toEqual([]);
  dataverse.system("PATCH", `msgn_contactnumbers(${id})`, { statecode: 0, statuscode: 1, msgn_blockeduntil: until(-1) });
  expect(await noticesOf(id)).toEqual([]);
});

describe("a number", () => {
  it.each([
    ["+15550100", "+15550100"],
    [" +1 (555) 01-00 ", "+15550100"],
    ["0049 30/901820", "+4930901820"],
    ["\u202a+15550100\u202c", "+15550100"],
    ["+49\u00a030.90\u201118\u201120", "+4930901820"],
  ])("that is entered as %j becomes what gateways find it by: %s", async (entered, expected) => {
    const form = await openForm();
    column(form, "msgn_phonenumber").enter(entered);
    expect([column(form, "msgn_phonenumber").value, fieldNotices(form)]).toEqual([expected, []]);
  });

  it.each(["hello 555", "030 901820", "+0123456789", "+123", `+1${"5".repeat(15)}`, "+1555o100", "+49 (0)30 901820"])(
    "that is entered as %j is refused, and the form says how it must be",
    async (entered) => {
      const form = await openForm();
      column(form, "msgn_phonenumber").enter(entered);
      expect(fieldNotices(form)).toEqual(["msgn_phonenumber: Enter a plus sign, the country code, then digits 0–9 without (0): +15550100"]);
      column(form, "msgn_phonenumber").enter("+15550100");
      expect(fieldNotices(form)).toEqual([]);
    },
  );

  it("is refused in the user's language", async () => {
    const form = await openForm(undefined, 1031);
    column(form, "msgn_phonenumber").enter("hello");
    expect(fieldNotices(form)[0]).toContain("Geben Sie ein Pluszeichen");
  });
});
