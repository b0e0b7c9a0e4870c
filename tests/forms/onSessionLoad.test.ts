import { FormTabs } from "../../sandbox/app/form/formTabs";
import type { Login, TestDataverse } from "../dataverse";
import { bugs, cutConnection, dataverseForEachTest, openApp, settled } from "../launcher/app";
import { column, made, unlocked } from "./openForm";

const ACCEPTED = 864500001;
const current = dataverseForEachTest();
let dataverse: TestDataverse;

/** Opens a session's form as this user; resolves when its script has done what it does. */
async function openForm(login: Login, sessionId: string) {
  const app = await openApp(dataverse, login);
  dataverse.asked.length = 0;
  const form = await app.openForm("msgn_session", sessionId);
  await settled();
  return form;
}

const ownedBy = (login: Login) => ({ msgn_sessionstatus: ACCEPTED, "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` });

beforeEach(() => {
  dataverse = current();
});

afterEach(() => jest.restoreAllMocks());

it("takes the focus to the conversation for the owner who has just come to it, and for nobody else", async () => {
  const id = dataverse.text("+15550100", { session: ownedBy("ana") });
  expect((await openForm("ana", id)).tabs.focused).toMatchObject({ tab: "conversation", count: 1 });
  expect((await openForm("ben", id)).tabs.focused).toBeUndefined();
});

it("gives the conversation all of its tab, and works where the form cannot", async () => {
  const id = dataverse.text("+15550100", { session: ownedBy("ana") });
  expect((await openForm("ben", id)).tabs.shown.map((tab) => [tab.name, tab.singleComponent])).toEqual([
    ["conversation", true],
    ["details", undefined],
  ]);
  jest.spyOn(FormTabs.prototype, "setContentType").mockImplementation(() => {
    throw new Error("not here");
  });
  expect((await openForm("ana", id)).tabs.focused).toMatchObject({ tab: "conversation" });
});

it("shows the conversation and nothing else of the form where it is beside the page, and the whole form where it is the page", async () => {
  const id = dataverse.text("+15550100", { session: ownedBy("ana") });
  const page = await openForm("ana", id);
  expect([page.header, page.footer]).toEqual([{ body: true, commandBar: true, tabNavigator: true }, true]);
  const app = await openApp(dataverse, "ana");
  app.panes.create({ paneId: "msgn_Conversation" });
  const beside = await app.openForm("msgn_session", id);
  expect([beside.header, beside.footer]).toEqual([{ body: false, commandBar: false, tabNavigator: false }, false]);
  await settled();
});

it("takes no focus in a session that nobody has accepted, whoever owns the row", async () => {
  const id = dataverse.text("+15550100", { session: { ...ownedBy("ana"), msgn_sessionstatus: 864500000 } });
  expect((await openForm("ana", id)).tabs.focused).toBeUndefined();
});

it("works where the form cannot take the focus", async () => {
  const id = dataverse.text("+15550100", { session: ownedBy("ana") });
  jest.spyOn(FormTabs.prototype, "focus").mockImplementation(() => {
    throw new Error("no tab to go to");
  });
  await openForm("ana", id);
  expect(bugs()).toEqual([]);
});

it("asks the server nothing: what is read is marked by the thread, which knows what has been seen", async () => {
  const id = dataverse.text("+15550100", { session: ownedBy("ana") });
  await openForm("ana", id);
  expect([dataverse.asked, dataverse.rows("msgn_messages?$filter=msgn_readon eq null").length]).toEqual([[], 1]);
});

describe("a session that is made by hand", () => {
  const BUSINESS = "+15550999";
  const openNew = async () => (await openApp(dataverse, "mia")).openForm("msgn_session");

  function contactNumber(number: string, customer = {}) {
    const id = made(dataverse, "msgn_contactnumber", { msgn_phonenumber: number, ...customer });
    return [{ id, name: number, entityType: "msgn_contactnumber" }];
  }

  function numberOf(lastname: string) {
    const contact = made(dataverse, "contact", { firstname: "Jane", lastname });
    return contactNumber("+15550100", { "msgn_customerid_contact@odata.bind": `/contacts(${contact})` });
  }

  it("is filled in on the form's second tab: a conversation is not there yet", async () => {
    expect((await openNew()).tabs.focused).toMatchObject({ tab: "details" });
  });

  it("has its numbers unlocked", async () => {
    expect(unlocked(await openNew())).toEqual(expect.arrayContaining(["msgn_contactnumberid", "msgn_businessnumber"]));
  });

  it("is called as the gateway would call it: the contact, then the business number; and is saved so", async () => {
    const form = await openNew();
    column(form, "msgn_contactnumberid").enter(numberOf("Doe"));
    column(form, "msgn_businessnumber").enter("001 555-0999");
    await settled();
    expect(column(form, "msgn_name").value).toBe("Jane Doe, +15550999");
    await form.save(1);
    expect(dataverse.rows("msgn_sessions")).toEqual([
      expect.objectContaining({ msgn_name: "Jane Doe, +15550999", msgn_businessnumber: BUSINESS }),
    ]);
  });

  it("is called after the number where no contact is known, also where the form was opened with it", async () => {
    const form = await openNew();
    column(form, "msgn_contactnumberid").set(contactNumber("+15550100"));
    form.events.opened();
    column(form, "msgn_businessnumber").enter(BUSINESS);
    await settled();
    expect(column(form, "msgn_name").value).toBe("+15550100, +15550999");
  });

  it("is called after the number where the contact cannot be read", async () => {
    const form = await openNew();
    const number = numberOf("Doe");
    cutConnection();
    column(form, "msgn_contactnumberid").enter(number);
    column(form, "msgn_businessnumber").enter(BUSINESS);
    await settled();
    expect(column(form, "msgn_name").value).toBe("+15550100, +15550999");
  });

  it("keeps the name that a person gave it", async () => {
    const form = await openNew();
    column(form, "msgn_contactnumberid").enter(numberOf("Doe"));
    await settled();
    column(form, "msgn_name").enter("Jane's bicycle");
    column(form, "msgn_businessnumber").enter(BUSINESS);
    await settled();
    expect(column(form, "msgn_name").value).toBe("Jane's bicycle");
  });

  it("follows the number that was chosen last, whatever is answered first", async () => {
    const form = await openNew();
    column(form, "msgn_businessnumber").enter(BUSINESS);
    column(form, "msgn_contactnumberid").enter(numberOf("Doe"));
    column(form, "msgn_contactnumberid").enter(contactNumber("+15550101"));
    await settled();
    expect(column(form, "msgn_name").value).toBe("+15550101, +15550999");
    column(form, "msgn_contactnumberid").enter(null);
    expect(column(form, "msgn_name").value).toBe("");
  });

  it("has a name that fits the column", async () => {
    const form = await openNew();
    column(form, "msgn_businessnumber").set("9".repeat(50));
    column(form, "msgn_contactnumberid").enter([{ id: dataverse.idOf("ana"), name: "n".repeat(400), entityType: "msgn_contactnumber" }]);
    await settled();
    const name = column(form, "msgn_name").value as string;
    expect([name.length, name.slice(-52)]).toEqual([200, `, ${"9".repeat(50)}`]);
  });
});
