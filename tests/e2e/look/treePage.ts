/** docs/screen-reader.md: what assistive technology finds in each state, written so that a person can read and judge it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { screenStates } from "./screenStates";

/** Where it is. */
const PAGE = join(__dirname, "..", "..", "..", "docs", "screen-reader.md");
/** The state whose rows the others need not repeat. */
const LIST = "list";

const HEAD = `# What a screen reader finds

The bubble, the panel and the open conversation, or the dialog over them and where the focus is in it, by role and name: as a screen reader, voice control and scripts find them, in each state of [How it looks](design.md), in English.
\`npm run screenshots\` writes this page, and \`tests/e2e/states.test.ts\` compares it with what is there now: a change of a role, a name or an order is a change of this page in the same commit.
A row that is the same as in the state "list" is one line here. Exact times all read the same moment.
`;

/** What the page says of each state, by its name. */
export function readTrees(): ReadonlyMap<string, string> {
  const sections = readFileSync(PAGE, "utf8").matchAll(/^## ([\w-]+)\n[^`]*```text\n([\s\S]*?)\n```$/gm);
  return new Map([...sections].map(([, name = "", tree = ""]) => [name, tree]));
}

/** Writes the page. @param trees what is there in each state, whole */
export function writeTrees(trees: ReadonlyMap<string, string>): void {
  const sections = screenStates.map(
    ({ name, says }) => `\n## ${name}\n\n${says}\n\n\`\`\`text\n${shortened(name, trees.get(name) ?? "", trees)}\n\`\`\`\n`,
  );
  writeFileSync(PAGE, HEAD + sections.join(""));
}

/** A state's tree without what is in the rows that are the same in the state "list". */
export function shortened(name: string, tree: string, trees: ReadonlyMap<string, string>): string {
  if (name === LIST) return tree;
  const known = new Set(blocksOf(trees.get(LIST) ?? "").filter(isRow));
  return blocksOf(tree)
    .map((block) => (isRow(block) && known.has(block) ? `${block.split("\n")[0] ?? ""} as in "${LIST}"` : block))
    .join("\n");
}

const isRow = (block: string): boolean => /^ *- listitem/.test(block);

/** The rows with all that is in them, and every other line. */
function blocksOf(tree: string): readonly string[] {
  const blocks: string[] = [];
  let row = -1;
  for (const line of tree.split("\n")) {
    const depth = line.search(/\S/);
    if (row >= 0 && depth > row) blocks.push(`${blocks.pop() ?? ""}\n${line}`);
    else blocks.push(line);
    if (row < 0 || depth <= row) row = isRow(line) ? depth : -1;
  }
  return blocks;
}
