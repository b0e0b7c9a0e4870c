/** The product's main job, tried as agents would: text messages come in over HTTP, two agents answer them in a browser. */
import { eventually, navigate } from "./browser";
import type { Desk } from "./browser";
import { setOffice } from "./setOffice";

jest.setTimeout(90_000);

const office = setOffice();
const { desk } = office;

const JANE = "+15550101";

async function owner(): Promise<{ name: unknown; status: unknown }> {
  const { body } = await office.sandbox.api("root", "GET", "msgn_sessions?$select=_ownerid_value,msgn_sessionstatus", undefined, {
    Prefer: 'odata.include-annotations="*"',
  });
  const row = (body["value"] as Record<string, unknown>[])[0];
  return { name: row?.["_ownerid_value@OData.Community.Display.V1.FormattedValue"], status: row?.["msgn_sessionstatus"] };
}

/** Waits until the forms have marked every message read: otherwise they might mark the next text, too. */
async function everythingIsRead(): Promise<void> {
  await eventually(async () => {
    const { body } = await office.sandbox.api("root", "GET", "msgn_messages?$filter=msgn_readon eq null");
    expect(body["value"]).toEqual([]);
  });
}

async function setTimeoutMinutes(minutes: number | null): Promise<void> {
  const { status } = await office.sandbox.api("mia", "PATCH", "msgn_configurations(msgn_name='Default')", {
    msgn_idletimeoutminutes: minutes,
  });
  expect(status).toBe(204);
}

/** Each test begins without a conversation. */
async function forgetAll(): Promise<void> {
  for (const [set, id] of [
    ["msgn_sessions", "msgn_sessionid"],
    ["msgn_contactnumbers", "msgn_contactnumberid"],
  ] as const) {
    const { body } = await office.sandbox.api("root", "GET", `${set}?$select=${id}`);
    for (const row of body["value"] as Record<string, unknown>[]) {
      expect((await office.sandbox.api("root", "DELETE", `${set}(${String(row[id])})`)).status).toBe(204);
    }
  }
}

beforeEach(() => setTimeoutMinutes(15));

afterEach(async () => {
  await forgetAll();
});

it("shows a text from a new number after the next navigation: number, text, time, Accept, Dismiss, Block", async () => {
  const ana = await desk("ana");
  await ana.expectUnread(0);
  await office.sandbox.sms(JANE, "Is my bike ready?");
  await navigate(ana, "Contacts");
  await ana.expectUnread(1);
  await ana.openPanel();
  const card = ana.notification(JANE);
  await card.getByText("Is my bike ready?").waitFor();
  const names = await card.getByRole("button").evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label")));
  expect(names).toEqual(["Accept", "Dismiss", "Block"].map((action) => `${action} ${JANE}`));
  expect(await card.getByRole("time").or(card.locator("time")).count()).toBe(1);
  expect(ana.errors).toEqual([]);
});

it("opens an accepted session, which is then the agent's and read; a second text comes to its owner alone", async () => {
  await office.sandbox.sms(JANE, "Is my bike ready?", "Jane Doe");
  const [ana, ben] = [await desk("ana"), await desk("ben")];
  await ana.expectUnread(1);
  await ana.press("Jane Doe", "Accept");
  await ana.conversation("Jane Doe").region.waitFor();
  await ana.expectUnread(0);
  expect(await owner()).toEqual({ name: "Ana Ruiz", status: 864500001 });
  await everythingIsRead();

  await navigate(ben, "Contacts");
  await ben.expectUnread(0);

  // Who looks at a conversation reads what comes.
  await ana.closeConversation();
  await office.sandbox.sms(JANE, "Hello?");
  await navigate(ana, "Contacts");
  await navigate(ben, "Accounts");
  await ana.expectUnread(1);
  await ana.openPanel();
  expect(await ana.notification("Jane Doe").getByRole("button").allTextContents()).toEqual(["View Message", "Answer"]);
  await ben.expectUnread(0);
  await ana.press("Jane Doe", "View Message");
  await ana.conversation("Jane Doe").region.waitFor();
  await ana.expectUnread(0);
  expect([...ana.errors, ...ben.errors]).toEqual([]);
});

it("gives a session to exactly one of two agents who press Accept at the same moment; the other reads who has it", async () => {
  await office.sandbox.sms(JANE, "Is my bike ready?", "Jane Doe");
  const [ana, ben] = [await desk("ana"), await desk("ben")];
  await Promise.all([ana.openPanel(), ben.openPanel()]);
  await office.sandbox.fault({ method: "PATCH", path: "msgn_sessions", delayMs: 300, times: 2 });
  await Promise.all([ana.press("Jane Doe", "Accept"), ben.press("Jane Doe", "Accept")]);
  await Promise.race([ana.conversation("Jane Doe").region.waitFor(), ben.conversation("Jane Doe").region.waitFor()]);
  const { name, status } = await owner();
  expect(status).toBe(864500001);
  expect(["Ana Ruiz", "Ben Okafor"]).toContain(name);
  const loser = name === "Ana Ruiz" ? ben : ana;
  await loser.panel.getByText(String(name)).first().waitFor();
  await loser.expectUnread(0);
});

it("hides a dismissed session for this agent only, until a new text brings it back with all its messages counted", async () => {
  await office.sandbox.sms(JANE, "Is my bike ready?", "Jane Doe");
  const [ana, ben] = [await desk("ana"), await desk("ben")];
  await ana.press("Jane Doe", "Dismiss");
  await ana.expectUnread(0);
  await navigate(ben, "Contacts");
  await ben.expectUnread(1);
  await office.sandbox.sms(JANE, "Hello?");
  await navigate(ana, "Contacts");
  await ana.expectUnread(2);
});

it("brings a dismissed session back when the agent presses Undo", async () => {
  await office.sandbox.sms(JANE, "Is my bike ready?", "Jane Doe");
  const ana = await desk("ana");
  await ana.press("Jane Doe", "Dismiss");
  await ana.expectUnread(0);
  await ana.page.getByRole("button", { name: "Undo" }).click();
  await ana.expectUnread(1);
});

it("blocks a number for everyone, after asking; a further text from it raises no count", async () => {
  await office.sandbox.sms(JANE, "WIN A PRIZE");
  const [ana, ben] = [await desk("ana"), await desk("ben")];
  await ben.press(JANE, "Block");
  const dialog = ben.page.getByRole("dialog").filter({ hasText: JANE });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await ben.expectUnread(1);
  await ben.press(JANE, "Block");
  await dialog.getByRole("button", { name: "Block" }).click();
  await ben.expectUnread(0);
  await office.sandbox.sms(JANE, "WIN ANOTHER");
  await navigate(ana, "Contacts");
  await ana.expectUnread(0);
  const { body } = await office.sandbox.api("root", "GET", "msgn_contactnumbers?$select=statecode");
  expect(body["value"]).toEqual([expect.objectContaining({ statecode: 1 })]);
});

it("lets a teammate take over after the idle timeout: No changes nothing, Yes makes them the owner and opens it", async () => {
  await office.sandbox.sms(JANE, "Is my bike ready?", "Jane Doe");
  const [ana, ben] = [await desk("ana"), await desk("ben")];
  await ana.press("Jane Doe", "Accept");
  await ana.conversation("Jane Doe").region.waitFor();
  await ana.expectUnread(0);
  await everythingIsRead();
  // Who looks at a conversation reads what comes.
  await ana.closeConversation();
  await office.sandbox.sms(JANE, "Hello?");
  await office.sandbox.advanceClock(14 * 60);
  await navigate(ben, "Contacts");
  await ben.expectUnread(0);
  await office.sandbox.advanceClock(60);
  await navigate(ben, "Accounts");
  await ben.expectUnread(1);

  const dialog = ben.page.getByRole("dialog", { name: "Change Ownership" });
  await ben.press("Jane Doe", "Assign to Me");
  await dialog.getByRole("button", { name: "No" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect((await owner()).name).toBe("Ana Ruiz");
  await ben.press("Jane Doe", "Assign to Me");
  await dialog.getByRole("button", { name: "Yes" }).click();
  await ben.conversation("Jane Doe").region.waitFor();
  expect((await owner()).name).toBe("Ben Okafor");
  await navigate(ana, "Contacts");
  await ana.expectUnread(0);
});

it("gives a takeover to exactly one of two agents who press Yes at the same moment; the other reads who has it", async () => {
  await office.sandbox.sms(JANE, "Is my bike ready?", "Jane Doe");
  const ana = await desk("ana");
  await ana.press("Jane Doe", "Accept");
  await ana.conversation("Jane Doe").region.waitFor();
  await ana.expectUnread(0);
  await everythingIsRead();
  // Who looks at a conversation reads what comes.
  await ana.closeConversation();
  await office.sandbox.sms(JANE, "Hello?");
  await office.sandbox.advanceClock(15 * 60);
  const [ben, chloe] = [await desk("ben"), await desk("chloe")];
  await Promise.all([ben.press("Jane Doe", "Assign to Me"), chloe.press("Jane Doe", "Assign to Me")]);
  await office.sandbox.fault({ method: "PATCH", path: "msgn_sessions", delayMs: 300, times: 2 });
  const yes = ({ page }: Desk) => page.getByRole("dialog", { name: "Change Ownership" }).getByRole("button", { name: "Yes" }).click();
  await Promise.all([yes(ben), yes(chloe)]);
  await Promise.race([ben.conversation("Jane Doe").region.waitFor(), chloe.conversation("Jane Doe").region.waitFor()]);
  const { name } = await owner();
  expect(["Ben Okafor", "Chloe Martin"]).toContain(name);
  const loser = name === "Ben Okafor" ? chloe : ben;
  await loser.panel.getByText(`${String(name)} already owns`).waitFor();
  expect((await owner()).name).toBe(name);
});

it.each([0, null])("never offers a takeover with an idle timeout of %p", async (minutes) => {
  await setTimeoutMinutes(minutes);
  await office.sandbox.sms(JANE, "Is my bike ready?", "Jane Doe");
  const ana = await desk("ana");
  await ana.press("Jane Doe", "Accept");
  await ana.conversation("Jane Doe").region.waitFor();
  await ana.expectUnread(0);
  await everythingIsRead();
  // Who looks at a conversation reads what comes.
  await ana.closeConversation();
  await office.sandbox.sms(JANE, "Hello?");
  await office.sandbox.advanceClock(24 * 3600);
  const ben = await desk("ben");
  await ben.expectUnread(0);
});
