/** The stage: two agents and the phone on one page, in frames that may not use storage, locks or channels, and its guide. */
import type { Browser, Page } from "playwright-core";
import { phoneIn } from "../pageObjects/phone";
import { openBrowser } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(120_000);

let sandbox: Sandbox;
let browser: Browser;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** Lets the guide do its next step, and waits until it is done. */
async function step(page: Page, number: number): Promise<void> {
  const next = page.getByRole("button", { name: "Next Step" });
  await next.click();
  const says = page.getByRole("status").filter({ hasText: new RegExp(`^${number} of 7: `) });
  await says.waitFor();
  await next.and(page.locator(":enabled")).waitFor();
  expect(await says.textContent()).not.toContain("could not be shown");
}

it("plays a conversation with both agents and the phone in a window of 1366 px, from the first text to STOP", async () => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(`http://localhost:${sandbox.port}/stage`);
  const agents = ["Ana Ruiz", "Ben Okafor"].map((name) => page.frameLocator(`iframe[title*="${name}"]`));
  const phone = phoneIn(page.frameLocator('iframe[title="Phone"]'));
  for (const agent of agents) await agent.getByRole("button", { name: "Messages, no unread messages" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1366);

  await step(page, 1);
  await step(page, 2);
  for (const agent of agents) await agent.getByRole("button", { name: "Messages, 1 unread" }).waitFor();
  await step(page, 3);
  await step(page, 4);
  const isOpen = await Promise.all(agents.map((agent) => agent.getByRole("log", { name: "Messages" }).isVisible()));
  expect([...isOpen].sort()).toEqual([false, true]);
  const [owner, other] = isOpen[0] ? agents : [...agents].reverse();
  await other?.getByText("already owns the conversation with Grete Lindqvist").waitFor();
  await step(page, 5);
  await step(page, 6);
  await phone.received("A technician can be with you at three.").waitFor();
  await step(page, 7);
  await owner?.getByText("The customer has opted out and can’t be written to.").waitFor();
  expect(await owner?.getByRole("textbox", { name: "Reply" }).isVisible()).toBe(false);
});
