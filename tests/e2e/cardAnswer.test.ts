/** A quick answer from a card of the panel: the phone has it once, what was seen is read, and nobody else is asked to answer. */
import type { Locator } from "playwright-core";
import { eventually, openTab } from "./browser";
import type { Desk } from "./browser";
import { giveTo, sessionOf } from "./conversation";
import { setOffice } from "./setOffice";

jest.setTimeout(120_000);

const office = setOffice();
let customers = 0;

afterEach(() => office.sandbox.clearFaults());

/** A customer of this test alone who has written to Ana, in whose conversation she is. */
async function asked(...texts: readonly string[]) {
  customers += 1;
  const [name, number] = [`Caller ${customers}`, `+1555060${String(customers).padStart(2, "0")}`];
  for (const text of texts) await office.sandbox.sms(number, text, name);
  await giveTo(office.sandbox, "ana", await sessionOf(office.sandbox, name));
  return { name, number };
}

const card = (desk: Desk, name: string): Locator => desk.notification(name);
const boxOf = (desk: Desk, name: string): Locator => card(desk, name).getByRole("textbox", { name: "Reply" });

async function openBox(desk: Desk, name: string): Promise<Locator> {
  await desk.press(name, "Answer");
  const box = boxOf(desk, name);
  await box.waitFor();
  // What has not been seen is not read by an answer.
  await card(desk, name).locator("[data-text]").first().waitFor();
  await desk.page.waitForTimeout(200);
  await eventually(async () => expect(await box.evaluate((element) => element === document.activeElement)).toBe(true));
  return box;
}

async function unreadOf(name: string): Promise<number> {
  const session = await sessionOf(office.sandbox, name);
  const filter = encodeURIComponent(`_msgn_sessionid_value eq ${session} and msgn_readon eq null and msgn_direction eq 864500000`);
  const { body } = await office.sandbox.api("root", "GET", `msgn_messages?$select=msgn_messageid&$filter=${filter}`);
  return (body["value"] as readonly unknown[]).length;
}

it("answers while a contact is edited: the phone has it once, the count falls, and nobody else is offered the customer", async () => {
  const { name, number } = await asked("Is my bike ready?", "I could come at five.");
  const ana = await office.desk("ana");
  const ben = await office.desk("ben");
  await ana.goTo("Contacts");
  await ana.page.getByRole("link", { name }).first().click();
  const email = ana.page.getByLabel("Email").first();
  await email.fill("caller@example.com");
  await ana.expectUnread(2);
  const box = await openBox(ana, name);
  await card(ana, name).getByText("I could come at five.").waitFor();
  await box.fill("It is ready.");
  await box.press("Control+Enter");
  await ana.expectUnread(0);
  await card(ana, name).waitFor({ state: "detached" });
  await eventually(async () => expect(await office.sandbox.received(number)).toEqual(["It is ready."]));
  expect(await email.inputValue()).toBe("caller@example.com");
  expect(await unreadOf(name)).toBe(0);
  await office.sandbox.advanceClock(3_600);
  await ben.page.reload();
  await ben.openPanel();
  await ben.expectUnread(0);
  expect(await card(ben, name).count()).toBe(0);
  expect(ana.errors).toEqual([]);
});

it("sends once where Send is pressed twice and the answer of the server is lost", async () => {
  const { name, number } = await asked("Hello?");
  const ana = await office.desk("ana");
  const box = await openBox(ana, name);
  await office.sandbox.fault({ method: "PATCH", path: "msgn_messages", status: 0, times: 1 });
  await box.fill("Over a bad line");
  await card(ana, name).getByRole("button", { name: "Send" }).dblclick();
  await eventually(async () => expect(await office.sandbox.received(number)).toEqual(["Over a bad line"]));
  await ana.expectUnread(0);
  await ana.page.waitForTimeout(1_500);
  expect(await office.sandbox.received(number)).toEqual(["Over a bad line"]);
});

it("keeps text and card where the server refuses, and says why", async () => {
  const { name, number } = await asked("Hello?");
  const ana = await office.desk("ana");
  const box = await openBox(ana, name);
  await office.sandbox.fault({ method: "PATCH", path: "msgn_messages", status: 403, times: 1 });
  await box.fill("Refused");
  await box.press("Control+Enter");
  await card(ana, name).getByText("Not sent: you don’t have permission").waitFor();
  expect([await unreadOf(name), await office.sandbox.received(number)]).toEqual([1, []]);
  await card(ana, name).getByRole("button", { name: "Edit" }).click();
  expect(await box.inputValue()).toBe("Refused");
  await box.press("Control+Enter");
  await eventually(async () => expect(await office.sandbox.received(number)).toEqual(["Refused"]));
});

it("leaves unread what came after the press, and keeps the card for it", async () => {
  const { name, number } = await asked("First");
  const ana = await office.desk("ana");
  const box = await openBox(ana, name);
  await card(ana, name).getByText("First").last().waitFor();
  await office.sandbox.fault({ method: "PATCH", path: "msgn_messages", delayMs: 1_500, times: 1 });
  await box.fill("To the first");
  await box.press("Control+Enter");
  await office.sandbox.sms(number, "Second");
  await eventually(async () => expect(await office.sandbox.received(number)).toEqual(["To the first"]));
  await eventually(async () => expect(await unreadOf(name)).toBe(1));
  await card(ana, name).getByText("Second").last().waitFor();
});

it("closes with Escape, keeps the draft for card and conversation, and gives the focus back to the button", async () => {
  const { name } = await asked("Hello?");
  const ana = await office.desk("ana");
  const box = await openBox(ana, name);
  await box.fill("Dear caller");
  await box.press("Escape");
  await box.waitFor({ state: "detached" });
  const button = card(ana, name).getByRole("button", { name: /^Answer/ });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await card(ana, name).getByText("Draft", { exact: true }).waitFor();
  await ana.press(name, "View Message");
  const conversation = ana.conversation(name);
  await conversation.reply.waitFor();
  expect(await conversation.reply.inputValue()).toBe("Dear caller");
});

it("is gone in the agent's other tab as well", async () => {
  const { name } = await asked("Hello?");
  const ana = await office.desk("ana");
  const other = await openTab(ana.context, office.sandbox.urlOf("ana"));
  await other.openPanel();
  await card(other, name).waitFor();
  // A tab behind another one shows nothing, so nothing in it is seen.
  await ana.page.bringToFront();
  const box = await openBox(ana, name);
  await box.fill("Yes.");
  await box.press("Control+Enter");
  await card(other, name).waitFor({ state: "detached" });
});

it("says why where the customer opts out, or a colleague takes over, while the answer is written", async () => {
  const { name, number } = await asked("Hello?");
  const ana = await office.desk("ana");
  const box = await openBox(ana, name);
  await box.fill("One more thing");
  await office.sandbox.api("gateway", "PATCH", `msgn_contactnumbers(msgn_phonenumber='${encodeURIComponent(number)}')`, {
    msgn_optedouton: new Date().toISOString(),
  });
  await ana.goTo("Accounts");
  await card(ana, name).getByText("The customer has opted out and can’t be written to.").waitFor();
  expect(await card(ana, name).getByRole("textbox", { name: "Your draft" }).inputValue()).toBe("One more thing");

  const second = await asked("Anybody?");
  await ana.page.reload();
  const other = await openBox(ana, second.name);
  await other.fill("I am on it");
  await giveTo(office.sandbox, "ben", await sessionOf(office.sandbox, second.name));
  await ana.goTo("Contacts");
  await card(ana, second.name).getByRole("textbox", { name: "Your draft" }).waitFor();
  await card(ana, second.name).getByRole("status").filter({ hasText: "owner" }).first().waitFor();
});
