/** Several notifications at once, with a real pointer and a real keyboard: selected, dismissed, accepted, and what of it failed. */
import type { Locator } from "playwright-core";
import { eventually } from "./browser";
import type { Desk } from "./browser";
import { setOffice } from "./setOffice";

jest.setTimeout(90_000);

const office = setOffice();
let ana: Desk;
let names: readonly string[] = [];
const nameAt = (place: number): string => names[place] ?? "";
let numbers = 0;

/** Four new customers, in the order in which they stand in the list. */
beforeEach(async () => {
  const four = ["A", "B", "C", "D"].map((letter) => `Customer ${letter}`);
  for (const name of four) await office.sandbox.sms(`+155503${1_000 + (numbers += 1)}`, "Is my bike ready?", name);
  ana = await office.desk("ana");
  await ana.expectUnread(four.length);
  await ana.openPanel();
  await ana.panel.getByRole("listitem").nth(3).waitFor();
  const labels = await ana.panel.getByRole("listitem").evaluateAll((lines) => lines.map((line) => line.getAttribute("aria-label") ?? ""));
  names = labels.map((label) => label.split(",")[0] ?? "");
  expect([...names].sort()).toEqual(four);
});
afterEach(async () => {
  await office.sandbox.clearFaults();
  for (const set of ["msgn_session", "msgn_contactnumber"])
    for (const { [`${set}id`]: id } of await rows(`${set}s?$select=${set}id`))
      await office.sandbox.api("root", "DELETE", `${set}s(${String(id)})`);
});

async function rows(query: string): Promise<readonly Record<string, unknown>[]> {
  const { body } = await office.sandbox.api("root", "GET", query, undefined, { Prefer: 'odata.include-annotations="*"' });
  return body["value"] as readonly Record<string, unknown>[];
}

const OWNER = "_ownerid_value@OData.Community.Display.V1.FormattedValue";
const ownedBy = async (owner: string) => (await rows("msgn_sessions?$select=_ownerid_value")).filter((one) => one[OWNER] === owner).length;

const row = (name: string) => ana.notification(name);
const box = (name: string) => row(name).getByRole("checkbox", { name: `Select ${name}` });
const toolbar = () => ana.panel.getByRole("toolbar", { name: "Selection" });
const inToolbar = (name: string | RegExp): Locator => toolbar().getByRole("button", { name });
const selected = async () => {
  const checked = await Promise.all(names.map((name) => box(name).isChecked()));
  return names.filter((_, at) => checked[at]);
};

/** With the pointer, as a person does: the box shows itself where the pointer is. */
async function check(name: string, ...modifiers: "Shift"[]): Promise<void> {
  await row(name).hover();
  await box(name).click({ modifiers });
}

/** Presses an action of the bar that has just come: a press is taken for meant only where nothing has moved below it. */
async function pressInToolbar(name: string | RegExp): Promise<void> {
  await inToolbar(name).waitFor();
  await ana.page.waitForTimeout(600);
  await inToolbar(name).click();
}

it("are selected by their boxes, with Shift up to another, with Ctrl+A all of them, and by Escape none; the panel stays open", async () => {
  const { page, panel } = ana;
  await check(nameAt(0));
  await check(nameAt(2), "Shift");
  expect(await selected()).toEqual([nameAt(0), nameAt(1), nameAt(2)]);
  await check(nameAt(1));
  expect(await selected()).toEqual([nameAt(0), nameAt(2)]);
  await page.keyboard.press("Escape");
  expect([await selected(), await panel.isVisible()]).toEqual([[], true]);
  await row(nameAt(1)).focus();
  for (const key of ["Space", "ArrowDown", "Space"]) await page.keyboard.press(key);
  expect(await selected()).toEqual([nameAt(1), nameAt(2)]);
  await page.keyboard.press("Control+a");
  expect(await selected()).toEqual(names);
  await toolbar().getByText("4 selected").waitFor();
  expect(ana.errors).toEqual([]);
});

it("are dismissed with one press, and come back with one Undo", async () => {
  await check(nameAt(0));
  await check(nameAt(3));
  await pressInToolbar("Dismiss 2 selected");
  await ana.expectUnread(2);
  await eventually(async () => expect(await rows("msgn_dismissals")).toHaveLength(2));
  await ana.page.waitForTimeout(600);
  await ana.panel.getByRole("button", { name: "Undo" }).click();
  await ana.expectUnread(4);
  await row(nameAt(0))
    .getByRole("button", { name: /^Accept/ })
    .waitFor();
  expect(ana.errors).toEqual([]);
});

it("are accepted with one press: they are the agent's, stay on the list, and none is opened", async () => {
  const address = ana.page.url();
  await row(nameAt(0)).focus();
  await ana.page.keyboard.press("Control+a");
  await pressInToolbar("Accept 4 selected");
  await eventually(async () => expect(await ownedBy("Ana Ruiz")).toBe(4));
  for (const name of names)
    await row(name)
      .getByRole("button", { name: /^View Message/ })
      .waitFor();
  expect(ana.page.url()).toBe(address);
  expect(ana.errors).toEqual([]);
});

it("say on each row why it was not done: a colleague was quicker, the server failed; Retry tries again only what can still be done", async () => {
  const ben = await office.desk("ben");
  await ben.press(nameAt(1), "Accept");
  await eventually(async () => expect(await ownedBy("Ben Okafor")).toBe(1));
  // What Ana's tab has not heard of yet.
  await office.sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_sessions", status: 503, times: 1 });
  await row(nameAt(0)).focus();
  await ana.page.keyboard.press("Control+a");
  await pressInToolbar("Accept 4 selected");
  // As a failure, or as the line that is left of it, once the list has been read again.
  await row(nameAt(1))
    .getByText(/Ben Okafor (already )?owns/)
    .waitFor();
  const failed = ana.panel.getByRole("listitem").filter({ hasText: "Something went wrong" });
  await failed.first().waitFor();
  await inToolbar("Retry").waitFor();
  expect([await failed.count(), await ownedBy("Ana Ruiz")]).toEqual([1, 2]);
  await pressInToolbar("Retry");
  await eventually(async () => expect([await ownedBy("Ana Ruiz"), await ownedBy("Ben Okafor")]).toEqual([3, 1]));
  await failed.waitFor({ state: "detached" });
});
