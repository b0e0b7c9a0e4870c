/** `npm run screenshots`: takes the pictures of docs/design.md, all or those whose names hold a word that is given. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./browser";
import { hasFont } from "./look/comparePictures";
import { pictures, PICTURES, takePicture } from "./look/pictures";
import { startSandbox } from "./sandbox";

async function takeAll(words: readonly string[]): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    if (!(await hasFont(page, "Noto Sans", "mixed Width"))) throw new Error("The font Noto Sans is missing (fonts-noto-core).");
    const [full, empty] = await Promise.all([startSandbox({ demo: true }), startSandbox()]);
    try {
      mkdirSync(PICTURES, { recursive: true });
      const wanted = pictures.filter(({ file }) => words.length === 0 || words.some((word) => file.includes(word)));
      for (const picture of wanted) {
        writeFileSync(join(PICTURES, picture.file), await takePicture({ full, empty, browser }, picture));
        process.stdout.write(`${picture.file}\n`);
      }
    } finally {
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
