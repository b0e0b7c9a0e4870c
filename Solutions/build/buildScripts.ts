/** Builds the web resources that are scripts; each defines one global. Run by `npm run build:scripts` and by the packer. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleMap, scriptOutput, SCRIPTS } from "./parts";
import type { ScriptName } from "./parts";
import { scriptEntry } from "./scriptEntry";

const root = join(__dirname, "..", "..");

async function buildScript(script: ScriptName): Promise<void> {
  const { metafile } = await build({
    ...scriptEntry(root, script),
    outfile: join(root, scriptOutput(script)),
    minify: true,
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
