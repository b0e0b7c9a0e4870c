/** Two teams in two business units, as docs/reading-rights.md keeps them apart: what their agents see in the app, and that they work in it as ever. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UNIT_ROLE, unitRoleZip } from "../solution/unitRole";
import { eventually, openTab } from "./browser";
import type { Desk } from "./browser";
import { conversationPath, sessionOf } from "./conversation";
import { keepApart } from "./keepApart";
import type { Agent } from "./sandbox";
import { setOffice } from "./setOffice";

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), "unit-role-"));
const zip = join(folder, "UnitRole.zip");
writeFileSync(zip, unitRoleZip());
afterAll(() => rmSync(folder, { recursive: true }));

const office = setOffice({ more: [zip] });
const SALES = "+12025550180";
const SERVICE = "+12025550190";
beforeAll(() =>
  keepApart(
    office.sandbox,
    [
      { name: "Sales", number: SALES, agents: ["ana", "ben"] },
      { name: "Service", number: SERVICE, agents: ["chloe"] },
    ],
    UNIT_ROLE,
  ),
);

let last = 700;
/** A customer who writes to a number. Returns the customer's number. */
async function writes(name: string, to: string, words: string): Promise<string> {
  const from = `+1202555${String((last += 1)).padStart(4, "0")}`;
  await office.sandbox.sms(from, words, name, undefined, to);
  return from;
}

async function withPanel(agent: Agent): Promise<Desk> {
  const desk = await office.desk(agent);
  await desk.openPanel();
  return desk;
}

async function openConversation(desk: Desk, agent: Agent, customer: string): Promise<Desk> {
  return openTab(desk.context, office.sandbox.urlOf(agent, conversationPath(await sessionOf(office.sandbox, customer))));
}

it("shows each agent what came to their own team, and nothing of the other's; they accept and answer as ever", async () => {
  const jane = await writes("Jane Sale", SALES, "How much is it?");
  await writes("Sam Serve", SERVICE, "It is broken");
  const [ana, chloe] = [await withPanel("ana"), await withPanel("chloe")];
  await ana.notification("Jane Sale").getByText("How much is it?").waitFor();
  await chloe.notification("Sam Serve").getByText("It is broken").waitFor();
  await ana.expectUnread(1);
  await chloe.expectUnread(1);
  expect([await ana.notification("Sam Serve").count(), await chloe.notification("Jane Sale").count()]).toEqual([0, 0]);
  await ana.press("Jane Sale", "Accept");
  const thread = ana.conversation("Jane Sale");
  await thread.text("How much is it?").waitFor();
  await thread.answer("Ten euros");
  await thread.expectState("Ten euros", "Delivered");
  expect(await office.sandbox.received(jane)).toEqual(["Ten euros"]);
  // The colleague in the unit reads what was said.
  const ben = await openConversation(await office.desk("ben"), "ben", "Jane Sale");
  await ben.conversation("Jane Sale").text("Ten euros").waitFor();
  await ben.conversation("Jane Sale").log.getByText("Ana Ruiz accepted the conversation").waitFor();
  expect([ana.errors, ben.errors, chloe.errors]).toEqual([[], [], []]);
});

it("says in words that a conversation of the other team may not be read, where somebody has its address", async () => {
  await writes("Una Secret", SERVICE, "Nobody else is to know");
  const ana = await office.desk("ana");
  const page = await ana.context.newPage();
  // The app's page, not the product's: Dataverse does not open the form, so there is no heading to wait for.
  await page.goto(office.sandbox.urlOf("ana", conversationPath(await sessionOf(office.sandbox, "Una Secret"))));
  await page
    .getByText(/permission|privilege|access/i)
    .first()
    .waitFor();
  expect(await page.getByText("Nobody else is to know").count()).toBe(0);
  expect(await page.getByText("Una Secret").count()).toBe(0);
});

it("goes to an agent of the other team by Give to: the giver is told, and does not read it any more; the receiver has what the customer writes next", async () => {
  const number = await writes("Gil Moves", SALES, "First words");
  const panel = await withPanel("ana");
  await panel.press("Gil Moves", "Accept");
  await panel.conversation("Gil Moves").text("First words").waitFor();
  const ana = await openConversation(panel, "ana", "Gil Moves");
  const dialog = ana.page.getByRole("dialog", { name: "Give Conversation" });
  await ana.page.getByRole("button", { name: "Give to…", exact: true }).click();
  await dialog.getByRole("radio", { name: "Chloe Martin" }).click();
  await dialog.getByRole("textbox", { name: "Note for the receiver" }).fill("It is for you");
  await dialog.getByRole("button", { name: "Give", exact: true }).click();
  await ana.page.getByText("You don’t have permission to read this conversation.").waitFor();
  // What came of giving is said beside it.
  await ana.page.getByText("Chloe Martin has the conversation with Gil Moves now.").waitFor();
  expect(await ana.page.getByRole("button", { name: "Undo", exact: true }).count()).toBe(0);
  await office.sandbox.sms(number, "Second words", undefined, undefined, SALES);
  const chloe = await withPanel("chloe");
  await chloe.notification("Gil Moves").getByText("Second words").waitFor();
  await chloe.press("Gil Moves", "View Message");
  const thread = chloe.conversation("Gil Moves");
  await thread.text("Second words").waitFor();
  expect(await thread.text("First words").count()).toBe(0);
  await thread.answer("I am on it");
  await thread.expectState("I am on it", "Delivered");
  await eventually(async () => expect(await office.sandbox.received(number)).toEqual(["I am on it"]));
  // Ana's tabs asked once more for what is not theirs any more, which a browser writes down.
  const others = [panel, ana, chloe].flatMap(({ errors }) => errors.filter((error) => !error.includes("status of 403")));
  expect(others).toEqual([]);
});

it("lets an agent dismiss, block and unblock, find, and see the blocked numbers, in their own team's list", async () => {
  await writes("Dora Dismiss", SALES, "Never mind");
  await writes("Bo Block", SALES, "Win a prize");
  await writes("Eve Else", SERVICE, "A prize for service");
  const ben = await withPanel("ben");
  await ben.press("Dora Dismiss", "Dismiss");
  await ben.notification("Dora Dismiss").waitFor({ state: "hidden" });
  await ben.panel.getByRole("searchbox", { name: "Search notifications" }).fill("prize");
  await ben.notification("Bo Block").waitFor();
  expect(await ben.notification("Eve Else").count()).toBe(0);
  await ben.press("Bo Block", "Block");
  await ben.page.getByRole("dialog").getByRole("button", { name: "Block", exact: true }).click();
  await ben.panel.getByRole("searchbox", { name: "Search notifications" }).fill("");
  await ben.panel.getByRole("tab", { name: /^Blocked/ }).click();
  const blocked = ben.panel.getByRole("listitem", { name: /^Bo Block/ });
  await blocked.getByRole("button", { name: /^Unblock/ }).click();
  await blocked.getByText("Not blocked any more").waitFor();
  expect(ben.errors).toEqual([]);
});
