/** Give to: a conversation goes to a colleague or a team, with a note; taken back, raced for, and by keyboard alone. */
import { eventually, openTab } from "./browser";
import type { Desk } from "./browser";
import { conversationPath, sessionOf } from "./conversation";
import { axeViolations } from "./look/axe";
import { setOffice } from "./setOffice";

jest.setTimeout(120_000);

const office = setOffice();
afterEach(() => office.sandbox.clearFaults());
let last = 800;
/** A customer of a range that is kept for fiction, who writes, and whose conversation Ana has read and owns. */
async function anasCustomer(name: string): Promise<void> {
  await office.sandbox.sms(`+1202555${String((last += 1)).padStart(4, "0")}`, "Is my bike ready?", name);
  const session = await sessionOf(office.sandbox, name);
  const me = String((await office.sandbox.api("ana", "GET", "WhoAmI")).body["UserId"]);
  const accepted = { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${me})` };
  expect((await office.sandbox.api("root", "PATCH", `msgn_sessions(${session})`, accepted)).status).toBe(204);
}

/** One more tab of an agent's browser, with the conversation in it. */
async function openConversation(desk: Desk, customer: string): Promise<Desk> {
  const tab = await openTab(desk.context, office.sandbox.urlOf("ana", conversationPath(await sessionOf(office.sandbox, customer))));
  await tab.page.getByRole("region", { name: customer, exact: true }).waitFor();
  return tab;
}

const dialog = ({ page }: Desk) => page.getByRole("dialog", { name: "Give Conversation" });
const button = ({ page }: Desk, name: string) => page.getByRole("button", { name, exact: true });

async function give(ana: Desk, to: string, note = ""): Promise<void> {
  await button(ana, "Give to…").click();
  await dialog(ana).getByRole("radio", { name: to }).click();
  await dialog(ana).getByRole("textbox", { name: "Note for the receiver" }).fill(note);
  await dialog(ana).getByRole("button", { name: "Give", exact: true }).click();
  await dialog(ana).waitFor({ state: "hidden" });
}

/** The panel of an agent, with the list as it now is. */
async function panelOf(desk: Desk): Promise<Desk> {
  await desk.openPanel();
  return desk;
}

it("goes to a colleague, whose card says from whom and why, until they have read it; the giver cannot answer any more", async () => {
  await anasCustomer("Ada Holm");
  const ana = await openConversation(await office.desk("ana"), "Ada Holm");
  const { conversation } = ana;
  // Everything is read: what makes it a notification is the giving.
  await conversation("Ada Holm").text("Is my bike ready?").waitFor();
  await give(ana, "Ben Okafor", "She wants the red one");
  await ana.page.getByText("Ben Okafor has the conversation with Ada Holm now.").waitFor();
  await ana.page.getByText("Ben Okafor owns the conversation. Only its owner can reply.").waitFor();
  const ben = await panelOf(await office.desk("ben"));
  const card = ben.notification("Ada Holm");
  await card.getByText("from Ana Ruiz: She wants the red one").waitFor();
  await ben.press("Ada Holm", "View Message");
  await ben
    .conversation("Ada Holm")
    .log.getByText(/Ana Ruiz gave the conversation to Ben Okafor: She wants the red one/)
    .waitFor();
  await card.waitFor({ state: "hidden" });
  // What the customer writes later is no news of Ana's.
  await ben.closeConversation();
  await office.sandbox.sms(`+1202555${String(last).padStart(4, "0")}`, "Hello?");
  await ben.page.reload();
  await panelOf(ben);
  await card.getByText("Hello?").waitFor();
  expect(await card.getByText("from Ana Ruiz").count()).toBe(0);
  expect([ana.errors, ben.errors]).toEqual([[], []]);
});

it("goes to a team, whose members are offered Assign to Me", async () => {
  await anasCustomer("Bo Lind");
  const ana = await openConversation(await office.desk("ana"), "Bo Lind");
  await give(ana, "Front Desk");
  const chloe = await panelOf(await office.desk("chloe"));
  const card = chloe.notification("Bo Lind");
  await card.getByText("from Ana Ruiz").waitFor();
  await card.getByRole("button", { name: /^Assign to Me/ }).waitFor();
  expect([ana.errors, chloe.errors]).toEqual([[], []]);
});

it("is taken back by Undo, and is read as before", async () => {
  await anasCustomer("Cy Moe");
  const ana = await openConversation(await office.desk("ana"), "Cy Moe");
  await ana.conversation("Cy Moe").text("Is my bike ready?").waitFor();
  await give(ana, "Ben Okafor");
  await button(ana, "Undo").click();
  await ana.page.getByText("The conversation was taken back.").waitFor();
  await ana.conversation("Cy Moe").reply.waitFor();
  await ana.conversation("Cy Moe").log.getByText("Ana Ruiz took the conversation back").waitFor();
  expect(ana.errors).toEqual([]);
});

it("is not given where somebody took it over meanwhile: the giver is told who has it", async () => {
  await anasCustomer("Di Noor");
  const ana = await openConversation(await office.desk("ana"), "Di Noor");
  await button(ana, "Give to…").click();
  await dialog(ana).getByRole("radio", { name: "Ben Okafor" }).click();
  const chloe = String((await office.sandbox.api("chloe", "GET", "WhoAmI")).body["UserId"]);
  const taken = { "ownerid@odata.bind": `/systemusers(${chloe})` };
  await office.sandbox.api("chloe", "PATCH", `msgn_sessions(${await sessionOf(office.sandbox, "Di Noor")})`, taken);
  await dialog(ana).getByRole("button", { name: "Give", exact: true }).click();
  await ana.page.getByText("The conversation wasn’t given: Chloe Martin has it now.").waitFor();
  expect(ana.errors).toEqual([]);
});

it.each([
  ["the browser is offline", "you are offline"],
  ["the server is away", "the server doesn’t answer"],
  ["the sign-in page comes instead", "you have been signed out; refresh the page"],
  ["the server asks to be left alone", "the server is busy"],
  ["the server has a fault", "something went wrong"],
] as const)("keeps what was chosen and written where %s, and gives it once that is over", async (what, why) => {
  const customer = `Jo Quick ${what}`;
  await anasCustomer(customer);
  const ana = await openConversation(await office.desk("ana"), customer);
  await button(ana, "Give to…").click();
  await dialog(ana).getByRole("radio", { name: "Ben Okafor" }).click();
  await dialog(ana).getByRole("textbox", { name: "Note for the receiver" }).fill("Kind regards");
  const batch = { user: "ana", path: "$batch", times: 99 };
  const begin = {
    "the browser is offline": () => ana.context.setOffline(true),
    "the server is away": () => office.sandbox.fault({ ...batch, status: 0 }),
    "the sign-in page comes instead": () =>
      ana.page.route("**/$batch", (route) => route.fulfill({ contentType: "text/html", body: "<html>" })),
    "the server asks to be left alone": () => office.sandbox.fault({ ...batch, status: 429, retryAfterSeconds: 1 }),
    "the server has a fault": () => office.sandbox.fault({ ...batch, status: 503 }),
  };
  await begin[what]();
  const press = () => dialog(ana).getByRole("button", { name: "Give", exact: true }).click();
  await press();
  await dialog(ana).getByText(`The conversation wasn’t given: ${why}.`).waitFor();
  await ana.context.setOffline(false);
  await office.sandbox.clearFaults();
  await ana.page.unroute("**/$batch");
  await press();
  await ana.page.getByText(`Ben Okafor has the conversation with ${customer} now.`).waitFor();
  const { body } = await office.sandbox.api("root", "GET", `msgn_sessions(${await sessionOf(office.sandbox, customer)})`);
  expect(body["msgn_givennote"]).toBe("Kind regards");
});

it("has nothing for axe to find in its dialog, whose chosen colleague can be told from the others in forced colours", async () => {
  await anasCustomer("Kim Sand");
  const ana = await openConversation(await office.desk("ana"), "Kim Sand");
  await button(ana, "Give to…").click();
  const chosen = dialog(ana).getByRole("radio", { name: "Ben Okafor" });
  await chosen.click();
  expect(await axeViolations(ana.page, "[role=dialog]")).toEqual([]);
  await ana.page.emulateMedia({ forcedColors: "active" });
  const ringOf = (name: string) =>
    dialog(ana)
      .getByRole("radio", { name })
      .locator("span span")
      .first()
      .evaluate((ring) => getComputedStyle(ring).borderTopWidth);
  expect(await ringOf("Ben Okafor")).not.toBe(await ringOf("Chloe Martin"));
});

it("tells in words that somebody has no role for messages, and keeps what was written", async () => {
  await anasCustomer("Ed Olsen");
  const ana = await openConversation(await office.desk("ana"), "Ed Olsen");
  await button(ana, "Give to…").click();
  await dialog(ana).getByRole("searchbox").fill("zoe");
  await dialog(ana).getByRole("radio", { name: "Zoe Schmidt" }).click();
  const note = dialog(ana).getByRole("textbox", { name: "Note for the receiver" });
  await note.fill("Kind regards");
  await dialog(ana).getByRole("button", { name: "Give", exact: true }).click();
  await dialog(ana).getByText("Zoe Schmidt has no role for messages. Choose someone else.").waitFor();
  expect(await note.inputValue()).toBe("Kind regards");
});

it("is given by keyboard alone", async () => {
  await anasCustomer("Fay Pohl");
  const ana = await openConversation(await office.desk("ana"), "Fay Pohl");
  const { keyboard } = ana.page;
  await button(ana, "Give to…").press("Enter");
  await dialog(ana).getByRole("radio", { name: "Ben Okafor" }).waitFor();
  await keyboard.type("okafor");
  await dialog(ana).getByRole("radio", { name: "Chloe Martin" }).waitFor({ state: "hidden" });
  await dialog(ana).getByRole("radio", { name: "Ben Okafor" }).waitFor();
  // From the box to search in to who was found, from there to the note, and on to the button: one stop each.
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await keyboard.type("By hand");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await ana.page.getByText("Ben Okafor has the conversation with Fay Pohl now.").waitFor();
  await eventually(async () => {
    const id = await sessionOf(office.sandbox, "Fay Pohl");
    const { body } = await office.sandbox.api("root", "GET", `msgn_sessions(${id})?$select=msgn_givennote`);
    expect(body["msgn_givennote"]).toBe("By hand");
  });
});
