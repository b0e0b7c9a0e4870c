import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const guide = readFileSync(join(root, "docs", "developer-guide.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Readonly<Record<string, string>> };
/** What is written as code and looks like a path from the repository's root. */
const paths = [...new Set([...guide.matchAll(/`([A-Za-z]+\/[\w./-]*)`/g)].map(([, path = ""]) => path))];

it("names only files and folders that there are", () => {
  const relative = ["Other/Customizations.xml", "strings/"];
  // Not there before the first npm run pack.
  const made = ["Solutions/bin"];
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter((path) => ![...relative, ...made].includes(path) && !existsSync(join(root, path)))).toEqual([]);
});

it.each(["CONTRIBUTING.md", "docs/developer-guide.md", ".github/pull_request_template.md"])(
  "names only scripts that there are: %s",
  (file) => {
    const named = [...readFileSync(join(root, file), "utf8").matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  },
);
