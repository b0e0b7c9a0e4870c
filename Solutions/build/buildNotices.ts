/** Writes the page with the licences, a web resource of the solution. Run by the packer once the bundles are built. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { noticesOf, noticesPage } from "./notices";
import { NOTICES_OUTPUT } from "./parts";

const root = join(__dirname, "..", "..");

try {
  const page = noticesPage(readFileSync(join(root, "LICENSE"), "utf8"), noticesOf(root));
  mkdirSync(dirname(join(root, NOTICES_OUTPUT)), { recursive: true });
  writeFileSync(join(root, NOTICES_OUTPUT), page);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
