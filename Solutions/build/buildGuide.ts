/** Writes the pages of the guide for agents, web resources of the solution. Run by the packer. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { guideLanguages, guidePage } from "./guide";
import { guideOutput } from "./parts";

const root = join(__dirname, "..", "..");

try {
  for (const language of guideLanguages(root)) {
    const file = join(root, guideOutput(language.id));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, guidePage(root, language));
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
