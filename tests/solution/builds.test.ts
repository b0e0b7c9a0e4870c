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
    for (const file of ["bundle.js", "ControlManifest.xml"]) writeFileSync("out/controls/" + control + "/" + file, process.argv.slice(2).join(" "));
  }
  console.log("[build] Succeeded " + process.env.PP_TOOLS_TELEMETRY_OPTOUT);`;

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
  write(
    "node_modules/tsx/cli.js",
    'const fs = require("node:fs"); fs.mkdirSync("out/webresources", { recursive: true }); for (const name of ["launcher", "forms"]) fs.writeFileSync(`out/webresources/${name}.js`, "");',
  );
  const sources = {
    "Bubble/ControlManifest.Input.xml": "",
    "Bubble/index.ts": 'import { Panel } from "../Panel/Panel";',
    "Panel/Panel.tsx": 'import type { Rule } from "../shared/domain/rules";',
    "Other/Other.tsx": "",
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
  it("builds both on a fresh clone, and says so", async () => {
    const lines: string[] = [];
    expect(await buildIfStale(root, { log: (line) => lines.push(line) })).toEqual(["controls", "scripts"]);
    expect(lines).toEqual(["Building the controls …", "Building the scripts …"]);
    expect(existsSync(join(root, "out/webresources/launcher.js"))).toBe(true);
  });

  it("builds nothing while nothing changed", async () => {
    await buildIfStale(root);
    expect(await buildIfStale(root)).toEqual([]);
  });

  it.each([
    ["Bubble/index.ts", ["controls"]],
    ["launcher/index.ts", ["scripts"]],
    ["Panel/Panel.tsx", ["controls"]],
    ["shared/domain/rules.ts", ["controls", "scripts"]],
    ["Other/Other.tsx", []],
  ])("after a change of %s builds %j", async (source, built) => {
    await buildIfStale(root);
    touch(source, 60);
    expect(await buildIfStale(root)).toEqual(built);
  });

  it("builds a control that is new, whatever its folder is called", async () => {
    await buildIfStale(root);
    write("Thread/ControlManifest.Input.xml", "");
    expect(await buildIfStale(root)).toEqual(["controls"]);
    expect(existsSync(join(root, "out/controls/Thread/bundle.js"))).toBe(true);
    write("Thread/index.ts", "");
    touch("Thread/index.ts", 60);
    expect(await buildIfStale(root)).toEqual(["controls"]);
  });

  it("builds the controls again where a development build replaced it", async () => {
    await buildIfStale(root);
    touch("out/controls/Bubble/bundle.js", 60);
    expect(await buildIfStale(root)).toEqual(["controls"]);
  });

  it("builds once when two ask at the same moment", async () => {
    const both = await Promise.all([buildIfStale(root), buildIfStale(root)]);
    expect(both.sort((a, b) => b.length - a.length)).toEqual([["controls", "scripts"], []]);
  });

  it("builds again what was changed while it was being built", async () => {
    write("node_modules/pcf-scripts/bin/pcf-scripts.js", `${SUCCEED}\nwriteFileSync("Bubble/index.ts", "// new");`);
    await buildIfStale(root);
    expect(await buildIfStale(root)).toEqual(["controls"]);
  });

  it("goes on where a process that was killed had been building", async () => {
    write("out/.building/process", "999999999");
    expect(await buildIfStale(root)).toEqual(["controls", "scripts"]);
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
