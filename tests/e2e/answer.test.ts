/** Answering in a conversation: one text, once, and none is lost. */
import type { Browser, Locator } from "playwright-core";
import { conversationOf } from "../pageObjects/conversation";
import { eventually, openBrowser, openTab } from "./browser";
import { conversationPath, giveTo, openConversation, sessionOf } from "./conversation";
import type { ConversationDesk } from "./conversation";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(120_000);

let sandbox: Sandbox;
let browser: Browser;
let customers = 0;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

afterEach(() => sandbox.clearFaults());

const boxOf = ({ conversation }: ConversationDesk): Locator => conversation.region.getByRole("textbox", { name: "Reply" });

/** Ana in a conversation of hers with a customer of this test alone. */
async function openOwn() {
  customers += 1;
  const [name, number] = [`Asker ${customers}`, `+1555040${String(customers).padStart(2, "0")}`];
  await sandbox.sms(number, "Is my bike ready?", name);
  const session = await sessionOf(sandbox, name);
  await giveTo(sandbox, "ana", session);
  const ana = await openConversation(browser, sandbox, "ana", name);
  await boxOf(ana).waitFor();
  return { ana, name, number, session, box: boxOf(ana) };
}

/** What was written to the customer of a session: the texts, and the row of the first one. */
async function answersIn(session: string) {
  const filter = encodeURIComponent(`_msgn_sessionid_value eq ${session} and msgn_direction eq 864500001`);
  const { body } = await sandbox.api("root", "GET", `msgn_messages?$filter=${filter}&$orderby=msgn_sequence`);
  const rows = body["value"] as readonly Record<string, unknown>[];
  return { texts: rows.map((row) => row["msgn_body"]), path: `msgn_messages(${String(rows[0]?.["msgn_messageid"])})` };
}

it("sends by Ctrl+Enter, shows the text with its state, and keeps the focus in the box", async () => {
  const { ana, session, box } = await openOwn();
  await box.fill("Yes, it is.");
  await box.press("Control+Enter");
  await ana.conversation
    .text("Yes, it is.")
    .getByText(/Queued|Sending|Sent|Delivered/)
    .waitFor();
  expect([await box.inputValue(), await box.evaluate((element) => element === document.activeElement)]).toEqual(["", true]);
  await box.fill("By 5.");
  await ana.conversation.press("Send");
  await ana.conversation.text("By 5.").waitFor();
  await eventually(async () => expect((await answersIn(session)).texts).toEqual(["Yes, it is.", "By 5."]));
  expect(ana.errors).toEqual([]);
  await ana.close();
});

it("sends once where the connection breaks, and where the server is busy", async () => {
  const { ana, session, box } = await openOwn();
  await sandbox.fault({ method: "PATCH", path: "msgn_messages", status: 0, times: 1 });
  await box.fill("Over a bad line");
  await box.press("Control+Enter");
  await eventually(async () => expect((await answersIn(session)).texts).toEqual(["Over a bad line"]));
  await sandbox.fault({ method: "PATCH", path: "msgn_messages", status: 429, retryAfterSeconds: 1, times: 2 });
  await box.fill("To a busy server");
  await box.press("Control+Enter");
  await eventually(async () => expect((await answersIn(session)).texts).toEqual(["Over a bad line", "To a busy server"]));
  await ana.conversation
    .text("To a busy server")
    .getByText(/Queued|Sending|Sent|Delivered/)
    .waitFor();
  expect(await ana.conversation.text("To a busy server").count()).toBe(1);
  await ana.close();
});

it("keeps the text in the box while there is no network, and says so", async () => {
  const { ana, session, box } = await openOwn();
  await ana.page.context().setOffline(true);
  await box.fill("Later");
  await box.press("Control+Enter");
  await ana.conversation.region.getByText("Your text is still here.").waitFor();
  expect(await box.inputValue()).toBe("Later");
  await ana.page.context().setOffline(false);
  await box.press("Control+Enter");
  await eventually(async () => expect((await answersIn(session)).texts).toEqual(["Later"]));
  await ana.close();
});

it("shows that a text is not sent where the server refuses it, and lets it be edited", async () => {
  const { ana, session, box } = await openOwn();
  await sandbox.fault({ method: "PATCH", path: "msgn_messages", status: 403, times: 1 });
  await box.fill("Refused");
  await box.press("Control+Enter");
  await ana.conversation.text("Refused").getByText("Not sent: you don’t have permission").waitFor();
  await ana.conversation.text("Refused").getByRole("button", { name: "Edit" }).press("Enter");
  expect([await box.inputValue(), (await answersIn(session)).texts]).toEqual(["Refused", []]);
  await ana.close();
});

it("shows in the agent's other tab what was sent in this one, and leaves that tab's draft alone", async () => {
  const { ana, session, box } = await openOwn();
  const other = await openTab(ana.page.context(), sandbox.urlOf("ana", conversationPath(session)));
  const there = conversationOf(other.page, `Asker ${customers}`);
  await there.region.getByRole("textbox", { name: "Reply" }).fill("Not this one");
  await box.fill("This one");
  await box.press("Control+Enter");
  await there
    .text("This one")
    .getByText(/Queued|Sending|Sent|Delivered/)
    .waitFor();
  expect(await there.region.getByRole("textbox", { name: "Reply" }).inputValue()).toBe("Not this one");
  expect((await answersIn(session)).texts).toEqual(["This one"]);
  await ana.close();
});

it("checks a text of which nobody knows, and sends it again only to who has been told that it may arrive twice", async () => {
  const { ana, session, box } = await openOwn();
  await box.fill("Hello?");
  await box.press("Control+Enter");
  await eventually(async () => expect((await answersIn(session)).texts).toHaveLength(1));
  const { path } = await answersIn(session);
  // The provider's last word: a report that came later would be what the row says.
  await ana.conversation.text("Hello?").getByText("Delivered", { exact: true }).waitFor();
  await sandbox.api("root", "PATCH", path, { msgn_deliverystatus: 864500005 });
  await ana.page.reload();
  const text = ana.conversation.text("Hello?").first();
  await text.getByText("Unconfirmed").waitFor();
  await text.getByRole("button", { name: "Send Again" }).press("Enter");
  const question = ana.page.getByRole("dialog");
  await question.getByText("may get it twice").waitFor();
  await question.getByRole("button", { name: "Send Again" }).click();
  await eventually(async () => expect((await answersIn(session)).texts).toEqual(["Hello?", "Hello?"]));
  await expect(text.getByRole("button", { name: "Send Again" }).count()).resolves.toBe(0);
  await ana.close();
});

it("keeps a draft while the agent goes elsewhere in the app", async () => {
  const { ana, box } = await openOwn();
  await box.fill("Dear Jane");
  await ana.goTo("Contacts");
  await ana.page.goBack();
  await boxOf(ana).waitFor();
  expect(await boxOf(ana).inputValue()).toBe("Dear Jane");
  await ana.close();
});

it("says that a text has failed, and why, and sends it again", async () => {
  const { ana, session, box } = await openOwn();
  await box.fill("Hello?");
  await box.press("Control+Enter");
  await eventually(async () => expect((await answersIn(session)).texts).toHaveLength(1));
  const { path } = await answersIn(session);
  await ana.conversation.text("Hello?").getByText("Delivered", { exact: true }).waitFor();
  const failed = { msgn_deliverystatus: 864500004, msgn_deliveryerror: "30003: Unreachable destination handset" };
  await eventually(async () => expect((await sandbox.api("root", "PATCH", path, failed)).status).toBe(204));
  await ana.page.reload();
  const text = ana.conversation.text("Hello?");
  await text.getByText("Failed: 30003: Unreachable destination handset").waitFor();
  await text.getByRole("button", { name: "Send Again" }).click();
  await text.getByText(/^(Queued|Sending|Sent|Delivered)$/).waitFor();
  expect((await answersIn(session)).texts).toHaveLength(1);
  await ana.close();
});

it("closes the box when the customer opts out, says why, and keeps what was written", async () => {
  const { ana, number, session, box } = await openOwn();
  await box.fill("One more thing");
  await sandbox.sms(number, "STOP");
  await sandbox.api("gateway", "PATCH", `msgn_contactnumbers(msgn_phonenumber='${encodeURIComponent(number)}')`, {
    msgn_optedouton: new Date().toISOString(),
  });
  await ana.goTo("Contacts");
  await ana.page.goBack();
  await ana.conversation.region.getByText("The customer has opted out").waitFor();
  expect(await ana.conversation.region.getByRole("textbox", { name: "Your draft" }).inputValue()).toBe("One more thing");
  await ana.close();
  const ben = await openConversation(browser, sandbox, "ben", `Asker ${customers}`);
  await ben.page.goto(sandbox.urlOf("ben", conversationPath(session)));
  await ben.conversation.region.getByText("The customer has opted out").waitFor();
  expect(await boxOf(ben).count()).toBe(0);
  await ben.close();
});
