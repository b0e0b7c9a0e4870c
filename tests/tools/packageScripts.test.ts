import { readFileSync } from "node:fs";
import { join } from "node:path";

const { scripts } = JSON.parse(readFileSync(join(__dirname, "..", "..", "package.json"), "utf8")) as {
  scripts: Readonly<Record<string, string>>;
};
const before = (name: string): string => scripts[`pre${name}`] ?? "";
/** In one process with what is started. */
const startsByInstalling = (name: string): boolean => scripts[name]?.startsWith("node tools/runInstalled.mjs ") ?? false;
const names = Object.keys(scripts).filter((name) => !(name.startsWith("pre") && name.slice(3) in scripts));

describe("a script that somebody runs on a fresh clone", () => {
  it.each(names)("installs what it needs first: npm run %s", (name) => {
    if (!startsByInstalling(name)) expect(before(name)).toMatch(/^node tools\/ensureInstalled\.mjs( &&|$)/);
  });

  it.each(["typecheck", "lint"])("has the types of the controls' properties, which are generated: npm run %s", (name) => {
    expect(before(name)).toContain("node tools/ensureTypes.mjs");
  });
});

it("needs no shell but the one of npm: && alone joins commands, on Windows as elsewhere", () => {
  const odd = Object.values(scripts).filter((command) => /[;|<>$`'"%^]|&(?!&)(?<!&&)|\bexport |^\w+=/.test(command));
  expect(odd).toEqual([]);
});
