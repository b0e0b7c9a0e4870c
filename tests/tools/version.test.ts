import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findControls } from "../../tools/controls.cjs";
import { runVersion, setVersion, VersionError } from "../../tools/version";

const ROOT = join(__dirname, "..", "..");
const MANIFESTS = findControls(ROOT).map((folder) => `${folder}/ControlManifest.Input.xml`);
const FILES = ["package.json", "package-lock.json", "Solutions/src/Other/Solution.xml", ...MANIFESTS, "CHANGELOG.md"];
const TODAY = "2026-11-22";
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "version-"));
  for (const file of [...FILES, "tools/version.ts", "tools/controls.cjs"]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  // The tests do not depend on how far the product has come.
  edit("CHANGELOG.md", () => "# Changelog\n\nAbout.\n\n## 1.0.0 (unreleased)\n\n- Bubble.\n");
  setVersion(copy, present(), TODAY);
  edit("CHANGELOG.md", () => "# Changelog\n\nAbout.\n\n## Unreleased\n\n- Bubble.\n");
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

const text = (file: string): string => readFileSync(join(copy, file), "utf8");
const texts = (): string[] => FILES.map(text);
const edit = (file: string, change: (before: string) => string): void => writeFileSync(join(copy, file), change(text(file)));
const present = (): string => (JSON.parse(text("package.json")) as { version: string }).version;

function changedLines(before: string, after: string): readonly string[] {
  const old = new Set(before.split("\n"));
  return after.split("\n").filter((line) => !old.has(line));
}

it("writes the version to package.json, the lock file, the solution, each control and the changelog, and nothing else in them", () => {
  const before = texts();
  const change = setVersion(copy, "41.2.0", TODAY);
  expect(change).toMatchObject({ to: "41.2.0", files: FILES, emptySection: false });
  expect(texts().map((after, at) => changedLines(before[at] ?? "", after).map((line) => line.trim()))).toEqual([
    ['"version": "41.2.0",'],
    ['"version": "41.2.0",', '"version": "41.2.0",'],
    ["<Version>41.2.0.0</Version>"],
    ...MANIFESTS.map(() => [expect.stringMatching(/<control .*version="41\.2\.0" display-name-key=/) as string]),
    [`## 41.2.0 (${TODAY})`],
  ]);
  const lock = JSON.parse(text("package-lock.json")) as { version: string; packages: Record<string, { version: string }> };
  expect([lock.version, lock.packages[""]?.version]).toEqual(["41.2.0", "41.2.0"]);
});

it.each(["1.2", "1.2.3.4", "v1.2.0", "1.2.0-beta", "01.2.0", "1.2.x", "", "1.2.70000", " 1.2.0", "next"])(
  "refuses %j, and writes nothing",
  (bad) => {
    const before = texts();
    expect(() => setVersion(copy, bad, TODAY)).toThrow(VersionError);
    expect(() => setVersion(copy, bad, TODAY)).toThrow(/is no version.*1\.2\.0/);
    expect(texts()).toEqual(before);
  },
);

it("refuses a lower version, by number and not by letter, and writes nothing", () => {
  setVersion(copy, "41.10.0", TODAY);
  const before = texts();
  for (const lower of ["41.9.9", "40.99.99", "0.0.1"]) expect(() => setVersion(copy, lower, TODAY)).toThrow(/is lower than 41\.10\.0/);
  expect(texts()).toEqual(before);
});

it.each(FILES.slice(0, -1))("writes nothing where %s has no version in its place", (file) => {
  edit(file, (before) => before.replace(/version/gi, "edition"));
  const before = texts();
  expect(() => setVersion(copy, "41.2.0", TODAY)).toThrow(file);
  expect(texts()).toEqual(before);
});

it("writes nothing where a file is missing", () => {
  rmSync(join(copy, "CHANGELOG.md"));
  const before = FILES.slice(0, -1).map(text);
  expect(() => setVersion(copy, "41.2.0", TODAY)).toThrow(/CHANGELOG\.md cannot be read/);
  expect(FILES.slice(0, -1).map(text)).toEqual(before);
});

it("changes nothing and leaves nothing behind where the last file cannot be written", () => {
  const before = texts();
  // A folder of that name stands in the way of the new file, whatever rights the tests run with.
  mkdirSync(join(copy, "CHANGELOG.md.new"));
  expect(() => setVersion(copy, "41.2.0", TODAY)).toThrow(/Nothing was changed/);
  expect(texts()).toEqual(before);
  const leftovers = readdirSync(copy, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".new"));
  expect(leftovers).toEqual(["CHANGELOG.md.new"]);
});

it("repairs a file that has another version than package.json", () => {
  const version = present();
  const [manifest = ""] = MANIFESTS;
  edit(manifest, (before) => before.replace(`version="${version}" display`, 'version="0.9.0" display'));
  expect(setVersion(copy, version, TODAY).files).toContain(manifest);
  expect(setVersion(copy, version, TODAY).files).toEqual([]);
});

describe("the changelog", () => {
  it("gets an empty section, to be filled in, where nothing is noted as unreleased", () => {
    setVersion(copy, "41.2.0", TODAY);
    const change = setVersion(copy, "41.3.0", "2026-12-01");
    expect(change.emptySection).toBe(true);
    expect(text("CHANGELOG.md")).toBe("# Changelog\n\nAbout.\n\n## 41.3.0 (2026-12-01)\n\n## 41.2.0 (2026-11-22)\n\n- Bubble.\n");
  });

  it("turns a version that was never released into the one that is", () => {
    edit("CHANGELOG.md", () => "# Changelog\r\n\r\n## 41.0.0 (unreleased)\r\n\r\n- Bubble.\r\n");
    setVersion(copy, "41.1.0", TODAY);
    expect(text("CHANGELOG.md")).toBe("# Changelog\r\n\r\n## 41.1.0 (2026-11-22)\r\n\r\n- Bubble.\r\n");
  });
});

describe("npm run version", () => {
  const tsx = createRequire(__filename).resolve("tsx/cli");
  const run = (...args: string[]): { readonly code: number | null; readonly out: string } => {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, join(copy, "tools/version.ts"), ...args], {
      encoding: "utf8",
      env,
    });
    return { code: status, out: stdout + stderr };
  };

  it("says what it wrote", () => {
    const done = run("41.2.0");
    expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/→ 41\.2\.0 in:[^]*Solution\.xml[^]*npm run pack/) as string });
    expect(run("41.2.0").out).toMatch(/already/);
  }, 60_000);

  it("ends with 1 and a sentence, not a stack", () => {
    for (const args of [[], ["1.2"], ["41.2.0", "41.3.0"]]) {
      const failed = run(...args);
      expect(failed.code).toBe(1);
      expect(failed.out).toMatch(/1\.2\.0/);
      expect(failed.out).not.toMatch(/^\s+at /m);
    }
  }, 60_000);
});

describe("npm version, which runs the script when package.json and the lock file have the version already", () => {
  const npmVersion = (wanted: string, more: Readonly<Record<string, string>> = {}): readonly string[] => {
    const before = present();
    for (const file of FILES.slice(0, 2)) edit(file, (now) => now.replaceAll(`"version": "${before}"`, `"version": "${wanted}"`));
    return runVersion(copy, [], { npm_lifecycle_event: "version", npm_new_version: wanted, npm_old_version: before, ...more });
  };
  const git = (...args: string[]): string => spawnSync("git", args, { cwd: copy, encoding: "utf8" }).stdout;

  it("brings the version to the other files, and stages them: npm commits and tags what is staged", () => {
    git("init", "-q");
    expect(npmVersion("41.2.0").join("\n")).toContain("Solution.xml");
    expect(text("Solutions/src/Other/Solution.xml")).toContain("<Version>41.2.0.0</Version>");
    expect(text("CHANGELOG.md")).toContain("## 41.2.0 (");
    expect(git("diff", "--cached", "--name-only").trim().split("\n").sort()).toEqual(FILES.slice(2).sort());
  });

  it("stages nothing with --no-git-tag-version", () => {
    git("init", "-q");
    npmVersion("41.2.0", { npm_config_git_tag_version: "" });
    expect(git("diff", "--cached", "--name-only")).toBe("");
  });

  it.each([
    ["41.2.0-beta.1", /is no version/],
    ["0.0.1", /is lower than/],
  ])("is refused %s before anything is written, with how to undo what npm did", (wanted, why) => {
    const before = texts().slice(2);
    expect(() => npmVersion(wanted)).toThrow(why);
    expect(texts().slice(2)).toEqual(before);
    edit("package.json", (now) => now.replace(wanted, "41.1.0"));
    expect(() => npmVersion(wanted)).toThrow(/git checkout -- package\.json package-lock\.json/);
  });

  it("is not mistaken for `npm run version` without a version", () => {
    expect(() => runVersion(copy, [], { npm_lifecycle_event: "version" })).toThrow(/npm run version -- 1\.2\.0/);
  });
});

it("has one version in all places of this repository", () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  const repository = FILES.map((file) => readFileSync(join(ROOT, file), "utf8"));
  expect(repository[1]).toContain(`"version": "${version}"`);
  expect(repository[2]).toContain(`<Version>${version}.0</Version>`);
  for (const manifest of repository.slice(3, -1)) expect(manifest).toContain(`version="${version}" display-name-key`);
  expect(repository.at(-1)).toMatch(new RegExp(`^## ${version.replace(/\./g, "\\.")} `, "m"));
});
