/** A conversation beside the page: the page stays, the bubble keeps off it, an answer that is begun stays, and who wants it opens conversations as pages. */
import { eventually, navigate } from "./browser";
import type { Desk } from "./browser";
import { setOffice } from "./setOffice";

jest.setTimeout(90_000);

const office = setOffice();
const [JANE, OMAR] = ["+15550161", "+15550162"];

beforeEach(async () => {
  await office.sandbox.sms(JANE, "Is my bike ready?", "Jane Doe");
  await office.sandbox.sms(OMAR, "Do you rent bikes?", "Omar Haddad");
});

afterEach(async () => {
  for (const set of ["msgn_session", "msgn_contactnumber"]) {
    const { body } = await office.sandbox.api("root", "GET", `${set}s?$select=${set}id`);
    for (const row of body["value"] as Record<string, unknown>[])
      await office.sandbox.api("root", "DELETE", `${set}s(${String(row[`${set}id`])})`);
  }
});

/** What of the window an element takes. @throws Error where it takes nothing */
async function boxOf(element: Desk["bubble"]) {
  const box = await element.boundingBox();
  if (!box) throw new Error("It is not on the screen.");
  return box;
}

it("opens beside the page, which stays as it is, and the bubble keeps off it until it is closed", async () => {
  const ana = await office.desk("ana");
  await navigate(ana, "Contacts");
  const address = ana.page.url();
  await ana.press("Jane Doe", "Accept");
  const { region } = ana.conversation("Jane Doe");
  await region.waitFor();
  expect(ana.page.url()).toBe(address);
  await eventually(async () => {
    const [bubble, conversation] = [await boxOf(ana.bubble), await boxOf(region)];
    expect(bubble.x + bubble.width).toBeLessThanOrEqual(conversation.x);
  });
  await ana.closeConversation();
  await region.waitFor({ state: "detached" });
  await eventually(async () => expect((await boxOf(ana.bubble)).x).toBeGreaterThan((ana.page.viewportSize()?.width ?? 0) - 200));
  expect(ana.errors).toEqual([]);
});

it("shows the next conversation in its place; an answer that was begun keeps its pane", async () => {
  const ana = await office.desk("ana");
  await ana.press("Jane Doe", "Accept");
  const jane = ana.conversation("Jane Doe");
  await jane.reply.fill("Yes, it");
  await ana.press("Omar Haddad", "Accept");
  const omar = ana.conversation("Omar Haddad");
  await omar.region.waitFor();
  await ana.page
    .getByRole("complementary", { name: "Side panes" })
    .getByRole("button", { name: "SMS conversation", exact: true })
    .first()
    .click();
  await jane.region.waitFor();
  expect(await jane.reply.inputValue()).toBe("Yes, it");
  expect(ana.errors).toEqual([]);
});

it("opens as a page where the agent wants it so", async () => {
  const ana = await office.desk("ana");
  await ana.openPanel();
  await ana.panel.getByRole("button", { name: "Settings" }).click();
  const settings = ana.page.getByRole("dialog", { name: "Settings" });
  await settings.getByRole("combobox", { name: "Open conversations" }).click();
  await ana.page.getByRole("option", { name: "As the page" }).click();
  await settings.getByRole("button", { name: "Save" }).click();
  await settings.waitFor({ state: "detached" });
  await ana.press("Jane Doe", "Accept");
  await ana.conversation("Jane Doe").region.waitFor();
  expect(new URL(ana.page.url()).searchParams.get("etn")).toBe("msgn_session");
});
