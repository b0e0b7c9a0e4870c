import { onLoad } from "../../forms/session";
import type { Login, TestDataverse } from "../dataverse";
import { createForm, createPanes, dataverseForEachTest, openApp, settled } from "../launcher/app";

const ACCEPTED = 864500001;
const current = dataverseForEachTest();
let dataverse: TestDataverse;

/** Opens a session's form as this user; resolves when its script has done what it does. */
async function openForm(login: Login, sessionId: string) {
  const row = dataverse.system("GET", `msgn_sessions(${sessionId})`);
  openApp(createPanes(), `{${dataverse.idOf(login).toUpperCase()}}`);
  globalThis.fetch = dataverse.fetchAs(login) as typeof fetch;
  const owner = [{ id: `{${String(row["_ownerid_value"]).toUpperCase()}}`, entityType: "systemuser" }];
  const form = createForm({ ownerid: owner, msgn_sessionstatus: row["msgn_sessionstatus"] }, `{${sessionId.toUpperCase()}}`);
  dataverse.asked.length = 0;
  onLoad(form.event);
  await settled();
  return form;
}

const ownedBy = (login: Login) => ({ msgn_sessionstatus: ACCEPTED, "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` });
const unread = () => dataverse.rows("msgn_messages?$filter=msgn_readon eq null").length;

beforeEach(() => {
  dataverse = current();
});

it("marks the messages read when the owner opens the session, and shows them so", async () => {
  const id = dataverse.text("+15550100", { session: ownedBy("ana") });
  dataverse.text("+15550100");
  const form = await openForm("ana", id);
  expect(unread()).toBe(0);
  expect(form.controls).toEqual(["refresh messages"]);
});

it("tells the agent's tabs", async () => {
  const id = dataverse.text("+15550100", { session: ownedBy("ana") });
  const tab = new BroadcastChannel(`msgn_MessageNotification:1:${dataverse.idOf("ana")}`);
  const heard = new Promise((resolve) => (tab.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data)));
  await openForm("ana", id);
  expect(await heard).toEqual({ type: "read", sessionId: id });
  tab.close();
});

it("marks nothing when somebody else looks at the session", async () => {
  await openForm("ben", dataverse.text("+15550100", { session: ownedBy("ana") }));
  expect([unread(), dataverse.asked]).toEqual([1, []]);
});

it("marks nothing of a session that nobody has accepted, whoever owns the row", async () => {
  await openForm("ana", dataverse.text("+15550100", { session: { ...ownedBy("ana"), msgn_sessionstatus: 864500000 } }));
  expect([unread(), dataverse.asked]).toEqual([1, []]);
});

it("does not make a message anew that was deleted meanwhile", async () => {
  const id = dataverse.text("+15550100", { session: ownedBy("ana") });
  const fetchAsAna = dataverse.fetchAs("ana");
  const form = openForm("ana", id);
  globalThis.fetch = (async (url: string, init: RequestInit) => {
    if (init.method === "POST")
      for (const row of dataverse.rows("msgn_messages")) dataverse.system("DELETE", `msgn_messages(${String(row["msgn_messageid"])})`);
    return fetchAsAna(url, init);
  }) as typeof fetch;
  await form;
  expect(dataverse.rows("msgn_messages")).toEqual([]);
});

it("marks a wait of more messages than one batch takes", async () => {
  const id = dataverse.text("+15550100", { session: ownedBy("ana") });
  for (let count = 0; count < 1_050; count++) dataverse.text("+15550100");
  await openForm("ana", id);
  for (let waited = 0; unread() > 0 && waited < 20_000; waited += 100) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(unread()).toBe(0);
  expect(dataverse.asked.filter((path) => path.includes("$batch"))).toHaveLength(2);
});

describe("a session that is made by hand", () => {
  const BUSINESS = "+15550999";

  /** Opens the form of a new session as Ana. */
  function openNew(values: Record<string, unknown> = {}) {
    openApp(createPanes(), `{${dataverse.idOf("ana")}}`);
    globalThis.fetch = dataverse.fetchAs("ana") as typeof fetch;
    const form = createForm({ msgn_name: null, msgn_contactnumberid: null, msgn_businessnumber: null, ...values }, "");
    onLoad(form.event);
    return form;
  }

  function contactNumber(number: string, customer = {}) {
    const row = dataverse.system("POST", "msgn_contactnumbers", { msgn_phonenumber: number, ...customer });
    return [{ id: `{${String(row["msgn_contactnumberid"])}}`, name: number, entityType: "msgn_contactnumber" }];
  }

  function numberOf(lastname: string) {
    const contact = dataverse.system("POST", "contacts", { firstname: "Jane", lastname });
    return contactNumber("+15550100", { "msgn_customerid_contact@odata.bind": `/contacts(${String(contact["contactid"])})` });
  }

  it("has its numbers unlocked", () => {
    expect(openNew().controls).toEqual(["unlock msgn_contactnumberid", "unlock msgn_businessnumber"]);
  });

  it("is called as the gateway would call it: the contact, then the business number", async () => {
    const form = openNew();
    form.attribute("msgn_contactnumberid").change(numberOf("Doe"));
    form.attribute("msgn_businessnumber").change(BUSINESS);
    await settled();
    expect(form.attribute("msgn_name")).toMatchObject({ value: "Jane Doe, +15550999", submitMode: "always" });
  });

  it("is called after the number where no contact is known", async () => {
    const form = openNew({ msgn_contactnumberid: contactNumber("+15550100") });
    form.attribute("msgn_businessnumber").change(BUSINESS);
    await settled();
    expect(form.attribute("msgn_name").value).toBe("+15550100, +15550999");
  });

  it("is called after the number where the contact cannot be read", async () => {
    const form = openNew();
    globalThis.fetch = () => Promise.reject(new TypeError("cut"));
    form.attribute("msgn_contactnumberid").change(numberOf("Doe"));
    form.attribute("msgn_businessnumber").change(BUSINESS);
    await settled();
    expect(form.attribute("msgn_name").value).toBe("+15550100, +15550999");
  });

  it("keeps the name that a person gave it", async () => {
    const form = openNew();
    form.attribute("msgn_contactnumberid").change(numberOf("Doe"));
    await settled();
    form.attribute("msgn_name").change("Jane's bicycle");
    form.attribute("msgn_businessnumber").change(BUSINESS);
    await settled();
    expect(form.attribute("msgn_name").value).toBe("Jane's bicycle");
  });

  it("follows the number that was chosen last, whatever is answered first", async () => {
    const form = openNew({ msgn_businessnumber: BUSINESS });
    form.attribute("msgn_contactnumberid").change(numberOf("Doe"));
    form.attribute("msgn_contactnumberid").change(contactNumber("+15550101"));
    await settled();
    expect(form.attribute("msgn_name").value).toBe("+15550101, +15550999");
    form.attribute("msgn_contactnumberid").change(null);
    expect(form.attribute("msgn_name").value).toBe("");
  });

  it("has a name that fits the column", async () => {
    const form = openNew({ msgn_businessnumber: "9".repeat(50) });
    form.attribute("msgn_contactnumberid").change([{ id: dataverse.idOf("ana"), name: "n".repeat(400), entityType: "msgn_contactnumber" }]);
    await settled();
    const name = String(form.attribute("msgn_name").value);
    expect([name.length, name.slice(-52)]).toEqual([200, `, ${"9".repeat(50)}`]);
  });
});
