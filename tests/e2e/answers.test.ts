/** From the notification to the answer: an agent's browser, the gateway and the customer's phone. */
import { conversationOf } from "../pageObjects/conversation";
import type { Conversation } from "../pageObjects/conversation";
import { phoneIn } from "../pageObjects/phone";
import { eventually } from "./browser";
import { setOffice } from "./setOffice";

jest.setTimeout(90_000);

const office = setOffice();

beforeAll(() => office.sandbox.api("mia", "PATCH", "msgn_configurations(msgn_name='Default')", { msgn_refreshseconds: 5 }));

/** A conversation that Ana has just accepted, on her screen; no other test has the customer. */
async function accepted(): Promise<{ readonly number: string; readonly conversation: Conversation }> {
  const [number, name] = ["+15550310", "Walter Kramer"];
  await office.sandbox.sms(number, "Is my bike ready?", name);
  const ana = await office.desk("ana");
  await ana.press(name, "Accept");
  return { number, conversation: conversationOf(ana.page, name) };
}

it("brings the answer to the customer's phone while the agent edits a contact, says Delivered, and closes the box when the customer answers STOP", async () => {
  const ana = await office.desk("ana");
  const phonePage = await ana.context.newPage();
  await phonePage.goto(`http://localhost:${office.sandbox.port}/phone`);
  const phone = phoneIn(phonePage);
  await phone.pickUp("+15550300", "Grete Lindqvist");
  await phone.send("My washing machine leaks.");
  await phonePage.getByText("Text delivered.").waitFor();

  await ana.goTo("Contacts");
  await ana.page.getByRole("link", { name: "Grete Lindqvist" }).click();
  const email = ana.page.getByLabel("Email").first();
  await email.fill("grete@example.com");
  await ana.press("Grete Lindqvist", "Accept");
  const conversation = conversationOf(ana.page, "Grete Lindqvist");
  await conversation.text("My washing machine leaks.").waitFor();
  await conversation.answer("A technician comes at three. 🙂");
  await phone.received("A technician comes at three. 🙂").waitFor();
  await conversation.expectState("A technician comes at three.", "Delivered");
  expect(await email.inputValue()).toBe("grete@example.com");

  await phone.send("STOP");
  await conversation.text("STOP").waitFor();
  await conversation.region.getByText("The customer has opted out and can’t be written to.").waitFor();
  expect(await conversation.reply.isVisible()).toBe(false);
  expect(await office.sandbox.received("+15550300")).toEqual(["A technician comes at three. 🙂"]);
  expect(ana.errors).toEqual([]);
});

it("tells by the gateway's word why an answer failed and sends it again, and leaves another of which nobody knows to the agent", async () => {
  const { conversation, number } = await accepted();
  await office.sandbox.provider("fail");
  await conversation.answer("It is ready.");
  await conversation.expectState("It is ready.", "Failed");
  await conversation.text("It is ready.").getByText("30003").waitFor();
  expect(await office.sandbox.received(number)).toEqual([]);
  await conversation.pressAt("It is ready.", "Send Again");
  await conversation.expectState("It is ready.", "Delivered");

  await office.sandbox.provider("timeout");
  await conversation.answer("We close at six.");
  await conversation.expectState("We close at six.", "Unconfirmed");
  await conversation.pressAt("We close at six.", "Check");
  await conversation.expectState("We close at six.", "Unconfirmed");
  expect(await office.sandbox.received(number)).toEqual(["It is ready.", "We close at six."]);
});

it("goes to the answer of whoever has read further up when they write it", async () => {
  const [number, name] = ["+15550311", "Ida Sommer"];
  for (let count = 1; count <= 25; count += 1) await office.sandbox.sms(number, `Line ${count} of a long story`, name);
  const ana = await office.desk("ana");
  await ana.press(name, "Accept");
  const conversation = conversationOf(ana.page, name);
  await conversation.text("Line 1 of").waitFor();
  const leftBelow = () => conversation.log.evaluate((log) => Math.round(log.scrollHeight - log.clientHeight - log.scrollTop));
  expect(await leftBelow()).toBeGreaterThan(100);
  await conversation.answer("All of it is noted.");
  await conversation.expectState("All of it is noted.", "Delivered");
  await eventually(async () => expect(await leftBelow()).toBeLessThan(2));
});
