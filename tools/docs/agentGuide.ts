/** `npx tsx tools/docs/agentGuide.ts`: writes docs/agent-guide.md from the guide's English text; `--check` compares. */
import { readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { GUIDE_TEXTS, guidePictureFile, guideText } from "../../Solutions/build/guide";
import { markdownTable } from "./page";

const ROOT = join(__dirname, "..", "..");
const FILE = join(ROOT, "docs", "agent-guide.md");
const ENGLISH = "1033";
/** The page as it should be: the guide's own text, with the pictures where they are. */
export function agentGuide(root: string): string {
  const address = (name: string): string => posix.relative("docs", guidePictureFile(root, ENGLISH, name));
  const text = guideText(root, ENGLISH).replace(
    /(!\[[^\]]*\]\()([\w-]+)\)/g,
    (_all, alt: string, name: string) => `${alt}${address(name)})`,
  );
  const [title = "", ...rest] = text.split("\n\n");
  const note = `<!-- Made by tools/docs/agentGuide.ts from ${GUIDE_TEXTS}/${ENGLISH}.md: change that file. -->`;
  return `${[title, note, ...rest].map((block) => (block.startsWith("|") ? tableOf(block) : block.trim())).join("\n\n")}\n`;
}

/** A table whose words have become longer or shorter, as the formatter leaves it. */
function tableOf(block: string): string {
  const [head = [], , ...rows] = block
    .trim()
    .split("\n")
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  return markdownTable(head, rows);
}

if (require.main === module) {
  const page = agentGuide(ROOT);
  const isCurrent = readFileSync(FILE, "utf8").replaceAll("\r\n", "\n") === page;
  const checks = process.argv.includes("--check");
  if (!isCurrent && !checks) writeFileSync(FILE, page);
  process.exitCode = !isCurrent && checks ? 1 : 0;
  process.stdout.write(
    isCurrent ? "docs/agent-guide.md is as its source is.\n" : `docs/agent-guide.md ${checks ? "is not as its source is" : "written"}.\n`,
  );
}
