/** Ben makes rows about Ana, under the ids that hers would have, before she has ever opened the app: she sees what there is, and works. */
import type { Browser } from "playwright-core";
import { userId } from "../../demo/users";
import { derivedId } from "../../shared/dataverse/derivedId";
import { eventually, openBrowser, openDesk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(90_000);

let sandbox: Sandbox;
let browser: Browser;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

it("neither keeps the product from starting for her, nor hides or counts anything twice, nor keeps her from dismissing", async () => {
  await sandbox.sms("+15550101", "Is my bike ready?", "Jane Doe");
  await sandbox.sms("+15550101", "Hello?");
  const [session] = (await sandbox.api("ben", "GET", "msgn_sessions?$select=msgn_sessionid")).body["value"] as Record<string, unknown>[];
  const id = String(session?.["msgn_sessionid"]);
  const dismissal = {
    msgn_name: "Ana Ruiz",
    msgn_dismissedupto: "2099-12-31T23:59:59Z",
    msgn_dismissedcount: 1_000_000,
    "msgn_sessionid@odata.bind": `/msgn_sessions(${id})`,
  };
  const made = [
    await sandbox.api("ben", "PATCH", `msgn_agentsettings(${derivedId(userId("ana"))})`, { msgn_name: "Ana Ruiz" }),
    await sandbox.api("ben", "PATCH", `msgn_dismissals(${derivedId(userId("ana"), id)})`, dismissal),
    await sandbox.api("ben", "POST", "msgn_dismissals", dismissal),
  ];
  expect(made.map(({ status }) => status)).toEqual([204, 204, 204]);

  const desk = await openDesk(browser, sandbox, "ana");
  await desk.expectUnread(2);
  await desk.press("Jane Doe", "Dismiss");
  await desk.expectUnread(0);
  await eventually(async () => {
    const { body } = await sandbox.api("ana", "GET", "msgn_dismissals?$select=msgn_dismissedcount,_ownerid_value");
    expect(body["value"]).toEqual([expect.objectContaining({ msgn_dismissedcount: 2, _ownerid_value: userId("ana") })]);
  });
  await desk.page.getByRole("button", { name: "Undo" }).click();
  await desk.expectUnread(2);
  // The browser itself reports what the server refused: the ids that were taken.
  expect(desk.errors.filter((error) => !error.includes("412"))).toEqual([]);
  await desk.close();

  // Whom the rows do belong to, they work for.
  const attacker = await openDesk(browser, sandbox, "ben");
  await attacker.expectUnread(0);
  await attacker.close();
});
