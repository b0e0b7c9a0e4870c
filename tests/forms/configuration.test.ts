import { onLoad } from "../../forms/configuration";
import type { TestDataverse } from "../dataverse";
import { createForm, createPanes, dataverseForEachTest, openApp, settled } from "../launcher/app";

const current = dataverseForEachTest();
let dataverse: TestDataverse;

/** A configuration record, a minute younger than the last. */
function record(name: string): string {
  dataverse.now += 60_000;
  return String(dataverse.system("POST", "msgn_configurations", { msgn_name: name })["msgn_configurationid"]);
}

/** Opens the form of a record as the administrator; resolves when its script has done what it does. */
async function openForm(id: string, languageId = 1033, apps: string | null = null) {
  openApp(createPanes(), `{${dataverse.idOf("mia")}}`, languageId);
  globalThis.fetch = dataverse.fetchAs("mia") as typeof fetch;
  const form = createForm({ msgn_apps: apps }, id === "" ? "" : `{${id.toUpperCase()}}`);
  onLoad(form.event);
  await settled();
  return form;
}

beforeEach(() => {
  dataverse = current();
});

it("says nothing on the form of the record that applies, nor of the first one that is being made", async () => {
  expect((await openForm("")).notices()).toEqual([]);
  const first = record("Default");
  record("Second");
  expect((await openForm(first)).notices()).toEqual([]);
});

it("says on every other form that its record has no effect, and which one has", async () => {
  record("Default");
  const expected = ["WARNING This configuration has no effect while “Default” is active: the oldest active configuration applies."];
  expect((await openForm(record("Second"))).notices()).toEqual(expected);
  expect((await openForm("")).notices()).toEqual(expected);
});

it("says so no more once the other record is inactive and the form is read anew", async () => {
  const first = record("Default");
  const form = await openForm(record("Second"));
  dataverse.system("PATCH", `msgn_configurations(${first})`, { statecode: 1, statuscode: 2 });
  form.readAnew();
  await settled();
  expect(form.notices()).toEqual([]);
});

it("says it in the user's language, whatever the record's name", async () => {
  record("$& “x”");
  expect((await openForm(record("Second"), 1031)).notices()[0]).toContain("wirkungslos, solange „$& “x”“ aktiv ist");
});

it("says when none is active any more, that the defaults apply", async () => {
  const only = record("Default");
  const form = await openForm(only);
  dataverse.system("PATCH", `msgn_configurations(${only})`, { statecode: 1, statuscode: 2 });
  form.readAnew();
  await settled();
  expect(form.notices()).toEqual(["WARNING No configuration is active: the defaults apply, in all apps."]);
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
    form.attribute("msgn_apps").change("nothing");
    await settled();
    expect(form.fieldNotices()).toHaveLength(1);
    form.attribute("msgn_apps").change(entered);
    await settled();
    expect(form.fieldNotices()).toEqual(expected);
  });

  it("that are gone are named when the form opens, and do not keep the other settings from being saved", async () => {
    const form = await openForm(record("Default"), 1033, "nothing");
    expect(form.notices()).toEqual(["WARNING No app has the unique name nothing. The apps’ unique names are: msgn_MessageNotification"]);
    expect(form.fieldNotices()).toEqual([]);
    form.attribute("msgn_apps").change("");
    await settled();
    expect([form.notices(), form.fieldNotices()]).toEqual([[], []]);
  });

  it("are taken as they are where nobody can say which there are", async () => {
    const form = await openForm(record("Default"));
    globalThis.fetch = () => Promise.reject(new TypeError("cut"));
    form.attribute("msgn_apps").change("nothing");
    await settled();
    expect(form.fieldNotices()).toEqual([]);
  });
});

it("says nothing where the server cannot say", async () => {
  record("Default");
  const second = record("Second");
  openApp(createPanes(), `{${dataverse.idOf("mia")}}`);
  globalThis.fetch = () => Promise.reject(new TypeError("cut"));
  const form = createForm({}, `{${second}}`);
  onLoad(form.event);
  await settled();
  expect(form.notices()).toEqual([]);
});
