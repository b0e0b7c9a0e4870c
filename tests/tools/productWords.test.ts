import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PRODUCT_WORDS } from "../../tools/productWords.cjs";

const root = join(__dirname, "..", "..");
const words = new RegExp(PRODUCT_WORDS, "i");

/** The copyright line names its holders. */
const mayNameIt = new Set(["sandbox/LICENSE"]);

/** Every file of the sandbox but what was installed or built. */
function sandboxFiles(folder = "sandbox"): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ["node_modules", "dist", "coverage", ".sandbox"].includes(entry.name) ? [] : sandboxFiles(name);
    return [name];
  });
}

describe("the sandbox", () => {
  it("does not name the product, its roles, users or numbers, in comments and texts either", () => {
    const found = sandboxFiles().flatMap((file) => {
      if (mayNameIt.has(file)) return [];
      const lines = readFileSync(join(root, file), "utf8").split("\n");
      return lines.flatMap((line, index) => (words.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : []));
    });
    expect(found).toEqual([]);
  });
});
