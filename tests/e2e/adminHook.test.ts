/** An administrator puts `MessageNotification.Launch.onLoad` on a form of theirs: the bubble comes there, where no other hook is asked. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { demoConfiguration } from "../../demo/demoConfiguration";
import { createSandbox } from "../../sandbox";
import type { Sandbox } from "../../sandbox";
import { edited } from "../../sandbox/tests/fixture/edited";
import { newContext, openBrowser } from "./browser";
import { packedZip } from "./sandbox";

jest.setTimeout(120_000);

/** As docs/deploy.md tells an administrator to do it, on the form of sessions. */
const HANDLER = `<Handler functionName="MessageNotification.Launch.onLoad" libraryName="msgn_/launcher.js"
  handlerUniqueId="{0f5f2c1e-6d1b-4c55-9a37-0f3a8a5f7d11}" enabled="true" parameters="" passExecutionContext="true" />`;
const LIBRARY = `<Library name="msgn_/launcher.js" libraryUniqueId="{6e7c2f60-1d5d-4c0b-8f43-5b0f6f4d2a12}" />`;

let sandbox: Sandbox;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const solution = edited(readFileSync(packedZip), {
    "customizations.xml": (xml) =>
      xml
        // Nothing of ours is left in the ribbon: a platform that never asks its rules.
        .replace(/<CustomActions>[\s\S]*?<\/CustomActions>/, "<CustomActions />")
        .replace(/<Handler functionName="MessageNotificationForms\.Session\.onLoad"/, (own) => HANDLER + own)
        .replace(/(<Library name="msgn_\/forms\.js" libraryUniqueId="\{4670c3c1)/, (own) => LIBRARY + own),
  });
  [sandbox, browser] = await Promise.all([createSandbox({ solution, configuration: demoConfiguration() }), openBrowser()]);
  page = await (await newContext(browser)).newPage();
});

afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

const bubble = () => page.getByRole("button", { name: /^Messages, / });

it("has no bubble where nothing calls the launcher, and one from the form on that does", async () => {
  await page.goto(`${sandbox.appUrl("ana")}main.aspx?pagetype=entitylist&etn=contact`);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForTimeout(2_000);
  expect(await bubble().count()).toBe(0);
  const text = await fetch(`${sandbox.url}sandbox/sms`, { method: "POST", body: JSON.stringify({ from: "+15550100", body: "Hi" }) });
  const { sessionId } = (await text.json()) as { sessionId: string };
  await page.goto(`${sandbox.appUrl("ana")}main.aspx?pagetype=entityrecord&etn=msgn_session&id=${sessionId}`);
  await bubble().waitFor({ timeout: 15_000 });
  await page.getByRole("navigation").getByRole("link", { name: "Contacts", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /Contact/ }).waitFor();
  expect(await bubble().count()).toBe(1);
});
