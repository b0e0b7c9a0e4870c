import type { TestDataverse } from "../dataverse";
import { cutConnection, dataverseForEachTest, openApp, settled } from "../launcher/app";
import { close, column, fieldNotices, made, notices } from "./openForm";

const current = dataverseForEachTest();
let dataverse: TestDataverse;

/** A configuration record, a minute younger than the last. */
function record(name: string, apps: string | null = null): string {
  dataverse.now += 60_000;
  return made(dataverse, "msgn_configuration", { msgn_name: name, msgn_apps: apps });
}

/** Opens the form of a record as the administrator; without an id, of a new one. Resolves when its script has done what it does. */
async function openForm(id?: string, languageId = 1033) {
  const form = await (await openApp(dataverse, "mia", languageId)).openForm("msgn_configuration", id);
  await settled();
  return form;
}

/** Deactivates a record in another window, then reads the form's row anew. */
async function deactivate(id: string, form: Awaited<ReturnType<typeof openForm>>) {
  dataverse.system("PATCH", `msgn_configurations(${id})`, { statecode: 1, statuscode: 2 });
  form.events.dataRead(3);
  await settled();
}

beforeEach(() => {
  dataverse = current();
});

it("says nothing on the form of the record that applies, nor of the first one that is being made", async () => {
  expect(notices(await openForm())).toEqual([]);
  const first = record("Default");
  record("Second");
  expect(notices(await openForm(first))).toEqual([]);
});

it("says on every other form that its record has no effect, and which one has", async () => {
  record("Default");
  const expected = ["WARNING This configuration has no effect while “Default” is active: the oldest active configuration applies."];
  expect(notices(await openForm(record("Second")))).toEqual(expected);
  expect(notices(await openForm())).toEqual(expected);
});

it("says so no more once the other record is inactive and the form is read anew", async () => {
  const first = record("Default");
  const form = await openForm(record("Second"));
  await deactivate(first, form);
  expect(notices(form)).toEqual([]);
});

it("says it in the user's language, whatever the record's name", async () => {
  record("$& “x”");
  expect(notices(await openForm(record("Second"), 1031))[0]).toContain("wirkungslos, solange „$& “x”“ aktiv ist");
});

it("says when none is active any more, that the defaults apply", async () => {
  const only = record("Default");
  const form = await openForm(only);
  await deactivate(only, form);
  expect(notices(form)).toEqual(["WARNING No configuration is active: the defaults apply, in all apps."]);
});

describe("apps", () => {
  it.each([
    ["msgn_MessageNotification", []],
    ["MSGN_messagenotification; \n", []],
    ["", []],
    [null, []],
    [
      "msgn_MessageNotification, Sales Hub",
      ["msgn_apps: No app has the unique name sales, hub. The apps’ unique names are: msgn_MessageNotification"],
    ],
  ])("that are entered as %j are answered with %j", async (entered, expected) => {
    const form = await openForm(record("Default"));
    column(form, "msgn_apps").enter("nothing");
    await settled();
    expect(fieldNotices(form)).toHaveLength(1);
    column(form, "msgn_apps").enter(entered);
    await settled();
    expect(fieldNotices(form)).toEqual(expected);
  });

  it("that are gone are named when the form opens, and do not keep the other settings from being saved", async () => {
    const form = await openForm(record("Default", "nothing"));
    expect(notices(form)).toEqual(["WARNING No app has the unique name nothing. The apps’ unique names are: msgn_MessageNotification"]);
    column(form, "msgn_refreshseconds").enter(30);
    await form.save(1);
    expect(dataverse.rows("msgn_configurations")[0]?.["msgn_refreshseconds"]).toBe(30);
    column(form, "msgn_apps").enter("");
    await settled();
    expect([notices(form), fieldNotices(form)]).toEqual([[], []]);
  });

  it("are taken as they are where nobody can say which there are", async () => {
    const form = await openForm(record("Default"));
    cutConnection();
    column(form, "msgn_apps").enter("nothing");
    await settled();
    expect(fieldNotices(form)).toEqual([]);
  });
});

describe("phone columns", () => {
  const wrong = (what: string) =>
    `Not understood: ${what}. Write contact.column or account.column, separated by commas. Until then no number is linked to a customer.`;

  it.each([
    ["contact.mobilephone, account.telephone1", []],
    [null, []],
    ["contact.mobilephone, mobil; lead.phone", [`msgn_phonecolumns: ${wrong("mobil, lead.phone")}`]],
  ])("that are entered as %j are answered with %j", async (entered, expected) => {
    const form = await openForm(record("Default"));
    column(form, "msgn_phonecolumns").enter("nothing");
    expect(fieldNotices(form)).toHaveLength(1);
    column(form, "msgn_phonecolumns").enter(entered);
    expect(fieldNotices(form)).toEqual(expected);
  });

  it("that are none are named when the form opens, and do not keep the other settings from being saved", async () => {
    const id = record("Default");
    dataverse.system("PATCH", `msgn_configurations(${id})`, { msgn_phonecolumns: "mobil" });
    const form = await openForm(id, 1031);
    expect(notices(form)).toEqual([expect.stringMatching(/^WARNING Nicht verständlich: mobil\./)]);
    column(form, "msgn_refreshseconds").enter(30);
    await form.save(1);
    expect(dataverse.rows("msgn_configurations")[0]?.["msgn_refreshseconds"]).toBe(30);
  });
});

it.each([
  ["is cut", () => Promise.reject(new TypeError("cut"))],
  ["answers with a sign-in page", () => Promise.resolve(new Response("<title>Sign in</title>"))],
])("says nothing where the server %s", async (_, answer) => {
  record("Default");
  const second = record("Second", "nothing");
  const app = await openApp(dataverse, "mia");
  globalThis.fetch = answer;
  const form = await app.openForm("msgn_configuration", second);
  await settled();
  expect(notices(form)).toEqual([]);
});

it("is no bug when the user leaves the form before the server answers", async () => {
  record("Default");
  const form = await (await openApp(dataverse, "mia")).openForm("msgn_configuration", record("Second", "nothing"));
  close(form);
  await settled();
  expect(notices(form)).toEqual([]);
});
