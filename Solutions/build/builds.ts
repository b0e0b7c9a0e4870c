/** Builds the controls, the scripts, the page with the licences and those of the guide, where what they are made of changed since. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { findControls } from "../../tools/controls.cjs";
import { withBuildLock } from "./buildLock";
import { filesBelow } from "./files";
import { PackError } from "./packError";
import { stepLine } from "./stepLine";
import { GUIDE_TEXTS, guideLanguageIds, guidePictureFiles, GUIDE_WORDS } from "./guide";
import type { Progress } from "./progress";
import { bundleMap, bundlesOf, controlOutput, guideOutput, NOTICES_OUTPUT, scriptOutput, SCRIPTS } from "./parts";
import { roomsOf } from "./rooms";

/** How to build. */
export interface BuildOptions {
  /** Is told of each build that is made, and every second how far it is. */
  readonly progress?: Progress;
}

const SILENT: Progress = { log: () => undefined, step: () => undefined };

interface Build {
  readonly what: string;
  /** Files and folders that it is made of, relative to the repository. */
  readonly inputs: readonly string[];
  /** Files that it makes, at least. */
  readonly outputs: readonly string[];
  /** Its time says when the last build for production ended: the outputs keep theirs where their content is the same. */
  readonly stamp: string;
  readonly module: string;
  readonly args: readonly string[];
  /** What a build that succeeded prints, for a tool whose exit code says nothing. */
  readonly success?: RegExp;
}

/** All controls: `pcf-scripts` builds them in one run. */
function controlsBuild(root: string): Build {
  const folders = findControls(root);
  return {
    what: "controls",
    inputs: [...roomsOf(root, folders), "package.json", "tsconfig.json", "webpack.config.js", "featureconfig.json", "pcfconfig.json"],
    outputs: folders.flatMap((folder) => [
      ...["ControlManifest.xml", "bundle.js"].map((file) => `${controlOutput(folder)}/${file}`),
      bundleMap(folder),
    ]),
    stamp: "out/.controls-built",
    module: "pcf-scripts/bin/pcf-scripts.js",
    args: ["build", "--buildMode", "production"],
    // pcf-scripts 1.51 ends with 0 after a failure, and leaves the outputs of the last build.
    success: /\[build\] Succeeded/,
  };
}

function scriptsBuild(root: string): Build {
  return {
    what: "scripts",
    inputs: [...roomsOf(root, SCRIPTS), "Solutions/build/buildScripts.ts", "Solutions/build/scriptEntry.ts", "package.json"],
    outputs: SCRIPTS.flatMap((script) => [scriptOutput(script), bundleMap(script)]),
    stamp: "out/.scripts-built",
    module: "tsx/cli",
    args: ["Solutions/build/buildScripts.ts"],
  };
}

/** After the others: it says what is in them. */
function noticesBuild(root: string): Build {
  return {
    what: "licences",
    inputs: [
      ...bundlesOf(root).map(({ part }) => bundleMap(part)),
      ...["LICENSE", "package-lock.json", "Solutions/build/buildNotices.ts", "Solutions/build/notices.ts", "Solutions/build/licenceTexts"],
    ],
    outputs: [NOTICES_OUTPUT],
    stamp: "out/.licences-built",
    module: "tsx/cli",
    args: ["Solutions/build/buildNotices.ts"],
  };
}

/** The guide's pages, with the controls' own words and pictures of the product in them. */
function guideBuild(root: string): Build {
  return {
    what: "guide",
    inputs: [
      ...[GUIDE_TEXTS, ...GUIDE_WORDS.map((control) => `${control}/strings`)],
      ...guidePictureFiles(root),
      ...["buildGuide", "guide", "guideMarkup"].map((file) => `Solutions/build/${file}.ts`),
    ],
    outputs: guideLanguageIds(root).map(guideOutput),
    stamp: "out/.guide-built",
    module: "tsx/cli",
    args: ["Solutions/build/buildGuide.ts"],
  };
}

/**
 * Makes sure that what the zips contain is built from the sources as they are, for production; returns what was built.
 * Several processes may call it at once: one builds, the others wait.
 * @throws PackError with the end of the build's output where a build fails.
 */
export async function buildIfStale(root: string, { progress = SILENT }: BuildOptions = {}): Promise<string[]> {
  const onWait = (pid: number): void => progress.log(`Another process (${pid}) is building here: waiting for it …`);
  const buildAll = async (alsoHeldBy: (pid: number) => void): Promise<string[]> => {
    const made: string[] = [];
    for (const build of [controlsBuild(root), scriptsBuild(root), noticesBuild(root), guideBuild(root)]) {
      if (!isStale(root, build)) continue;
      progress.log(`Building the ${build.what} …`);
      await run(root, build, progress, alsoHeldBy);
      made.push(build.what);
    }
    return made;
  };
  return withBuildLock(root, buildAll, onWait);
}

/** Also where an output is newer than the stamp: then another build, perhaps one for development, has replaced it. */
function isStale(root: string, { stamp, inputs, outputs }: Build): boolean {
  if (![stamp, ...outputs].every((path) => existsSync(join(root, path)))) return true;
  return newest(root, [...inputs, ...outputs]) > statSync(join(root, stamp)).mtimeMs;
}

/** The latest change of files, and of files in folders, relative to the root; generated types are not an input. Milliseconds. */
function newest(root: string, paths: readonly string[]): number {
  const files = paths.flatMap((name) => {
    const path = join(root, name);
    if (!existsSync(path)) return [];
    return statSync(path).isDirectory() ? filesBelow(path, ["generated"]) : [path];
  });
  return Math.max(0, ...files.map((file) => statSync(file).mtimeMs));
}

async function run(root: string, build: Build, progress: Progress, onStart: (pid: number) => void): Promise<void> {
  const started = Date.now();
  const seconds = (): number => Math.round((Date.now() - started) / 1000);
  const newestBefore = newest(root, build.inputs);
  const script = createRequire(join(root, "package.json")).resolve(build.module);
  const env = { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: "1" };
  const child = spawn(process.execPath, [script, ...build.args], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  if (child.pid !== undefined) onStart(child.pid);
  let output = "";
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  const telling = setInterval(() => progress.step(stepLine(build.what, output, seconds())), 1000);
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => clearInterval(telling));
  const missing = build.outputs.find((path) => !existsSync(join(root, path)));
  let problem: string | undefined;
  if (code !== 0) problem = `it ended with ${code ?? "a signal"}`;
  else if (build.success && !build.success.test(output)) problem = "it did not succeed";
  else if (missing !== undefined) problem = `it did not make ${missing}`;
  if (problem !== undefined) {
    const lastLines = output.trim().split("\n").slice(-25).join("\n");
    throw new PackError(`The ${build.what} could not be built: ${problem}. Its last lines:\n${lastLines}`);
  }
  progress.log(`Built the ${build.what} in ${seconds()} s.`);
  // The stamp has the time of the build's end: a source that changed meanwhile must be built again. Files are compared with files: their
  // clock is finer than the program's, and a file of this very millisecond can look newer than the program's now.
  if (newest(root, build.inputs) > newestBefore) return;
  mkdirSync(join(root, "out"), { recursive: true });
  writeFileSync(join(root, build.stamp), "");
}
