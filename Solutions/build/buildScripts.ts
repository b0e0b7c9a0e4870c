/** Builds the web resources that are scripts; each defines one global. Run by `npm run build:scripts` and by the packer. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(__dirname, "..", "..");
const folder = join(root, "out", "webresources");

mkdirSync(folder, { recursive: true });
build({
  entryPoints: { launcher: join(root, "launcher", "index.ts"), forms: join(root, "forms", "index.ts") },
  outdir: folder,
  bundle: true,
  minify: true,
  format: "iife",
  // The newest language that Microsoft's solution checker reads.
  target: "es2018",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
}).catch((error: unknown) => {
  process.stderr.write(`The scripts could not be built: ${String(error)}\n`);
  process.exitCode = 1;
});
