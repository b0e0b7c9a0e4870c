import path from "node:path";
import type { BuildOptions, Plugin } from "esbuild";
import { BundleError } from "./bundleError";
import { keep, readKept } from "./keptBundle";

/** Built files by name (`main.js`, `main.css`). */
export type Bundle = ReadonlyMap<string, Uint8Array>;

/** Globals that the platform builds under /uclient/platform define: modules of these names are not bundled. */
const platformGlobals: readonly (readonly [module: RegExp, global: string])[] = [
  [/^react$/, "React"],
  [/^react-dom$/, "ReactDOM"],
  [/^@fluentui\/react(\/.*)?$/, "FluentUIReactv81211"],
];

const platformLibraries: Plugin = {
  name: "platform-libraries",
  setup(setup) {
    for (const [module, global] of platformGlobals) {
      setup.onResolve({ filter: module }, () => ({ path: global, namespace: "platform" }));
    }
    setup.onLoad({ filter: /.*/, namespace: "platform" }, ({ path: global }) => ({
      contents: `module.exports = window.${global};`,
      loader: "js",
    }));
  },
};

/**
 * Builds browser code into memory, as scripts that need no module loader, or takes what was built before where nothing has changed since. It needs esbuild, which a sandbox that is installed from its
 * package does without: there the shell is built already. React and Fluent are the platform's, not bundled.
 *
 * @param entries output name without extension → source file
 * @throws BundleError
 */
export async function bundle(entries: Readonly<Record<string, string>>): Promise<Bundle> {
  const what = JSON.stringify(entries);
  const startedAt = Date.now();
  const kept = readKept(what);
  if (kept) return kept;
  const options: BuildOptions & { write: false; metafile: true } = {
    entryPoints: Object.entries(entries).map(([out, source]) => ({ in: source, out })),
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    target: "es2022",
    jsx: "transform",
    outdir: path.join(__dirname, "memory"),
    plugins: [platformLibraries],
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".svg": "dataurl" },
    legalComments: "none",
    logLevel: "silent",
    // The repository's tsconfig.json is the control's.
    tsconfigRaw: {},
  };
  try {
    const { build } = await import("esbuild");
    const { outputFiles, metafile } = await build(options);
    const files = new Map(outputFiles.map((file) => [path.basename(file.path), file.contents]));
    // With this file, in which the options stand, and without the modules of the platform, which are no files.
    const inputs = Object.keys(metafile.inputs).filter((input) => !input.startsWith("platform:"));
    keep(what, startedAt, [...inputs.map((input) => path.resolve(input)), path.join(__dirname, "bundle.ts")], files);
    return files;
  } catch (error) {
    throw new BundleError(error instanceof Error ? error.message : String(error));
  }
}
