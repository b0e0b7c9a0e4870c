import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PRODUCT_WORDS } from "../../tools/productWords.cjs";

const root = join(__dirname, "..", "..");
const words = new RegExp(PRODUCT_WORDS, "i");

/** The copyright line names its holders. */
const mayNameIt = new Set(["sandbox/LICENSE"]);

/** Files whose comments still have examples of the product's: to be emptied, never to grow. */
const toBeCleaned = new Set([
  "sandbox/app/form/libraries.ts",
  "sandbox/app/list/query.ts",
  "sandbox/app/session/privileges.ts",
  "sandbox/model/roles.ts",
  "sandbox/server/dataverse/api.ts",
  "sandbox/server/dataverse/catalog.ts",
  "sandbox/server/dataverse/context.ts",
  "sandbox/server/dataverse/index.ts",
  "sandbox/server/dataverse/odata/path.ts",
  "sandbox/server/dataverse/platform/roles.ts",
  "sandbox/server/dataverse/rows/body.ts",
  "sandbox/server/lifecycle/import.ts",
  "sandbox/server/solution/errors.ts",
  "sandbox/server/solution/index.ts",
  "sandbox/server/solution/manifest.ts",
]);

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
      if (mayNameIt.has(file) || toBeCleaned.has(file)) return [];
      const lines = readFileSync(join(root, file), "utf8").split("\n");
      return lines.flatMap((line, index) => (words.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : []));
    });
    expect(found).toEqual([]);
  });
});
