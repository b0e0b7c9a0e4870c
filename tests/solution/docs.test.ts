import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataModelSections } from "../../tools/docs/dataModel";
import { markdownTable, withSections } from "../../tools/docs/page";
import type { Sections } from "../../tools/docs/page";
import { securitySections } from "../../tools/docs/security";
import { readSolution } from "../../tools/docs/solution";
import { usageOf } from "../../tools/docs/usage";
import { ROOT } from "./builtSolution";

const solution = readSolution(ROOT);

it.each<{ name: string; sections: Sections }>([
  { name: "data-model", sections: dataModelSections(solution, ROOT) },
  { name: "security", sections: securitySections(solution) },
])("docs/$name.md says what the solution is (else run: npx tsx tools/docs/$name.ts)", ({ name, sections }) => {
  const page = readFileSync(join(ROOT, "docs", `${name}.md`), "utf8").replaceAll("\r\n", "\n");
  expect(page).toBe(withSections(page, sections));
});

it("has no column that neither the product nor the gateway uses", () => {
  const uses = usageOf(ROOT);
  const unused = solution.tables.flatMap((table) =>
    table.columns.filter(({ name }) => !uses(table, name).some((who) => who === "product" || who === "gateway")).map(({ name }) => name),
  );
  expect(unused).toEqual([]);
});

it("says of every column what it is for", () => {
  for (const { columns } of solution.tables) {
    for (const { description } of columns) expect(description).toMatch(/^[A-Z].*\.$/);
  }
});

it("has a text for every decision that is listed, and nothing that is still to be filled in", () => {
  const folder = join(ROOT, "docs", "decisions");
  const files = [...readFileSync(join(folder, "README.md"), "utf8").matchAll(/\]\((\d{4}-[^)]+\.md)\)/g)].map(([, file]) => file ?? "");
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) expect(readFileSync(join(folder, file), "utf8")).toMatch(/^# \d+\. .+\n\n[^]{200,}/);
  for (const page of readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md"))) {
    expect(readFileSync(join(ROOT, "docs", page), "utf8")).not.toMatch(/to fill in|TODO/i);
  }
});

describe("a generated section", () => {
  it("replaces what was between its marks, and nothing else", () => {
    const page = "before\n\n<!-- part: made by x -->\n\nold\n\n<!-- end of part -->\n\nafter\n";
    expect(withSections(page, { part: "new $1" })).toBe(page.replace("old", () => "new $1"));
  });

  it("is refused by a page that has no place for it", () => {
    expect(() => withSections("# Page", { part: "new" })).toThrow(/no place for 'part'/);
  });

  it("has tables as the formatter leaves them", () => {
    expect(markdownTable(["a", "long"], [["x|y", ""]])).toBe("| a    | long |\n| ---- | ---- |\n| x\\|y |      |");
  });
});
