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
  const { mkdirSync, writeFileSync } = require("node:fs");
  mkdirSync("out/controls/MessageBubble", { recursive: true });
  for (const file of ["bundle.js", "ControlManifest.xml"]) writeFileSync("out/controls/MessageBubble/" + file, process.argv.slice(2).join(" "));
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
  for (const source of ["MessageBubble/index.ts", "launcher/index.ts", "shared/domain/rules.ts"]) {
    write(source, "");
    touch(source, -60);
  }
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("building what is stale", () => {
  it("builds both on a fresh clone, and says so", async () => {
    const lines: string[] = [];
    expect(await buildIfStale(root, { log: (line) => lines.push(line) })).toEqual(["control", "launcher"]);
    expect(lines).toEqual(["Building the control …", "Building the launcher …"]);
    expect(existsSync(join(root, "out/webresources/launcher.js"))).toBe(true);
  });

  it("builds nothing while nothing changed", async () => {
    await buildIfStale(root);
    expect(await buildIfStale(root)).toEqual([]);
  });

  it.each([
    ["MessageBubble/index.ts", ["control"]],
    ["launcher/index.ts", ["launcher"]],
    ["shared/domain/rules.ts", ["control", "launcher"]],
  ])("after a change of %s builds %j", async (source, built) => {
    await buildIfStale(root);
    touch(source, 60);
    expect(await buildIfStale(root)).toEqual(built);
  });

  it("builds the control again where a development build replaced it", async () => {
    await buildIfStale(root);
    touch("out/controls/MessageBubble/bundle.js", 60);
    expect(await buildIfStale(root)).toEqual(["control"]);
  });

  it("builds once when two ask at the same moment", async () => {
    const both = await Promise.all([buildIfStale(root), buildIfStale(root)]);
    expect(both.sort((a, b) => b.length - a.length)).toEqual([["control", "launcher"], []]);
  });

  it("builds again what was changed while it was being built", async () => {
    write("node_modules/pcf-scripts/bin/pcf-scripts.js", `${SUCCEED}\nwriteFileSync("MessageBubble/index.ts", "// new");`);
    await buildIfStale(root);
    expect(await buildIfStale(root)).toEqual(["control"]);
  });

  it("goes on where a process that was killed had been building", async () => {
    write("out/.building/process", "999999999");
    expect(await buildIfStale(root)).toEqual(["control", "launcher"]);
  });
});

describe("a build that fails", () => {
  it("is an error with the build's last lines, also where the tool ends with 0 and old outputs are there", async () => {
    await buildIfStale(root);
    touch("MessageBubble/index.ts", 60);
    write("node_modules/pcf-scripts/bin/pcf-scripts.js", 'console.log("[build] Failed: index.ts(1,1) is wrong")');
    await expect(buildIfStale(root)).rejects.toThrow(/control could not be built: it did not succeed[^]*index\.ts\(1,1\) is wrong/);
    await expect(buildIfStale(root)).rejects.toThrow(/could not be built/);
  });

  it("is an error where the tool crashes", async () => {
    write("node_modules/tsx/cli.js", 'throw new Error("no entry")');
    await expect(buildIfStale(root)).rejects.toThrow(/launcher could not be built: it ended with 1[^]*no entry/);
  });
});
