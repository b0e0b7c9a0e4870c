/**
 * `npm run screenshots`: takes the pictures of docs/design.md, of the agents' guide, (sandbox.png) of docs/sandbox.md and (overview.png) of docs/admin-guide.md, all or
 * those whose names hold a word that is given; all: writes docs/screen-reader.md as well.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { takesNoArguments } from "../../tools/takesNoArguments";
import { openWholeBrowser } from "./browser";
import { hasFont } from "./look/comparePictures";
import { GUIDE_PICTURE_FOLDER, guidePictures, takeGuidePicture } from "./look/guidePictures";
import { LIGHT, lightPictures, otherPictures, PICTURES, takePicture } from "./look/pictures";
import { openScreen } from "./look/screen";
import type { Screen } from "./look/screen";
import { stateNamed } from "./look/screenStates";
import { readScreen } from "./look/screenTree";
import { createTour } from "./look/tour";
import { writeTrees } from "./look/treePage";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

/** The picture of docs/sandbox.md, in the letters of an ordinary browser. */
const SANDBOX_PICTURE = join(PICTURES, "..", "images", "sandbox.png");
/** The picture of docs/admin-guide.md, likewise. */
const OVERVIEW_PICTURE = join(PICTURES, "..", "images", "overview.png");
const SANDBOX_WINDOW = { theme: "classic", language: 1033, width: 1280, height: 760 } as const;

/** The panel beside a list of contacts. */
async function takeForSandbox({ page }: Screen): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Contacts", exact: true }).click();
  await page.getByRole("row").filter({ hasText: "Jane Doe" }).waitFor();
  await page.mouse.move(600, 620);
  // The bubble goes back to its corner where it stepped aside.
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: SANDBOX_PICTURE, animations: "disabled" });
}

/** Messaging Overview, as an administrator sees it. */
async function takeOverview(browser: Browser, sandbox: Sandbox): Promise<void> {
  const screen = await openScreen(browser, sandbox, "mia", SANDBOX_WINDOW);
  const { page } = screen;
  await page.getByRole("navigation").getByRole("link", { name: "Messaging Overview" }).click();
  await page
    .frameLocator("iframe[title$='overview.html']")
    .getByRole("link", { name: /^Opted out \d/ })
    .waitFor();
  await page.getByRole("group", { name: "Unanswered by Owner" }).waitFor();
  await screen.rest();
  await page.screenshot({ path: OVERVIEW_PICTURE, animations: "disabled" });
  await screen.close();
}

async function takeAll(words: readonly string[]): Promise<void> {
  const browser = await openWholeBrowser();
  try {
    const page = await browser.newPage();
    if (!(await hasFont(page, "Noto Sans", "mixed Width"))) throw new Error("The font Noto Sans is missing (fonts-noto-core).");
    const [full, empty] = await Promise.all([startSandbox({ demo: true }), startSandbox()]);
    const tour = createTour({ full, empty, browser });
    try {
      for (const folder of [PICTURES, GUIDE_PICTURE_FOLDER]) mkdirSync(folder, { recursive: true });
      const pictures = [...lightPictures, ...otherPictures];
      const trees = new Map<string, string>();
      const isWanted = (file: string) => words.length === 0 || words.some((word) => file.includes(word));
      // First, before a state leaves a contact behind.
      if (isWanted("overview.png")) await takeOverview(browser, full);
      if (isWanted("sandbox.png")) await tour.visit(stateNamed("list"), SANDBOX_WINDOW, takeForSandbox);
      for (const { file, state, kind } of pictures.filter((one) => isWanted(one.file))) {
        await tour.visit(state, kind, async (screen) => {
          if (kind === LIGHT) trees.set(state.name, await readScreen(screen));
          writeFileSync(join(PICTURES, file), await takePicture(screen, state));
        });
        process.stdout.write(`${file}\n`);
      }
      for (const { file, state, kind } of guidePictures.filter((one) => isWanted(one.file))) {
        const taken = await tour.visit(state, kind, (screen) => takeGuidePicture(screen, state));
        writeFileSync(join(GUIDE_PICTURE_FOLDER, file), taken);
        process.stdout.write(`${file}\n`);
      }
      if (words.length === 0) writeTrees(trees);
    } finally {
      await tour.end();
      await Promise.all([full.stop(), empty.stop()]);
    }
  } finally {
    await browser.close();
  }
}

const USAGE = `Usage: npm run screenshots [-- WORD …]
Takes the pictures of docs/design.md, docs/sandbox.md, docs/admin-guide.md and the agents' guide (Solutions/guide/pictures) anew, and writes docs/screen-reader.md, in an
installed browser. A word takes only the pictures with that word in their file's name: 1040 those of the guide in Italian. Pack first: npm run pack.`;

const words = process.argv.slice(2);
const option = words.find((word) => word.startsWith("-"));
if (option !== undefined) takesNoArguments([option], USAGE);
else
  takeAll(words).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
