/** `npm run words`: writes what is made of the words of the languages (`words/*.json`): resx files, manifests, labels of the solution, texts of scripts. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFlags } from "./readFlags";
import { writtenFiles } from "./words/writtenFiles";

const USAGE = `Usage: npm run words
Writes the texts of every language from words/<LCID>.json: resx files, manifests, the labels of the solution, the texts of scripts.
English stands in the sources themselves. A new language: a file more (docs/developer-guide.md).`;

const root = join(__dirname, "..");

function main(): void {
  const { files, complaints } = writtenFiles(root);
  const changed = [...files].filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text);
  for (const [path, text] of changed) writeFileSync(join(root, path), text);
  process.stdout.write(`${changed.length} of ${files.size} files written.\n`);
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  if (complaints.length > 0) process.exitCode = 1;
}

if (readFlags(process.argv.slice(2), USAGE))
  try {
    main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
