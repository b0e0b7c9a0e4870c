/** Builds the web resource: one script that defines one global. Run by `npm run build:launcher` and by the packer. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(__dirname, "..");
const folder = join(root, "out", "webresources");

mkdirSync(folder, { recursive: true });
build({
  entryPoints: [join(root, "launcher", "index.ts")],
  outfile: join(folder, "launcher.js"),
  bundle: true,
  minify: true,
  format: "iife",
  // What the app's own supported browsers understand.
  target: "es2020",
  legalComments: "none",
  logLevel: "warning",
}).catch((error: unknown) => {
  process.stderr.write(`The launcher could not be built: ${String(error)}\n`);
  process.exitCode = 1;
});
