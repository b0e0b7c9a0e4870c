import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSolution } from "../../tools/docs/solution";
import { brokenLinks } from "./brokenLinks";
import { ROOT } from "./builtCode";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");

describe("README.md", () => {
  it("fits into two screens", () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThan(110);
  });

  it("links to pages that are there, and to every page of docs/ by reader", () => {
    expect(brokenLinks("README.md")).toEqual([]);
    const pages = readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md"));
    expect(pages.filter((name) => !readme.includes(`(docs/${name})`))).toEqual([]);
  });

  it("names scripts and roles that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: Readonly<Record<string, string>> };
    const named = [...readme.matchAll(/`npm (?:run )?([\w:]+)|^npm (\w+)/gm)].map(([, inText, alone]) => inText ?? alone ?? "");
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const roles = readSolution(ROOT).roles.map(({ name }) => name);
    expect((readme.match(/\bSMS [A-Z]\w+/g) ?? []).filter((name) => !roles.includes(name))).toEqual([]);
  });

  it("gives a source for everything that it says of another product", () => {
    const [, table = ""] = readme.split("## Beside others");
    const rows = [...table.matchAll(/^\| (?!other |-)(.+)\|$/gm)].map(([, row = ""]) => row);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((row) => !/\]\(https:/.test(row))).toEqual([]);
  });
});
