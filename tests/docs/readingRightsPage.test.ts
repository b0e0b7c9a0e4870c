import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packedModel } from "../packed";
import { LOWERED } from "../solution/unitRole";

const page = readFileSync(join(__dirname, "..", "..", "docs", "reading-rights.md"), "utf8");

it("lowers in its table what the tests lower in their copy of the role, no more and no less", async () => {
  const { tables } = await packedModel();
  const rows = [...page.matchAll(/^ +\| (Session|Message|Session Event) +\| (.+?) +\|$/gm)].map(([, table = "", rights = ""]) => {
    const name = tables.find(({ labels }) => labels["1033"] === table)?.logicalName;
    return [name, [...rights.matchAll(/_([^_]+)_/g)].map(([, right = ""]) => right.replace(" To", "To"))];
  });
  expect(Object.fromEntries(rows)).toEqual(LOWERED);
});

it("names tests that there are", () => {
  const named = [...page.matchAll(/`((?:sandbox\/)?tests\/[^`]+)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(4);
  for (const path of named) expect(readFileSync(join(__dirname, "..", "..", path), "utf8")).not.toBe("");
});
