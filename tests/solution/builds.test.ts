import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildIfStale } from "../../Solutions/build";

/** A repository whose build tools are two scripts that write the outputs, or fail as the real ones do. */
let root: string;

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const SUCCEED = `
  const { existsSync, mkdirSync, readdirSync, writeFileSync } = require("node:fs");
  for (const control of readdirSync(".").filter((folder) => existsSync(folder + "/ControlManifest.Input.xml"))) {
    mkdirSync("out/controls/" + control, { recursive: true });
    mkdirSync("out/maps", { recursive: true });
    for (const file of ["controls/" + control + "/bundle.js", "controls/" + control + "/ControlManifest.xml", "maps/" + control + ".json"])
      writeFileSync("out/" + file, process.argv.slice(2).join(" "));
  }
  console.log("[build] Succeeded " + process.env.PP_TOOLS_TELEMETRY_OPTOUT);`;

/** Runs the scripts' build, the one of the licences or the one of the guide. */
const SCRIPTS = `
  const { mkdirSync, writeFileSync } = require("node:fs");
  for (const folder of ["out/webresources/agentguide", "out/maps"]) mkdirSync(folder, { recursive: true });
  if (process.argv[2].includes("Notices")) writeFileSync("out/webresources/licences.html", "");
  else if (process.argv[2].includes("Guide")) writeFileSync("out/webresources/agentguide/1033.html", "");
  else for (const name of ["launcher", "forms", "diagnostics", "overview"]) for (const file of ["webresources/" + name + ".js", "maps/" + name + ".json"]) writeFileSync("out/" + file, "");`;

/** A file's time, in seconds from now. */
const touch = (path: string, seconds: number): void => {
  const time = new Date(Date.now() + seconds * 1000);
  utimesSync(join(root, path), time, time);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "builds-"));
  write("package.json", "{}");
  write("node_modules/pcf-scripts/bin/pcf-scripts.js", SUCCEED);
  write("node_modules/tsx/package.json", '{ "exports": { "./cli": "./cli.js" } }');
  write("node_modules/tsx/cli.js", SCRIPTS);
  const sources = {
    "Bubble/ControlManifest.Input.xml": "",
    "Bubble/index.ts": 'import { Panel } from "../Panel/Panel";',
    "Panel/Panel.tsx": 'import type { Rule } from "../shared/domain/rules";',
    "Other/Other.tsx": "",
    "Solutions/guide/1033.md": "![Bubble](light-bubble)",
    "docs/pictures/light-bubble.png": "",
    "docs/pictures/other.png": "",
    LICENSE: "",
    "package-lock.json": "",
    "launcher/index.ts": 'export * from "../shared/domain/rules";',
    "shared/domain/rules.ts": 'import fs from "fs";\nimport far from "../../../far";',
  };
  for (const [source, text] of Object.entries(sources)) {
    write(source, text);
    touch(source, -60);
  }
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("building what is stale", () => {
  it("builds all of it on a fresh clone, and says so", async () => {
    const lines: string[] = [];
    const progress = { log: (line: string) => lines.push(line.replace(/\d+ s/, "3 s")), step: () => undefined };
    expect(await buildIfStale(root, { progress })).toEqual(["controls", "scripts", "licences", "guide"]);
    const said = (what: string) => [`Building the ${what} …`, `Built the ${what} in 3 s.`];
    expect(lines).toEqual(["controls", "scripts", "licences", "guide"].flatMap(said));
    expect(existsSync(join(root, "out/webresources/launcher.js"))).toBe(true);
  });

  it("builds nothing while nothing changed", async () => {
    await buildIfStale(root);
    expect(await buildIfStale(root)).toEqual([]);
  });

  it.each([
    ["Bubble/index.ts", ["controls", "licences"]],
    ["launcher/index.ts", ["scripts", "licences"]],
    ["Panel/Panel.tsx", ["controls", "licences"]],
    ["shared/domain/rules.ts", ["controls", "scripts", "licences"]],
    ["Other/Other.tsx", []],
    ["LICENSE", ["licences"]],
    ["Solutions/guide/1033.md", ["guide"]],
    ["docs/pictures/light-bubble.png", ["guide"]],
    ["docs/pictures/other.png", []],
    ["package-lock.json", ["licences"]],
  ])("after a change of %s builds %j", async (source, built) => {
    await buildIfStale(root);
    touch(source, 60);
    expect(await buildIfStale(root)).toEqual(built);
  });

  it("builds a control that is new, whatever its folder is called", async () => {
    await buildIfStale(root);
    write("Thread/ControlManifest.Input.xml", "");
    expect(await buildIfStale(root)).toEqual(["controls", "licences"]);
    expect(existsSync(join(root, "out/controls/Thread/bundle.js"))).toBe(true);
    write("Thread/index.ts", "");
    touch("Thread/index.ts", 60);
    expect(await buildIfStale(root)).toEqual(["controls", "licences"]);
  });

  it("builds the controls again where a development build replaced it", async () => {
    await buildIfStale(root);
    touch("out/controls/Bubble/bundle.js", 60);
    expect(await buildIfStale(root)).toEqual(["controls", "licences"]);
  });

  it("builds once when two ask at the same moment", async () => {
    const both = await Promise.all([buildIfStale(root), buildIfStale(root)]);
    expect(both.sort((a, b) => b.length - a.length)).toEqual([["controls", "scripts", "licences", "guide"], []]);
  });

  it("says that it waits where another process builds", async () => {
    const lines: string[] = [];
    const progress = { log: (line: string) => lines.push(line), step: () => undefined };
    write("out/.build.lock", String(process.ppid));
    setTimeout(() => rmSync(join(root, "out/.build.lock")), 1_000);
    await buildIfStale(root, { progress });
    expect(lines[0]).toBe(`Another process (${process.ppid}) is building here: waiting for it …`);
  });

  it("builds again what was changed while it was being built", async () => {
    write("node_modules/pcf-scripts/bin/pcf-scripts.js", `${SUCCEED}\nwriteFileSync("Bubble/index.ts", "// new");`);
    await buildIfStale(root);
    expect(await buildIfStale(root)).toEqual(["controls", "licences"]);
  });

  it("goes on where a process that was killed had been building", async () => {
    write("out/.build.lock", "999999999");
    expect(await buildIfStale(root)).toEqual(["controls", "scripts", "licences", "guide"]);
  });
});

describe("a build that fails", () => {
  it("is an error with the build's last lines, also where the tool ends with 0 and old outputs are there", async () => {
    await buildIfStale(root);
    touch("Bubble/index.ts", 60);
    write("node_modules/pcf-scripts/bin/pcf-scripts.js", 'console.log("[build] Failed: index.ts(1,1) is wrong")');
    await expect(buildIfStale(root)).rejects.toThrow(/controls could not be built: it did not succeed[^]*index\.ts\(1,1\) is wrong/);
    await expect(buildIfStale(root)).rejects.toThrow(/could not be built/);
  });

  it("is an error where the tool crashes", async () => {
    write("node_modules/tsx/cli.js", 'throw new Error("no entry")');
    await expect(buildIfStale(root)).rejects.toThrow(/scripts could not be built: it ended with 1[^]*no entry/);
  });
});
