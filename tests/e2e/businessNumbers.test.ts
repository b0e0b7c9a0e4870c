/** Several business numbers: who is notified, what the number is called, and what the administrator sees of it on the forms. */
import { eventually, navigate, openTab } from "./browser";
import type { Desk } from "./browser";
import { conversationPath, sessionOf } from "./conversation";
import { setOffice } from "./setOffice";

jest.setTimeout(120_000);

const office = setOffice();
const SERVICE = "+12025550190";

/** The row that the gateway has made of a number. */
async function rowOf(number: string): Promise<string> {
  const filter = encodeURIComponent(`msgn_phonenumber eq '${number}'`);
  const { body } = await office.sandbox.api("mia", "GET", `msgn_businessnumbers?$filter=${filter}`);
  const [row] = body["value"] as readonly Record<string, unknown>[];
  return `msgn_businessnumbers(${String(row?.["msgn_businessnumberid"])})`;
}

/** A page of the app, as Mia. */
async function miasPage(path: string): Promise<Desk> {
  const { context } = await office.desk("mia");
  return openTab(context, office.sandbox.urlOf("mia", path));
}

it("is everyone's with its first text; with a team it is the team's from the next page on, under the name that it is given", async () => {
  const { sandbox } = office;
  await sandbox.sms("+12025550191", "My bike squeaks", "Nia Brook", undefined, SERVICE);
  const ana = await office.desk("ana");
  const mia = await office.desk("mia");
  for (const desk of [ana, mia]) {
    await desk.openPanel();
    await desk.notification("Nia Brook").waitFor();
  }
  const { body } = await sandbox.api("root", "GET", "teams?$filter=name%20eq%20'Front%20Desk'");
  const team = String((body["value"] as readonly Record<string, unknown>[])[0]?.["teamid"]);
  const row = { msgn_name: "Service", msgn_idletimeoutminutes: 5, "msgn_teamid@odata.bind": `/teams(${team})` };
  expect((await sandbox.api("mia", "PATCH", await rowOf(SERVICE), row)).status).toBe(204);
  // Ana belongs to Front Desk, Mia does not.
  await navigate(ana, "Contacts");
  await ana.notification("Nia Brook").getByText("To Service").waitFor();
  await navigate(mia, "Contacts");
  await eventually(async () => expect(await mia.notification("Nia Brook").count()).toBe(0));
  expect([ana.errors, mia.errors]).toEqual([[], []]);
});

it("offers nothing in a conversation that is another team's, and says whose number it is", async () => {
  const mia = await miasPage(conversationPath(await sessionOf(office.sandbox, "Nia Brook")));
  const { region } = mia.conversation("Nia Brook");
  await region.getByText("To Service").waitFor();
  await region.getByText("My bike squeaks").waitFor();
  for (const action of ["Accept", "Dismiss", "Block"]) expect(await region.getByRole("button", { name: action }).count()).toBe(0);
});

it("shows an administrator on the configuration's form which numbers have an idle timeout of their own", async () => {
  const { body } = await office.sandbox.api("mia", "GET", "msgn_configurations?$top=1");
  const [configuration] = body["value"] as readonly Record<string, unknown>[];
  const path = `/main.aspx?pagetype=entityrecord&etn=msgn_configuration&id=${String(configuration?.["msgn_configurationid"])}`;
  const { page } = await miasPage(path);
  const list = page.getByRole("table", { name: "Business Numbers With Their Own Idle Timeout" });
  await list.getByText("Service", { exact: true }).waitFor();
  await list.getByText(SERVICE).waitFor();
});
