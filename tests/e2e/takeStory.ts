/** `npm run story`: takes the animated picture of the README from the guide of the stage, one picture after each step and some within. */
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { animatedPng } from "../../tools/pictures/animatedPng";
import type { Frame } from "../../tools/pictures/animatedPng";
import { openWholeBrowser } from "./browser";
import { takesNoArguments } from "../../tools/takesNoArguments";
import { startSandbox } from "./sandbox";

const STORY = join(__dirname, "..", "..", "docs", "images", "story.png");
/** The README shows it in a column that is narrower still. */
const SIZE = { width: 1366, height: 700 };
/** What GitHub's readers wait for (bytes). */
const MOST_BYTES = 1_500_000;
/** While a step is done, so often (ms); and how long the picture after it is read (ms). */
const LOOK_EVERY = 700;
const READ = 2_600;

async function takeStory(page: Page): Promise<readonly Frame[]> {
  const frames: Frame[] = [];
  const take = async (ms: number): Promise<void> =>
    void frames.push({ png: await page.screenshot({ animations: "allow", caret: "hide" }), ms });
  const next = page.getByRole("button", { name: "Next Step" });
  const says = page.getByRole("banner").getByRole("status").last();
  for (let step = 1, steps = 1; step <= steps; step++) {
    await next.click();
    while (await next.isDisabled()) {
      await take(LOOK_EVERY);
      await page.waitForTimeout(LOOK_EVERY / 2);
    }
    // The last answers of the server are drawn.
    await page.waitForTimeout(1_000);
    await take(READ);
    const words = (await says.textContent()) ?? "";
    if (words.includes("could not be shown")) throw new Error(words);
    steps = Number(/ of (\d+)/.exec(words)?.[1]);
  }
  return frames;
}

async function run(): Promise<void> {
  const [sandbox, browser] = await Promise.all([startSandbox({ demo: true }), openWholeBrowser()]);
  try {
    const page = await browser.newPage({ viewport: SIZE });
    await page.goto(`http://localhost:${sandbox.port}/stage`);
    for (const name of ["Ana Ruiz", "Ben Okafor"]) {
      await page
        .frameLocator(`iframe[title*="${name}"]`)
        .getByRole("button", { name: /^Messages, \d+ unread$/ })
        .waitFor();
    }
    writeFileSync(STORY, animatedPng(await takeStory(page)));
    const { size } = statSync(STORY);
    process.stdout.write(`${STORY}: ${size} bytes\n`);
    if (size > MOST_BYTES) throw new Error(`The picture may have ${MOST_BYTES} bytes.`);
  } finally {
    await browser.close();
    await sandbox.stop();
  }
}

const USAGE = `Usage: npm run story
Takes the README's animated picture anew, from the stage's guide, in an installed browser. Pack first: npm run pack.`;

if (takesNoArguments(process.argv.slice(2), USAGE))
  run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
