/** What others do to a conversation, and how an agent who looks elsewhere hears of it. */
import { eventually, navigate } from "./browser";
import type { Desk } from "./browser";
import { setScene } from "./oneConversation";

jest.setTimeout(90_000);

const scene = setScene();

async function rows(path: string): Promise<readonly Record<string, unknown>[]> {
  return (await scene.sandbox.api("root", "GET", path)).body["value"] as Record<string, unknown>[];
}

async function session(): Promise<Record<string, unknown>> {
  const [row] = await rows(`msgn_sessions?$filter=startswith(msgn_name,'${scene.name}')`);
  if (!row) throw new Error("no session");
  return row;
}

const change = async (row: Record<string, unknown>, body: object) =>
  expect((await scene.sandbox.api("root", "PATCH", `msgn_sessions(${String(row["msgn_sessionid"])})`, body)).status).toBe(204);

const userIdOf = async (login: string) => {
  const [row] = await rows(`systemusers?$filter=domainname eq '${login}@sandbox.example'`);
  return String(row?.["systemuserid"]);
};

/** Whether the keyboard works at the conversation now: on it, or on the part of the form that holds it. */
const focusIsAt = ({ conversation }: Desk, customer: string) =>
  conversation(customer).region.evaluate((region) => {
    const { activeElement: focused } = document;
    return focused !== document.body && (region.contains(focused) || focused?.contains(region) === true);
  });

it("opens a session that a colleague has deactivated when somebody accepts it: its form can be worked with", async () => {
  const { ana, name } = scene;
  await change(await session(), { statecode: 1, statuscode: 2 });
  await ana.press(name, "Accept");
  await ana.conversation(name).reply.waitFor();
  expect(await session()).toMatchObject({ statecode: 0, msgn_sessionstatus: 864500001 });
});

it("moves the focus to the conversation that the keyboard has accepted, and says so", async () => {
  const { ana, name } = scene;
  await ana
    .notification(name)
    .getByRole("button", { name: /^Accept/ })
    .focus();
  await ana.page.keyboard.press("Enter");
  await ana.page.getByRole("status").getByText(`Conversation with ${name} opened`).waitFor({ state: "attached" });
  await eventually(async () => expect(await focusIsAt(ana, name)).toBe(true));
  expect(ana.errors).toEqual([]);
});

it("offers a conversation whose owner has left to the others at once", async () => {
  const { ana, sandbox, name } = scene;
  const ben = await userIdOf("ben");
  await change(await session(), { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${ben})` });
  await navigate(ana, "Contacts");
  await ana.expectUnread(0);
  const disable = (isdisabled: boolean) => sandbox.api("root", "PATCH", `systemusers(${ben})`, { isdisabled });
  expect((await disable(true)).status).toBe(204);
  try {
    await navigate(ana, "Accounts");
    await ana.expectUnread(1);
    await ana.press(name, "Assign to Me");
    await ana.page.getByRole("dialog", { name: "Change Ownership" }).getByRole("button", { name: "Yes" }).click();
    await eventually(async () => expect((await session())["_ownerid_value"]).toBe(await userIdOf("ana")));
  } finally {
    await disable(false);
  }
});

it("shows that a customer has opted out, in the panel and on the form of the number, until they opt in again", async () => {
  const { ana, sandbox, name, number } = scene;
  await sandbox.sms(number, "STOP");
  await navigate(ana, "Contacts");
  await ana.notification(name).getByText("Opted out of messages").waitFor();
  const [row] = await rows(`msgn_contactnumbers?$filter=msgn_phonenumber eq '${encodeURIComponent(number)}'`);
  expect(row?.["msgn_optedouton"]).toMatch(/^20\d\d-/);
  await sandbox.sms(number, "START");
  await navigate(ana, "Accounts");
  await ana.expectUnread(3);
  expect(await ana.notification(name).getByText("Opted out of messages").count()).toBe(0);
});

it("calls an agent whose tab is hidden, and leads them to the conversation at a click on the desktop notification", async () => {
  const { ana, sandbox, name, number } = scene;
  const { page } = ana;
  await sandbox.api("mia", "PATCH", "msgn_configurations(msgn_name='Default')", { msgn_refreshseconds: 5 });
  const [own] = await rows(`msgn_agentsettings?$filter=_ownerid_value eq ${await userIdOf("ana")}`);
  await sandbox.api("root", "PATCH", `msgn_agentsettings(${String(own?.["msgn_agentsettingid"])})`, { msgn_desktopnotification: true });
  // The desktop's notifications are the system's: what the app asks of it is written down.
  await page.addInitScript(() => {
    const shown: { title: string; body: string; click: () => void }[] = [];
    class Notice {
      static readonly permission = "granted";
      onclick: () => void = () => undefined;
      constructor(title: string, { body = "" }: NotificationOptions) {
        shown.push({ title, body, click: () => this.onclick() });
      }
    }
    Object.assign(window, { Notification: Notice, shown });
    document.hasFocus = () => false;
  });
  await page.reload();
  await ana.expectUnread(1);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { get: () => "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await sandbox.sms(number, "Hello?");
  const shown = () =>
    page.evaluate(() => (window as unknown as { shown: { title: string; body: string }[] }).shown.map(({ title, body }) => [title, body]));
  for (const deadline = Date.now() + 20_000; (await shown()).length === 0 && Date.now() < deadline;) await page.waitForTimeout(200);
  expect(await shown()).toEqual([["Unread messages: 2", name]]);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { get: () => "visible" });
    (window as unknown as { shown: { click: () => void }[] }).shown[0]?.click();
  });
  await ana.panel.waitFor();
  await eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(new RegExp(`^${name}`)),
  );
  expect(ana.errors).toEqual([]);
});

it("gives the focus back to the card that Undo has brought back", async () => {
  const { ana, name } = scene;
  await ana.press(name, "Dismiss");
  await ana.panel.getByRole("button", { name: "Undo" }).focus();
  await ana.page.keyboard.press("Enter");
  await ana.expectUnread(1);
  await eventually(async () =>
    expect(await ana.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(new RegExp(`^${name}`)),
  );
});
