/** What was put aside, in a browser: dismissed conversations are restored, numbers are blocked for an hour and unblocked, by keyboard. */
import { eventually, navigate } from "./browser";
import type { Desk } from "./browser";
import { setOffice } from "./setOffice";

jest.setTimeout(90_000);

const office = setOffice();
const { desk } = office;

const numbers = async () => (await office.sandbox.api("root", "GET", "msgn_contactnumbers")).body["value"] as Record<string, unknown>[];
const tab = ({ page }: Desk, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) });
const line = ({ page }: Desk, name: string) => page.getByRole("listitem", { name: new RegExp(`^${name}`) });

it("keeps what an agent dismissed, also after the app is loaded again, until they restore it", async () => {
  await office.sandbox.sms("+15550111", "Is my bike ready?", "Rita Restored");
  const ana = await desk("ana");
  await ana.press("Rita Restored", "Dismiss");
  await ana.expectUnread(0);
  await eventually(async () => expect(await tab(ana, "Dismissed").textContent()).toContain("1"));
  await ana.page.reload();
  await ana.expectUnread(0);
  await ana.openPanel();
  await tab(ana, "Dismissed").click();
  await line(ana, "Rita Restored").getByText("Is my bike ready?").waitFor();
  await line(ana, "Rita Restored").getByRole("button", { name: "Restore" }).click();
  await line(ana, "Rita Restored").getByText("Back in the list").waitFor();
  await ana.expectUnread(1);
  await tab(ana, "All").click();
  await line(ana, "Rita Restored")
    .getByRole("button", { name: /^Accept/ })
    .waitFor();
});

it("blocks for an hour, with a reason, by keyboard alone; then the number is notified again by itself", async () => {
  await office.sandbox.sms("+15550112", "WIN A PRIZE", "Ben Blocked");
  const [ana, ben] = [await desk("ana"), await desk("ben")];
  await ana.openPanel();
  const before = await ben.unread();
  await line(ana, "Ben Blocked")
    .getByRole("button", { name: /^Block/ })
    .focus();
  await ana.page.keyboard.press("Enter");
  const dialog = ana.page.getByRole("dialog").filter({ hasText: "+15550112" });
  await dialog.getByRole("textbox", { name: "Reason (optional)" }).waitFor();
  expect(await dialog.textContent()).toContain("Ben Blocked");
  await ana.page.keyboard.press("Shift+Tab");
  await ana.page.keyboard.press("Shift+Tab");
  await ana.page.keyboard.press("ArrowDown");
  await ana.page.keyboard.press("Shift+Tab");
  await ana.page.keyboard.type("Advertising");
  await ana.page.keyboard.press("Tab");
  await ana.page.keyboard.press("Tab");
  await ana.page.keyboard.press("Enter");
  await eventually(async () => {
    const [row] = (await numbers()).filter((one) => one["msgn_phonenumber"] === "+15550112");
    expect(row).toMatchObject({ statecode: 1, msgn_blockreason: "Advertising" });
    const lasts = Date.parse(String(row?.["msgn_blockeduntil"])) - Date.parse(String(row?.["msgn_blockedon"]));
    expect(lasts).toBe(3_600_000);
  });
  await navigate(ben, "Contacts");
  await ben.expectUnread(before - 1);
  await office.sandbox.advanceClock(3_601);
  await navigate(ben, "Sessions");
  await ben.expectUnread(before);
});

it("lists a number that the agent has just blocked, also where the list was opened before the server had done it", async () => {
  await office.sandbox.sms("+15550114", "WIN A PRIZE", "Slow Blocked");
  const ana = await desk("ana");
  await ana.openPanel();
  await office.sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_contactnumbers", delayMs: 2_000, times: 1 });
  await ana.press("Slow Blocked", "Block");
  await ana.page.getByRole("dialog").filter({ hasText: "+15550114" }).getByRole("button", { name: "Block" }).click();
  await tab(ana, "Blocked").click();
  await line(ana, "Slow Blocked").getByRole("button", { name: "Unblock" }).waitFor();
  expect(ana.errors).toEqual([]);
});

it("lists blocked numbers for those who may block, and takes Unblock back with Undo", async () => {
  await office.sandbox.sms("+15550113", "WIN A PRIZE", "Vera Blocked");
  const [ana, ben] = [await desk("ana"), await desk("ben")];
  await ana.press("Vera Blocked", "Block");
  const dialog = ana.page.getByRole("dialog").filter({ hasText: "+15550113" });
  await dialog.getByRole("textbox", { name: "Reason (optional)" }).fill("Advertising");
  await dialog.getByRole("button", { name: "Block" }).click();
  const isBlocked = async () => (await numbers()).find((one) => one["msgn_phonenumber"] === "+15550113")?.["statecode"];
  await eventually(async () => expect(await isBlocked()).toBe(1));
  await ben.openPanel();
  await office.sandbox.clearRequests();
  await tab(ben, "Blocked").click();
  await line(ben, "Vera Blocked").getByText("Reason: Advertising").waitFor();
  expect(await line(ben, "Vera Blocked").textContent()).toContain("Blocked by");
  const asked = (await office.sandbox.requests("ben")).filter(({ url }) => url.includes("msgn_contactnumbers"));
  expect(asked).toHaveLength(1);
  await line(ben, "Vera Blocked").getByRole("button", { name: "Unblock" }).click();
  await eventually(async () => expect(await isBlocked()).toBe(0));
  await navigate(ana, "Contacts");
  await ana.page
    .getByRole("listitem", { name: /^Vera Blocked/ })
    .getByRole("button", { name: /^Accept/ })
    .waitFor();
  await line(ben, "Vera Blocked").getByRole("button", { name: "Undo" }).click();
  await eventually(async () => expect(await isBlocked()).toBe(1));
  const [row] = (await numbers()).filter((one) => one["msgn_phonenumber"] === "+15550113");
  expect(row).toMatchObject({ msgn_blockreason: "Advertising", msgn_blockeduntil: null });
});
