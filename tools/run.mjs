// Runs a program of the repository: `node tools/run.mjs demo/start.ts --empty`. It is bundled first, where one of its files has changed since: node then
// reads one file instead of some three hundred, which took longer than all the rest of a start. Libraries are left where they are.
// With NODE_OPTIONS=--enable-source-maps a stack names the lines of the sources; reading the map costs each start some time, so it is asked for.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  process.stderr.write("Usage: node tools/run.mjs FILE.ts [arguments of the program]\n");
  process.exit(2);
}
const name = relative(root, resolve(root, entry)).replaceAll(/[\\/]/g, "-").replace(/\.ts$/, "");
const built = join(root, "out", "programs", `${name}.cjs`);
const list = `${built}.inputs.json`;

/** What a file is known by until it changes; a file that is gone has changed. */
function stateOf(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : "gone";
}

function isFresh() {
  if (stateOf(relative(root, built)) === "gone") return false;
  try {
    return Object.entries(JSON.parse(readFileSync(list, "utf8"))).every(([path, state]) => stateOf(path) === state);
  } catch {
    // There is no list, or half of one: it is written anew.
    return false;
  }
}

/** A file finds what lies beside it by its own place, not by the bundle's. */
const places = {
  name: "places",
  setup({ onLoad }) {
    onLoad({ filter: /\.c?ts$/, namespace: "file" }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const place = text.includes("__dirname") ? `const __dirname = ${JSON.stringify(dirname(path))}; ` : "";
      return { contents: place + text, loader: "ts" };
    });
  },
};

async function build() {
  const { build: bundle } = await import("esbuild");
  const { metafile, outputFiles } = await bundle({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    outfile: built,
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    target: "node20",
    sourcemap: "linked",
    logLevel: "warning",
    plugins: [places],
  });
  // Its own place says how it is built; the lock file, what the libraries are.
  const inputs = ["tools/run.mjs", "package-lock.json", ...Object.keys(metafile.inputs)];
  mkdirSync(dirname(built), { recursive: true });
  for (const { path, contents } of outputFiles) put(path, contents);
  put(list, JSON.stringify(Object.fromEntries(inputs.map((path) => [path, stateOf(path)]))));
}

/** Whole or not at all: two programs may start at once. */
function put(path, contents) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

if (!isFresh()) {
  try {
    await build();
  } catch {
    // esbuild has printed what is wrong, and where.
    process.exit(1);
  }
}
process.argv = [process.argv[0], built, ...args];
createRequire(built)(built);
