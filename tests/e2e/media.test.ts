/** Pictures and other files from a customer's phone to the conversation and the panel, in a browser. */
import type { Browser } from "playwright-core";
import { ask } from "../../sandbox/tests/http/ask";
import { eventually, openBrowser, openDesk } from "./browser";
import { giveTo, openConversation, sessionOf } from "./conversation";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(120_000);

let sandbox: Sandbox;
let browser: Browser;
let picture: string;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
  await page.setContent("<body style='background:teal'><h1>A picture</h1></body>");
  picture = (await page.screenshot()).toString("base64");
  await page.close();
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

const base64 = (text: string) => Buffer.from(text).toString("base64");

async function send(from: string, name: string, more: object): Promise<void> {
  const { status, text } = await ask(sandbox.port, "/sandbox/sms", { method: "POST", body: { from, name, ...more } });
  if (status !== 201) throw new Error(text);
}

it("shows a picture small and then large, gives other files to be saved, and says what could not be had", async () => {
  const media = [
    { type: "image/png", base64: picture },
    { type: "application/pdf", base64: base64("%PDF-1.7") },
    { type: "image/png", base64: base64("<svg onload='x'/>") },
  ];
  await send("+15550901", "Picture Customer", { body: "Is it this one?", media });
  await giveTo(sandbox, "ana", await sessionOf(sandbox, "Picture Customer"));
  const ana = await openConversation(browser, sandbox, "ana", "Picture Customer");
  const { log } = ana.conversation;
  await log.getByRole("img", { name: "Picture 1 of 1" }).waitFor();
  await log.getByText("Picture could not be fetched: it is not what it says it is").waitFor();

  const loading = ana.page.waitForEvent("download");
  await log.getByRole("button", { name: "Save file-2.pdf" }).click();
  expect((await loading).suggestedFilename()).toBe("file-2.pdf");

  await log.getByRole("button", { name: "Picture 1 of 1" }).press("Enter");
  const dialog = ana.page.getByRole("dialog", { name: "Picture 1 of 1" });
  await dialog.getByRole("img", { name: "Picture 1 of 1" }).waitFor();
  const saving = ana.page.waitForEvent("download");
  await dialog.getByRole("link", { name: "Save" }).click();
  expect((await saving).suggestedFilename()).toBe("picture-1.png");
  await ana.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await eventually(async () =>
    expect(await log.getByRole("button", { name: "Picture 1 of 1" }).evaluate((one) => one === document.activeElement)).toBe(true),
  );
  expect(ana.errors).toEqual([]);
  await ana.close();
});

it("calls a text without words a picture in the panel", async () => {
  await send("+15550902", "Wordless Customer", { media: [{ type: "image/png", base64: picture }] });
  const ben = await openDesk(browser, sandbox, "ben");
  await ben.bubble.click();
  await ben.page.getByRole("listitem").filter({ hasText: "Wordless Customer" }).getByText("Picture", { exact: true }).waitFor();
  await ben.close();
});

it("sends a picture from the phone's page", async () => {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${sandbox.port}/phone`);
  await page
    .getByLabel("Picture or file")
    .setInputFiles({ name: "bike.png", mimeType: "image/png", buffer: Buffer.from(picture, "base64") });
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("log", { name: "Texts" }).getByRole("img", { name: "Picture" }).waitFor();
  await page.close();
});

it("tells an agent who is refused the notes that they may not see pictures, in the picture's place", async () => {
  const media = [
    { type: "image/png", base64: picture },
    { type: "application/pdf", base64: base64("%PDF-1.7") },
  ];
  await send("+15550909", "Refused Picture", { body: "Is it this one?", media });
  await giveTo(sandbox, "ana", await sessionOf(sandbox, "Refused Picture"));
  await sandbox.fault({ method: "GET", path: "annotations", user: "ana", status: 403, times: 100 });
  try {
    const ana = await openConversation(browser, sandbox, "ana", "Refused Picture");
    const { log } = ana.conversation;
    await log.getByText("You may not see pictures.").waitFor();
    await log.getByRole("button", { name: "Save file-2.pdf" }).click();
    await log.getByText("You may not open files.").waitFor();
    expect(await log.getByRole("button", { name: "Retry" }).count()).toBe(0);
    await ana.close();
  } finally {
    await sandbox.clearFaults();
  }
});
