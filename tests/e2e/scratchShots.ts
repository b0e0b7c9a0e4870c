import { mkdirSync } from "node:fs";
import { openBrowser } from "./browser";
import { startSandbox } from "./sandbox";

const OUT = "/tmp/shots/thread";
async function main() {
  mkdirSync(OUT, { recursive: true });
  const sandbox = await startSandbox({ demo: true });
  const browser = await openBrowser();
  try {
    const rows = (await sandbox.api("root", "GET", "msgn_sessions?$select=msgn_name,msgn_sessionid")).body["value"] as Record<
      string,
      string
    >[];
    for (const row of rows) console.log(row["msgn_name"], row["msgn_sessionid"]);
    const idOf = (name: string) => rows.find((row) => String(row["msgn_name"]).startsWith(name))?.["msgn_sessionid"] ?? "";
    const context = await browser.newContext({ viewport: { width: 1366, height: 800 }, locale: "en-US" });
    const page = await context.newPage();
    page.on("console", (m) => {
      if (m.type() === "error") console.log("console", m.text());
    });
    page.on("pageerror", (e) => console.log("pageerror", e.message));
    const form = (name: string, more = "") =>
      sandbox.urlOf("ana", `/main.aspx?pagetype=entityrecord&etn=msgn_session&id=${idOf(name)}${more}`);
    for (const [file, name] of [
      ["jane", "Jane"],
      ["tomas", "Tom"],
      ["priya", "Priya"],
      ["long", "Maxi"],
      ["oliver", "Oliver"],
      ["harbour", "Harbour"],
    ] as const) {
      await page.goto(form(name));
      await page.waitForTimeout(2500);
      await page.screenshot({ path: `${OUT}/${file}.png` });
    }
    await page.goto(form("Jane", "&theme=dark"));
    await page.waitForTimeout(2500);
    await page.screenshot({ path: `${OUT}/dark.png` });
  } finally {
    await browser.close();
    await sandbox.stop();
  }
}
void main();
