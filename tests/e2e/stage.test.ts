/** The stage: two agents and the phone on one page, in frames that may not use storage, locks or channels. */
import type { Browser, FrameLocator } from "playwright-core";
import { AFTER_THE_LAST_NAVIGATION, openBrowser } from "./browser";
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

it("shows a text that the phone sends to both agents, and to one of them no more once the other has accepted it", async () => {
  const page = await browser.newPage({ viewport: { width: 3000, height: 1000 } });
  await page.goto(`http://localhost:${sandbox.port}/stage`);
  const [ana, ben] = ["Ana Ruiz", "Ben Okafor"].map((name) => page.frameLocator(`iframe[title*="${name}"]`)) as [
    FrameLocator,
    FrameLocator,
  ];
  const phone = page.frameLocator('iframe[title*="hone"]');
  await ana.getByRole("button", { name: "Messages, no unread messages" }).waitFor();
  await phone.getByLabel("From number").fill("+15550123");
  await phone.getByPlaceholder("Text message").fill("Hello from the phone");
  await phone.getByRole("button", { name: "Send" }).click();
  await phone.getByText("Hello from the phone").first().waitFor();
  for (const agent of [ana, ben]) {
    await page.waitForTimeout(1_100);
    await agent.getByRole("link", { name: "Contacts", exact: true }).click();
    await agent.getByRole("button", { name: "Messages, 1 unread" }).waitFor();
  }
  await ana.getByRole("button", { name: "Messages, 1 unread" }).click();
  await ana
    .getByRole("region", { name: "Notifications" })
    .getByRole("button", { name: /^Accept/ })
    .click();
  await ana.getByRole("button", { name: "Messages, no unread messages" }).waitFor();
  await page.waitForTimeout(AFTER_THE_LAST_NAVIGATION);
  await ben.getByRole("link", { name: "Accounts", exact: true }).click();
  await ben.getByRole("button", { name: "Messages, no unread messages" }).waitFor();
});
