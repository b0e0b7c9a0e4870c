/** The administrator's overview in the app: figures, charts and a list, each of which leads to its rows. */
import type { Browser, FrameLocator } from "playwright-core";
import { openBrowser, openDesk } from "./browser";
import type { Desk } from "./browser";
import { axeViolations } from "./look/axe";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

const LINK = "Messaging Overview";

let sandbox: Sandbox;
let browser: Browser;
let mia: Desk;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ demo: true }), openBrowser()]);
  mia = await openDesk(browser, sandbox, "mia");
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

const link = ({ page }: Desk) => page.getByRole("navigation").getByRole("link", { name: LINK });
const figuresOf = ({ page }: Desk): FrameLocator => page.frameLocator("iframe[title$='overview.html']");

async function openOverview(): Promise<void> {
  await link(mia).click();
  await mia.page.getByRole("heading", { level: 1, name: LINK }).waitFor();
}

it("tells an administrator what waits now, and leads by a figure to the list of as many rows", async () => {
  await openOverview();
  const waiting = figuresOf(mia).getByRole("link", { name: /^Waiting now \d+/ });
  await waiting.waitFor();
  const count = Number(/\d+/.exec((await waiting.textContent()) ?? "")?.[0]);
  expect(count).toBeGreaterThan(3);
  await waiting.click();
  await mia.page.getByRole("heading", { level: 1, name: "Sessions" }).waitFor();
  await mia.page.getByText(`Rows: ${count}`, { exact: true }).waitFor();
  expect(await mia.page.getByRole("combobox", { name: "View" }).textContent()).toContain("Unanswered");
});

it("shows who has what waits, and leads by the keyboard from a bar to that owner's list", async () => {
  await openOverview();
  const chart = mia.page.getByRole("group", { name: "Unanswered by Owner" });
  const bar = chart.getByRole("link", { name: "Ben Okafor: 1" });
  await bar.focus();
  await mia.page.keyboard.press("Enter");
  await mia.page.getByText("Filtered by Owner").waitFor();
  await mia.page.getByText("Rows: 1", { exact: true }).waitFor();
  await mia.page.getByRole("link", { name: /Priya Nair/ }).waitFor();
  await mia.page.reload();
  await mia.page.getByText("Rows: 1", { exact: true }).waitFor();
});

it("calls a business number by its name, and leads from it to that number's conversations alone", async () => {
  await sandbox.sms("+12025550971", "Do you have it in blue?", "Una Vogt", undefined, "+15550888");
  const numbers = (await sandbox.api("root", "GET", "msgn_businessnumbers?$filter=msgn_phonenumber eq '%2B15550888'")).body["value"];
  const [row] = numbers as readonly Record<string, string>[];
  await sandbox.api("mia", "PATCH", `msgn_businessnumbers(${row?.["msgn_businessnumberid"]})`, { msgn_name: "Sales" });
  await mia.page.reload();
  await openOverview();
  const chart = mia.page.getByRole("group", { name: "Unanswered by Business Number" });
  await chart.getByRole("link", { name: "Sales: 1" }).press("Enter");
  await mia.page.getByText("Filtered by Name (Business Number)").waitFor();
  await mia.page.getByText("Rows: 1", { exact: true }).waitFor();
  await mia.page.getByRole("link", { name: /Una Vogt/ }).waitFor();
});

it("counts what an agent accepts, with the next reading", async () => {
  await openOverview();
  const accepted = figuresOf(mia).getByRole("link", { name: /^Accepted today \d+/ });
  await accepted.waitFor();
  const before = Number(/\d+/.exec((await accepted.textContent()) ?? "")?.[0]);
  const ana = await openDesk(browser, sandbox, "ana");
  await ana.openPanel();
  await ana.page
    .getByRole("listitem", { name: /^Jane Doe/ })
    .getByRole("button", { name: /^Accept/ })
    .click();
  await ana.page
    .getByRole("region", { name: /Jane Doe/ })
    .first()
    .waitFor();
  await ana.close();
  await mia.page.getByRole("button", { name: "Refresh All" }).click();
  await figuresOf(mia)
    .getByRole("link", { name: `Accepted today ${before + 1}` })
    .waitFor();
});

it("has the longest wait on top of its list", async () => {
  await openOverview();
  const list = mia.page.getByRole("table", { name: "Unanswered, Longest Wait First" });
  await list.getByRole("row").nth(1).waitFor();
  expect(await list.getByRole("columnheader").allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining("Business Number")]),
  );
  expect(await list.getByRole("row").nth(1).textContent()).toContain("Priya Nair");
});

it("has nothing for axe to find in its figures", async () => {
  await openOverview();
  await figuresOf(mia)
    .getByRole("link", { name: /^Opted out \d/ })
    .waitFor();
  const frame = mia.page.frames().find((each) => each.url().includes("overview.html"));
  expect(frame && (await axeViolations(frame, "body"))).toEqual([]);
  expect(mia.errors).toEqual([]);
});

it("is not offered to an agent, who is shown no dashboard by its address either", async () => {
  const ana = await openDesk(browser, sandbox, "ana");
  await ana.page.getByRole("navigation").getByRole("link", { name: "Sessions" }).waitFor();
  expect(await link(ana).count()).toBe(0);
  await ana.page.getByRole("navigation").getByRole("link", { name: "Dashboards" }).click();
  await ana.page.getByText("There is no dashboard here that your roles show you.").waitFor();
  await ana.close();
});
