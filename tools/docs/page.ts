/** Pages of which some sections are generated: between `<!-- name: made by … -->` and `<!-- end of name -->`; the rest is written by hand. */
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";

/** Sections by name. */
export type Sections = Readonly<Record<string, string>>;

/**
 * The page's text with its generated sections as they should be now.
 * @throws Error where the page has no place for one
 */
export function withSections(page: string, sections: Sections): string {
  return Object.entries(sections).reduce((text, [name, content]) => {
    const place = new RegExp(`(<!-- ${name}: [^>]*-->)[^]*?(<!-- end of ${name} -->)`);
    if (!place.test(text)) throw new Error(`The page has no place for '${name}': <!-- ${name}: … --> and <!-- end of ${name} -->.`);
    return text.replace(place, (_all, start: string, end: string) => `${start}\n\n${content}\n\n${end}`);
  }, page);
}

/** Writes the page's sections, or with `--check` among the arguments only compares. Returns the exit code and says what it did. */
export function makePage(file: string, sections: Sections, args: readonly string[], say: (line: string) => void): number {
  const name = relative(process.cwd(), file);
  const before = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  const after = withSections(before, sections);
  if (before === after) {
    say(`${name} is as the solution is.`);
    return 0;
  }
  if (args.includes("--check")) {
    say(`${name} is not as the solution is. Run without --check, and commit the page.`);
    return 1;
  }
  writeFileSync(file, after);
  say(`${name} written.`);
  return 0;
}

/** A table as the formatter leaves it: columns of equal width, `|` within a cell escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((_name, column) => Math.max(3, ...cells.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string => `| ${widths.map((width, column) => (row[column] ?? "").padEnd(width)).join(" | ")} |`;
  const [first = [], ...others] = cells;
  return [line(first), line(widths.map((width) => "-".repeat(width))), ...others.map(line)].join("\n");
}
