/** `npm run dev` as somebody sees it who has the app open and an editor beside it. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import type { Browser, Page } from "playwright-core";
import { RepositoryCopy } from "../demo/repositoryCopy";
import { newContext, openBrowser } from "./browser";

let copy: RepositoryCopy;
let child: ChildProcess;
let browser: Browser;
let closeBrowser = (): Promise<void> => Promise.resolve();
let address: string;

beforeAll(async () => {
  copy = new RepositoryCopy();
  child = spawn(process.execPath, ["--import", "tsx", "demo/dev.ts"], {
    cwd: copy.root,
    env: { ...process.env, PORT: "0", SANDBOX_DATA: ":memory:" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // The browser comes last: where the program does not start, there is none to be closed.
  address = await readAddress(child);
  browser = await openBrowser();
  closeBrowser = () => browser.close();
}, 90_000);
afterAll(async () => {
  await closeBrowser();
  child.kill("SIGKILL");
  copy.remove();
});

/** Where Ana's app is, once it is watched for changes. */
function readAddress(program: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    program.on("exit", (code) => reject(new Error(`npm run dev has ended with code ${String(code)}. It said:\n${said}`)));
    program.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const port = /Sandbox ready: http:\/\/localhost:(\d+)\/[^]*Watching/.exec(said)?.[1];
      if (port) resolve(`http://ana.localhost:${port}/`);
    });
  });
}

const bubbleOf = (page: Page, name: string) => page.getByRole("button", { name });

it("loads every open page anew within three seconds of a changed word, at the place where it was, and shows it", async () => {
  const context = await newContext(browser);
  const pages = [await context.newPage(), await context.newPage()];
  for (const page of pages) await page.goto(address);
  for (const page of pages) await bubbleOf(page, "Messages, 9 unread").waitFor();
  const [first] = pages;
  await first?.getByRole("link", { name: "Contacts" }).click();
  await first?.getByRole("heading", { name: "Contacts" }).first().waitFor();
  const place = first?.url();

  const loads = pages.map((page) => page.waitForEvent("domcontentloaded"));
  const started = Date.now();
  copy.edit("MessageBubble/strings/MessageBubble.1033.resx", (before) => before.replaceAll("Messages, {0} unread", "Letters, {0} unread"));
  await Promise.all(loads);
  expect(Date.now() - started).toBeLessThan(3_000);
  for (const page of pages) await bubbleOf(page, "Letters, 9 unread").waitFor();
  expect(first?.url()).toBe(place);
}, 60_000);
