/** Whose number it is: known with the first text, chosen by an agent, made by the app's own form, and mended. */
import { openTab } from "./browser";
import type { Desk } from "./browser";
import { conversationPath, sessionOf } from "./conversation";
import { setOffice } from "./setOffice";

jest.setTimeout(120_000);

const office = setOffice();
let last = 700;
/** A number of a range that is kept for fiction, and its last four digits. */
const newNumber = () => `+1202555${String((last += 1)).padStart(4, "0")}`;
const contact = async (firstname: string, lastname: string, columns: object = {}) => {
  const { status } = await office.sandbox.api("root", "POST", "contacts", { firstname, lastname, ...columns });
  expect(status).toBe(204);
};
const inDialog = ({ page }: Desk) => page.getByRole("dialog", { name: /^Whose number is/ });
const button = ({ page }: Desk, name: string) => page.getByRole("button", { name, exact: true });
/** Waits for the conversation under this name. */
const named = ({ page }: Desk, name: string) => page.getByRole("region", { name, exact: true }).waitFor();
/** One more tab of an agent's browser, with the conversation in it. */
async function openConversation(desk: Desk, customer: string): Promise<Desk> {
  const tab = await openTab(desk.context, office.sandbox.urlOf("ana", conversationPath(await sessionOf(office.sandbox, customer))));
  await named(tab, customer);
  return tab;
}

it("is known with the first text where one customer has the number, however it is written", async () => {
  const number = newNumber();
  await contact("Nora", "Berg", { mobilephone: `(202) 555-${number.slice(-4)}` });
  await office.sandbox.sms(number, "Is my bike ready?");
  const ana = await office.desk("ana");
  await ana.openPanel();
  await ana.notification("Nora Berg").waitFor();
  expect(ana.errors).toEqual([]);
});

it("is chosen by keyboard among those who have it; the panel of another tab shows the name, and Undo takes it back", async () => {
  const number = newNumber();
  await contact("Otto", "Kern", { mobilephone: number });
  await contact("Olga", "Kern", { telephone1: number });
  await office.sandbox.sms(number, "Do you rent bikes?");
  const desk = await office.desk("ana");
  await desk.openPanel();
  await desk.notification(number).waitFor();
  const ana = await openConversation(desk, number);
  await button(ana, "Link to Contact").press("Enter");
  await inDialog(ana).getByText("2 customers have this number.").waitFor();
  await inDialog(ana).getByRole("searchbox").press("ArrowDown");
  await ana.page.keyboard.press("Enter");
  await named(ana, "Olga Kern");
  await desk.notification("Olga Kern").waitFor();
  await button(ana, "Undo").click();
  await named(ana, number);
  await desk.notification(number).waitFor();
  expect([desk.errors, ana.errors]).toEqual([[], []]);
});

it("is a new contact's, made by the app's own form", async () => {
  const number = newNumber();
  await office.sandbox.sms(number, "Hello?");
  const ana = await openConversation(await office.desk("ana"), number);
  await button(ana, "Create Contact").click();
  const form = ana.page.getByRole("dialog", { name: "Quick Create: Contact" });
  expect(await form.getByRole("textbox", { name: "Mobile Phone" }).inputValue()).toBe(number);
  await form.getByRole("textbox", { name: "First Name" }).fill("Pia");
  await form.getByRole("textbox", { name: "Last Name" }).fill("Lund");
  await form.getByRole("button", { name: "Save and Close" }).click();
  await named(ana, "Pia Lund");
  expect(ana.errors).toEqual([]);
});

it("is mended: a wrong link is taken away, and does not come back with the next text", async () => {
  const number = newNumber();
  await contact("Quinn", "Wrong", { mobilephone: number });
  await office.sandbox.sms(number, "I am not Quinn");
  const ana = await openConversation(await office.desk("ana"), "Quinn Wrong");
  await button(ana, "Change Customer").click();
  await inDialog(ana).getByText("Linked now").waitFor();
  await inDialog(ana).getByRole("button", { name: "Unlink" }).click();
  await named(ana, number);
  await office.sandbox.sms(number, "Still not Quinn");
  await ana.page.getByRole("article").filter({ hasText: "Still not Quinn" }).waitFor();
  await named(ana, number);
  expect(ana.errors).toEqual([]);
});
