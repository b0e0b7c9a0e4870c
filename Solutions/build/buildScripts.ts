/** Builds the web resources that are scripts; each defines one global. Run by `npm run build:scripts` and by the packer. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { build } from "esbuild";
import { minify } from "terser";
import { bundleMap, scriptOutput, SCRIPTS } from "./parts";
import type { ScriptName } from "./parts";
import { scriptEntry } from "./scriptEntry";

const root = join(__dirname, "..", "..");

/** esbuild puts the files together; Terser, which Microsoft's build of the controls uses as well, leaves less of them: of the launcher a fourteenth less (gzip). */
async function buildScript(script: ScriptName): Promise<void> {
  const outfile = join(root, scriptOutput(script));
  const { outputFiles } = await build({
    ...scriptEntry(root, script),
    outfile,
    minifySyntax: true,
    sourcemap: "external",
    sourcesContent: false,
    logLevel: "warning",
    write: false,
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  const { code = "", map } = await minify(textOf(".js"), {
    ecma: 2018,
    compress: { passes: 3 },
    // See scriptEntry: no name of ours is jQuery's.
    mangle: { reserved: ["$"] },
    sourceMap: { content: textOf(".map"), asObject: true },
  });
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(outfile, code);
  // For `npm run size`, and for the licences: what the script is made of.
  mkdirSync(join(root, "out", "maps"), { recursive: true });
  const { sources, ...rest } = map as { readonly sources: readonly string[] };
  const inRepository = sources.map((source) =>
    relative(root, join(dirname(outfile), source))
      .split(sep)
      .join("/"),
  );
  writeFileSync(join(root, bundleMap(script)), JSON.stringify({ ...rest, sources: inRepository }));
}

Promise.all(SCRIPTS.map(buildScript)).catch((error: unknown) => {
  process.stderr.write(`The scripts could not be built: ${String(error)}\n`);
  process.exitCode = 1;
});
