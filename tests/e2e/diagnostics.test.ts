/** The page for administrators in the app: by the site map, with the platform's context, for who may configure. */
import type { Browser, FrameLocator } from "playwright-core";
import { eventually, openBrowser, openDesk } from "./browser";
import type { Desk } from "./browser";
import { axeViolations } from "./look/axe";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

const LINK = "Messaging Diagnostics";

let sandbox: Sandbox;
let browser: Browser;
let mia: Desk;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  mia = await openDesk(browser, sandbox, "mia");
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

const link = ({ page }: Desk) => page.getByRole("navigation").getByRole("link", { name: LINK });
const frameOf = ({ page }: Desk): FrameLocator => page.frameLocator("iframe[title$='diagnostics.html']");

it("tells an administrator by the keyboard alone what holds a person back, as text to copy", async () => {
  await link(mia).click();
  const page = frameOf(mia);
  await page.getByRole("searchbox", { name: "Name or user name" }).focus();
  await mia.page.keyboard.type("zoe");
  await mia.page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Zoe Schmidt" }).focus();
  await mia.page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 3, name: "Holds this person back" }).waitFor();
  await page.getByText("There is no app that the person may open.").waitFor();
  await mia.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy Report" }).focus();
  await mia.page.keyboard.press("Enter");
  await page.getByText("The report was copied.").waitFor();
  expect(await mia.page.evaluate(() => navigator.clipboard.readText())).toContain("[missingForStart]");
  expect(mia.errors).toEqual([]);
  const frame = mia.page.frames().find((each) => each.url().includes("diagnostics.html"));
  expect(frame && (await axeViolations(frame, "body"))).toEqual([]);
});

it("tells what another person's browser has told: what started the product, and a failure that is over", async () => {
  const ana = await openDesk(browser, sandbox, "ana");
  await ana.bubble.waitFor();
  // Of the ten minutes in which each window draws a moment to tell, this one draws the first.
  await ana.page.evaluate(() => (Math.random = () => 0));
  const line = async (column: string) => {
    const { body } = await sandbox.api("ana", "GET", `msgn_agentsettings?$select=${column}`);
    return (body["value"] as Record<string, unknown>[])[0]?.[column];
  };
  await sandbox.fault({ user: "ana", method: "GET", path: "msgn_messages", status: 503, times: 2 });
  const isListRead = ana.page.waitForResponse((answer) => answer.url().includes("msgn_messages?fetchXml") && answer.ok(), {
    timeout: 60_000,
  });
  await ana.goTo("Accounts");
  await isListRead;
  // Tried again by itself: after the last refusal the list is read, and the row is written, at a moment that this window has drawn.
  await eventually(async () => expect(await line("msgn_lastlist")).toMatch(/^\d{4}-\d\d-\d\d [\d.]+; \S+\/\S*\d 2 failed: HTTP 503/));
  expect(await line("msgn_laststart")).toMatch(/^\d{4}-\d\d-\d\d (global|form|list) \d+\.\d+\.\d+$/);
  await link(mia).click();
  const page = frameOf(mia);
  await page.getByRole("searchbox", { name: "Name or user name" }).fill("ana");
  await mia.page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Ana Ruiz" }).click();
  await page.getByText(/The list could not be read from .+ until .+ Tries: .*2.*Cause: .*failed: HTTP 503/).waitFor();
  await page.getByText(/The product last started on/).waitFor();
  await ana.close();
});

it("hears the product at work in its own reader's browser", async () => {
  await mia.goTo("Sessions");
  await link(mia).click();
  const page = frameOf(mia);
  await page.getByRole("button", { name: "Look at Myself" }).click();
  await page.getByText("In this window the side pane answers.").waitFor();
});

it("speaks the language of the app", async () => {
  await mia.page.goto(sandbox.urlOf("mia", "/?lang=1031"));
  await mia.page.getByRole("navigation").getByRole("link", { name: "Messaging-Diagnose" }).click();
  await frameOf(mia).getByRole("searchbox", { name: "Name oder Benutzername" }).waitFor();
});

it("fits into 320 pixels", async () => {
  await mia.page.setViewportSize({ width: 320, height: 640 });
  // So narrow, the app begins without its site map, which would lie over the page.
  await mia.page.reload();
  const page = frameOf(mia);
  await page.getByRole("button", { name: "Mich selbst prüfen" }).click();
  await page.getByRole("heading", { level: 2, name: "Mia Tanaka" }).waitFor();
  const { scroll, width } = await page.locator("html").evaluate((html) => ({ scroll: html.scrollWidth, width: html.clientWidth }));
  expect(scroll).toBeLessThanOrEqual(width);
});

it("is not offered to an agent", async () => {
  const ana = await openDesk(browser, sandbox, "ana");
  await ana.page.getByRole("navigation").getByRole("link", { name: "Sessions" }).waitFor();
  expect(await link(ana).count()).toBe(0);
  await ana.close();
});
