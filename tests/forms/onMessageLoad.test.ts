import { dataverseForEachTest, openApp } from "../launcher/app";
import { column, unlocked } from "./openForm";

const current = dataverseForEachTest();
const openForm = async (id?: string) => (await openApp(current(), "mia")).openForm("msgn_message", id);
const GIVEN = ["msgn_sessionid", "msgn_direction", "msgn_body", "msgn_receivedon", "msgn_providermessageid"];

it("leaves a message that is there locked, and as it is", async () => {
  current().text("+15550100");
  const [row] = current().rows("msgn_messages");
  const form = await openForm(String(row?.["msgn_messageid"]));
  expect(unlocked(form).filter((name) => [...GIVEN, "msgn_readon"].includes(name))).toEqual([]);
  expect(form.isDirty).toBe(false);
});

describe("a message that is written by hand", () => {
  it("can be filled in, but for when it was read", async () => {
    const free = unlocked(await openForm());
    expect(free).toEqual(expect.arrayContaining(GIVEN));
    expect(free).not.toContain("msgn_readon");
  });

  it("was received now, under an id of its own", async () => {
    const [one, other] = [await openForm(), await openForm()];
    expect(Math.abs(Date.now() - Number(column(one, "msgn_receivedon").value))).toBeLessThan(5_000);
    const ids = [one, other].map((form) => column(form, "msgn_providermessageid").value as string);
    expect(ids[0]).toMatch(/^manual-[0-9a-f-]{36}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it("keeps what is filled in already", async () => {
    const form = await openForm();
    const receivedOn = new Date(0);
    column(form, "msgn_receivedon").set(receivedOn);
    column(form, "msgn_providermessageid").set("SM1");
    // The platform may run the handlers of a form that is opened with values.
    form.events.opened();
    expect([column(form, "msgn_receivedon").value, column(form, "msgn_providermessageid").value]).toEqual([receivedOn, "SM1"]);
  });

  it("is called by its first words, and saved under that name", async () => {
    const session = current().text("+15550100");
    const form = await openForm();
    column(form, "msgn_sessionid").enter([{ id: session, name: "+15550100", entityType: "msgn_session" }]);
    column(form, "msgn_body").enter(`Is my\n\nbike ready? ${"word ".repeat(30)}`);
    expect(column(form, "msgn_name").value).toMatch(/^Is my bike ready\? (word )+word…$/);
    await form.save(1);
    expect(current().rows("msgn_messages?$filter=startswith(msgn_name,'Is my bike')")).toHaveLength(1);
  });

  it("has no name while it has no text", async () => {
    const form = await openForm();
    column(form, "msgn_body").enter("Hello");
    column(form, "msgn_body").enter(null);
    expect(column(form, "msgn_name").value).toBe("");
  });
});
