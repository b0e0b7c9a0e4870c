// Makes `dist/`, what the package ships: the server compiled file by file (in the folders of the source, so that a stack trace says
// where it comes from), its types, and the app shell built for the browser.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(folder, "dist");
const require = createRequire(import.meta.url);

/** The TypeScript files of a folder. */
const sources = (name) =>
  readdirSync(path.join(folder, name), { recursive: true })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join(folder, name, file));

rmSync(dist, { recursive: true, force: true });
await build({
  entryPoints: [path.join(folder, "index.ts"), path.join(folder, "start.ts"), ...["server", "pages", "model"].flatMap(sources)],
  outbase: folder,
  outdir: dist,
  format: "cjs",
  platform: "node",
  target: "node20.11",
  tsconfigRaw: {},
});
mkdirSync(path.join(dist, "pages"), { recursive: true });
copyFileSync(path.join(folder, "pages", "style.css"), path.join(dist, "pages", "style.css"));

// By the code that builds the shell at the start of a clone.
const { bundle } = require(path.join(dist, "server", "http", "bundle.js"));
mkdirSync(path.join(dist, "app"));
for (const [name, content] of await bundle({ main: path.join(folder, "app", "main.tsx") })) {
  writeFileSync(path.join(dist, "app", name), content);
}

const types = [require.resolve("typescript/bin/tsc"), "-p", path.join(folder, "build", "tsconfig.json")];
execFileSync(process.execPath, types, { stdio: "inherit" });
