/** `npm run screenshots`: takes the pictures of docs/design.md, all or those whose names hold a word that is given; all: docs/screen-reader.md as well. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./browser";
import { hasFont } from "./look/comparePictures";
import { LIGHT, lightPictures, otherPictures, PICTURES, takePicture } from "./look/pictures";
import { readScreen } from "./look/screenTree";
import { createTour } from "./look/tour";
import { writeTrees } from "./look/treePage";
import { startSandbox } from "./sandbox";

async function takeAll(words: readonly string[]): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    if (!(await hasFont(page, "Noto Sans", "mixed Width"))) throw new Error("The font Noto Sans is missing (fonts-noto-core).");
    const [full, empty] = await Promise.all([startSandbox({ demo: true }), startSandbox()]);
    const tour = createTour({ full, empty, browser });
    try {
      mkdirSync(PICTURES, { recursive: true });
      const pictures = [...lightPictures, ...otherPictures];
      const trees = new Map<string, string>();
      for (const { file, state, kind } of pictures.filter((one) => words.length === 0 || words.some((word) => one.file.includes(word)))) {
        await tour.visit(state, kind, async (screen) => {
          if (kind === LIGHT) trees.set(state.name, await readScreen(screen));
          writeFileSync(join(PICTURES, file), await takePicture(screen, state));
        });
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

takeAll(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
