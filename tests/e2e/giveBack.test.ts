/** Give Back in the app: two agents, real clicks, and the conversation's form, which reads the messages meanwhile. */
import { eventually, navigate } from "./browser";
import type { Desk } from "./browser";
import { setOffice } from "./setOffice";

jest.setTimeout(90_000);

const JANE = "+15550101";
const NAMES = { Prefer: 'odata.include-annotations="*"' };

const office = setOffice();
const { desk } = office;

async function session(): Promise<Record<string, unknown>> {
  const { body } = await office.sandbox.api("root", "GET", "msgn_sessions", undefined, NAMES);
  const [row] = body["value"] as Record<string, unknown>[];
  return row ?? {};
}

const owner = async () => (await session())["_ownerid_value@OData.Community.Display.V1.FormattedValue"];

async function unread(): Promise<number> {
  const { body } = await office.sandbox.api("root", "GET", "msgn_messages?$filter=msgn_readon eq null");
  return (body["value"] as unknown[]).length;
}

/** Accepts or takes over, and waits until the conversation beside the page has read the messages. */
async function take({ press, page, conversation }: Desk, action: "Accept" | "Assign to Me"): Promise<void> {
  await press("Jane Doe", action);
  if (action === "Assign to Me") await page.getByRole("dialog", { name: "Change Ownership" }).getByRole("button", { name: "Yes" }).click();
  await conversation("Jane Doe").region.waitFor();
  await eventually(async () => expect(await unread()).toBe(0));
}

/** Opens the panel, in whose place the conversation is, and gives back there. */
async function giveBack(desk: Desk): Promise<void> {
  await desk.openPanel();
  await desk.panel.getByRole("button", { name: "Give Back" }).click();
}

beforeAll(async () => {
  const { status } = await office.sandbox.api("mia", "PATCH", "msgn_configurations(msgn_name='Default')", { msgn_idletimeoutminutes: 15 });
  expect(status).toBe(204);
});

beforeEach(() => office.sandbox.sms(JANE, "Is my bike ready?", "Jane Doe"));

afterEach(async () => {
  for (const set of ["msgn_session", "msgn_contactnumber"]) {
    const { body } = await office.sandbox.api("root", "GET", `${set}s?$select=${set}id`);
    for (const row of body["value"] as Record<string, unknown>[])
      await office.sandbox.api("root", "DELETE", `${set}s(${String(row[`${set}id`])})`);
  }
});

it("gives an accepted conversation back: the other agent has it as before, and can accept it", async () => {
  const before = await session();
  const [ana, ben] = [await desk("ana"), await desk("ben")];
  await take(ana, "Accept");
  await navigate(ben, "Contacts");
  await ben.expectUnread(0);
  await giveBack(ana);
  await ana.expectUnread(1);
  const changing = /modified|versionnumber|etag/;
  const same = (row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).filter(([key]) => !changing.test(key)));
  expect(same(await session())).toEqual(same(before));
  await navigate(ben, "Accounts");
  await ben.expectUnread(1);
  await ben.press("Jane Doe", "Accept");
  await ben.conversation("Jane Doe").region.waitFor();
  expect(await owner()).toBe("Ben Okafor");
  expect([...ana.errors, ...ben.errors]).toEqual([]);
});

it("gives a conversation that was taken over back to its owner", async () => {
  const [ana, ben] = [await desk("ana"), await desk("ben")];
  await take(ana, "Accept");
  // Who looks at a conversation reads what comes.
  await ana.closeConversation();
  await office.sandbox.sms(JANE, "Hello?");
  await office.sandbox.advanceClock(15 * 60);
  await navigate(ben, "Contacts");
  await take(ben, "Assign to Me");
  expect(await owner()).toBe("Ben Okafor");
  await giveBack(ben);
  await eventually(async () => expect([await owner(), await unread()]).toEqual(["Ana Ruiz", 1]));
  await navigate(ana, "Contacts");
  await ana.openPanel();
  await ana.notification("Jane Doe").getByRole("button", { name: "View Message" }).waitFor();
});

it("gives nothing back where a colleague has taken the conversation since, and says who", async () => {
  const ana = await desk("ana");
  await take(ana, "Accept");
  const { msgn_sessionid: id } = await session();
  const { body } = await office.sandbox.api("root", "GET", "systemusers?$filter=fullname eq 'Ben Okafor'&$select=systemuserid");
  const [ben] = body["value"] as Record<string, unknown>[];
  await office.sandbox.api("ben", "PATCH", `msgn_sessions(${String(id)})`, {
    "ownerid@odata.bind": `/systemusers(${String(ben?.["systemuserid"])})`,
  });
  await giveBack(ana);
  await ana.panel.getByText("Ben Okafor has changed the conversation with Jane Doe since.").waitFor();
  expect(await owner()).toBe("Ben Okafor");
});

it("is offered again where the server has failed, and works then", async () => {
  const ana = await desk("ana");
  await take(ana, "Accept");
  await office.sandbox.fault({ method: "POST", path: "$batch", status: 504, times: 1 });
  await giveBack(ana);
  // A press while the first one is on its way does nothing.
  await ana.panel.getByText("Something went wrong with Jane Doe.").waitFor();
  await giveBack(ana);
  await ana.expectUnread(1);
  await eventually(async () => expect(await unread()).toBe(1));
});

it("is a notice in a live region, stays while the pointer is on it, and is pressed by the key U", async () => {
  const ana = await desk("ana");
  await take(ana, "Accept");
  await ana.openPanel();
  const notice = ana.panel.getByText("You accepted the conversation with Jane Doe.");
  expect(await notice.evaluate((element) => element.closest("[aria-live]")?.getAttribute("aria-live"))).toBe("polite");
  await notice.hover();
  await ana.page.waitForTimeout(11_000);
  expect(await ana.panel.getByRole("button", { name: "Give Back" }).isVisible()).toBe(true);
  await ana.panel.focus();
  await ana.page.keyboard.press("u");
  await ana.expectUnread(1);
  expect(await owner()).not.toBe("Ana Ruiz");
});
