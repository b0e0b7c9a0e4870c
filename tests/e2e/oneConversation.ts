/** The scene of many tests: one new conversation, and Ana with her panel open. */
import type { Browser, BrowserContext } from "playwright-core";
import { newContext, openBrowser, openTab } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

/** What is there in each test of the file. */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly ana: Desk;
  /** The contact's name, and number; no other test has them. */
  readonly name: string;
  readonly number: string;
}

/** The connection is cut, each time: a browser asks once more by itself when a connection that it had used before is cut. */
export const CUT = { status: 0, times: 9 };

/** Sets the scene for every test of the file that calls it. Its properties change with each test. */
export function setScene(): Scene {
  let browser: Browser;
  let context: BrowserContext;
  const scene = {} as { -readonly [Part in keyof Scene]: Scene[Part] };
  let texts = 0;

  beforeAll(async () => {
    [scene.sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
    // One for all tests of the file: what the app's pages load is had from the browser's cache.
    context = await newContext(browser);
  });

  afterAll(async () => {
    await browser.close();
    await scene.sandbox.stop();
  });

  beforeEach(async () => {
    // One conversation of this test alone: what earlier tests left is read.
    const { body } = await scene.sandbox.api("root", "GET", "msgn_messages?$select=msgn_messageid&$filter=msgn_readon eq null");
    for (const row of body["value"] as Record<string, unknown>[]) {
      await scene.sandbox.api("root", "PATCH", `msgn_messages(${String(row["msgn_messageid"])})`, { msgn_readon: "2026-01-01T00:00:00Z" });
    }
    texts += 1;
    scene.name = `Customer ${texts}`;
    scene.number = `+1555020${texts}`;
    await scene.sandbox.sms(scene.number, "Is my bike ready?", scene.name);
    scene.ana = await openTab(context, scene.sandbox.urlOf("ana"));
    await scene.ana.expectUnread(1);
    await scene.ana.openPanel();
  });

  afterEach(async () => {
    await scene.sandbox.clearFaults();
    await scene.ana.close();
  });
  return scene;
}
