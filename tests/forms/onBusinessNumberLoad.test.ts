import type { TestDataverse } from "../dataverse";
import { dataverseForEachTest, openApp, settled } from "../launcher/app";
import { column, fieldNotices, made, notices, unlocked } from "./openForm";

const current = dataverseForEachTest();
let dataverse: TestDataverse;
const openForm = async (id?: string, languageId = 1033) =>
  (await openApp(dataverse, "mia", languageId)).openForm("msgn_businessnumber", id);
/** What the form says at its top, once it has asked. */
async function noticesOf(id: string, languageId = 1033): Promise<readonly string[]> {
  const form = await openForm(id, languageId);
  await settled();
  return notices(form);
}
const service = () => made(dataverse, "msgn_businessnumber", { msgn_name: "Service", msgn_phonenumber: "+15550999" });

beforeEach(() => {
  dataverse = current();
});

it("takes a number once: it is locked when the row is there, and everything else can be changed", async () => {
  expect(unlocked(await openForm())).toContain("msgn_phonenumber");
  const there = unlocked(await openForm(service()));
  expect(there).not.toContain("msgn_phonenumber");
  expect(there).toEqual(expect.arrayContaining(["msgn_name", "msgn_teamid", "msgn_ownedbyteam", "msgn_idletimeoutminutes"]));
});

it("brings a number into the form that gateways find it by, and refuses what is none", async () => {
  const form = await openForm();
  column(form, "msgn_phonenumber").enter(" +1 (555) 09-99 ");
  expect([column(form, "msgn_phonenumber").value, fieldNotices(form)]).toEqual(["+15550999", []]);
  column(form, "msgn_phonenumber").enter("hello");
  expect(fieldNotices(form)).toEqual(["msgn_phonenumber: Enter a plus sign, the country code, then digits 0–9 without (0): +15550100"]);
});

it("says the configuration's idle timeout, which counts where the number has none, in the user's language", async () => {
  dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_idletimeoutminutes: 20 });
  const id = service();
  expect(await noticesOf(id)).toEqual([
    "INFO The configuration’s idle timeout is 20 minutes (0: never). It counts where this number has none.",
  ]);
  expect(await noticesOf(id, 1031)).toEqual([expect.stringContaining("20 Minuten")]);
});

it.each([
  ["there is no configuration", undefined],
  ["the configuration has none", null],
])("says that nobody may take over where %s", async (_, minutes) => {
  if (minutes !== undefined) dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_idletimeoutminutes: minutes });
  expect(await noticesOf(service())).toEqual([expect.stringContaining("is 0 minutes (0: never)")]);
});
