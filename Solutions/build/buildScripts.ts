/** Builds the web resources that are scripts; each defines one global. Run by `npm run build:scripts` and by the packer. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleMap, scriptOutput, SCRIPTS } from "./parts";
import type { ScriptName } from "./parts";

const root = join(__dirname, "..", "..");

/**
 * What the bundler begins with: strict mode, the script's own entry, and a mention of `$`. Nothing is left of the mention, but the minifier
 * gives no name that a file takes for a global: Microsoft's solution checker takes a function `$` for jQuery, and so for code that changes
 * the app's document.
 */
function entryOf(script: ScriptName): string {
  return `"use strict";\nimport "./${script}/index";\ntypeof $;\nexport {};\n`;
}

async function buildScript(script: ScriptName): Promise<void> {
  const { metafile } = await build({
    stdin: { contents: entryOf(script), resolveDir: root, sourcefile: `${script}.ts`, loader: "ts" },
    outfile: join(root, scriptOutput(script)),
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: "iife",
    // The newest language that Microsoft's solution checker reads.
    target: "es2018",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
  });
  // For `npm run size`, and for the licences: what the script is made of.
  mkdirSync(join(root, "out", "maps"), { recursive: true });
  writeFileSync(join(root, bundleMap(script)), JSON.stringify(metafile));
}

Promise.all(SCRIPTS.map(buildScript)).catch((error: unknown) => {
  process.stderr.write(`The scripts could not be built: ${String(error)}\n`);
  process.exitCode = 1;
});
