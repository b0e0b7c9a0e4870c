/**
 * `npm run version -- 1.2.0`: one version for package.json, package-lock.json, the solution, the controls' manifests and the changelog.
 * Either all of them have it afterwards, or nothing was written. `npm version 1.2.0` comes here too: npm runs the script of that name.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findControls } from "./controls.cjs";

/** The version cannot be set; the message says what to do. Nothing was written. */
export class VersionError extends Error {
  override readonly name = "VersionError";
}

interface Place {
  /** Relative to the repository. */
  readonly file: string;
  /** What is written there for a version. */
  readonly written: (version: string) => string;
  /** Each finds one place: group 1 and 3 stay, group 2 is the version. */
  readonly patterns: readonly RegExp[];
}

const same = (version: string): string => version;

/** Dataverse's versions have four numbers, a control's manifest has three. */
const placesOf = (root: string): readonly Place[] => [
  { file: "package.json", written: same, patterns: [/^(\{\s*(?:"(?!version")[^"]+": [^{}]*,\s*)?"version": ")([^"]*)(")/] },
  {
    file: "package-lock.json",
    written: same,
    patterns: [
      /^(\{\s*"name": "[^"]*",\s*"version": ")([^"]*)(")/,
      /("packages": \{\s*"": \{\s*"name": "[^"]*",\s*"version": ")([^"]*)(")/,
    ],
  },
  {
    file: "Solutions/src/Other/Solution.xml",
    written: (version) => `${version}.0`,
    patterns: [/(<UniqueName>MessageNotification<\/UniqueName>[^]*?<Version>)([^<]*)(<\/Version>)/],
  },
  ...findControls(root).map((folder) => ({
    file: `${folder}/ControlManifest.Input.xml`,
    written: same,
    patterns: [/(<control\s[^>]*?\bversion=")([^"]*)(")/],
  })),
];

const CHANGELOG = "CHANGELOG.md";

/** What setting a version did. */
export interface VersionChange {
  readonly from: string;
  readonly to: string;
  /** Files that were written, relative to the repository. */
  readonly files: readonly string[];
  /** The changelog had nothing for this version yet: an empty section was made, for people to fill in. */
  readonly emptySection: boolean;
}

/**
 * Gives the product a version. The one that package.json already has is fine: it repairs a file that says something else.
 * @param root the repository's folder
 * @param today `2026-11-22`, for the changelog
 * @throws VersionError for what is no version, for a lower one, and for a file where no version is found
 */
export function setVersion(root: string, version: string, today: string): VersionChange {
  const wanted = parse(version);
  const places = placesOf(root);
  const texts = new Map([...places.map((place) => place.file), CHANGELOG].map((file) => [file, read(root, file)]));
  const from = presentVersion(texts.get("package.json") ?? "");
  if (isLower(wanted, parse(from))) {
    throw new VersionError(
      `${version} is lower than ${from}, which package.json has: Dataverse refuses a solution that is older than the one it has. Give a higher version.`,
    );
  }
  const changed = new Map<string, string>();
  for (const place of places) changed.set(place.file, written(place, texts.get(place.file) ?? "", version));
  const changelog = withHeading(texts.get(CHANGELOG) ?? "", version, today);
  changed.set(CHANGELOG, changelog.text);
  const files = [...changed].filter(([file, text]) => text !== texts.get(file)).map(([file]) => file);
  replaceAll(
    root,
    files.map((file) => ({ file, before: texts.get(file) ?? "", after: changed.get(file) ?? "" })),
  );
  return { from, to: version, files, emptySection: changelog.isEmpty };
}

/** Three numbers. Each fits into the 16 bits that Windows' tools give a part of a version. */
function parse(version: string): readonly number[] {
  const parts = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(version)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 65_535)) {
    throw new VersionError(
      `"${version}" is no version. Give three numbers from 0 to 65535, as in 1.2.0: a solution's version knows no "v", no "-beta" and no leading zeros.`,
    );
  }
  return parts;
}

function isLower(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((part, at) => part !== b[at]);
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0);
}

function read(root: string, file: string): string {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch (error) {
    throw new VersionError(
      `${file} cannot be read (${error instanceof Error ? error.message : String(error)}). Run this in the repository.`,
    );
  }
}

function presentVersion(packageJson: string): string {
  const { version } = JSON.parse(packageJson) as { version?: unknown };
  if (typeof version !== "string") throw new VersionError('package.json has no version. Write "version": "1.0.0" into it.');
  return version;
}

function written({ file, written, patterns }: Place, text: string, version: string): string {
  return patterns.reduce((now, pattern) => {
    if (!pattern.test(now))
      throw new VersionError(`${file}: no version was found where one is expected. Restore the file, then try again.`);
    return now.replace(pattern, (_all, before: string, _version: string, after: string) => `${before}${written(version)}${after}`);
  }, text);
}

/**
 * What is not released yet becomes this version's, with its date. Where there is nothing of the kind, an empty section is made.
 * A section that has this version and a date stays.
 */
function withHeading(text: string, version: string, today: string): { readonly text: string; readonly isEmpty: boolean } {
  const newLine = text.includes("\r\n") ? "\r\n" : "\n";
  const heading = `## ${version} (${today})`;
  const first = /^## .*$/m.exec(text.replace(/\r/g, " "));
  if (!first) return { text: `${text.trimEnd()}${newLine}${newLine}${heading}${newLine}`, isEmpty: true };
  const title = first[0].slice(3).trim();
  if (/\bunreleased\b/i.test(title)) {
    const rest = text.slice(first.index).replace(/^.*?(?=\r?\n|$)/, heading);
    return { text: text.slice(0, first.index) + rest, isEmpty: false };
  }
  if (title.split(" ")[0] === version) return { text, isEmpty: false };
  return { text: `${text.slice(0, first.index)}${heading}${newLine}${newLine}${text.slice(first.index)}`, isEmpty: true };
}

interface Replacement {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Writes new files beside the old ones, then puts them in their places; where that fails half-way, the old texts come back. */
function replaceAll(root: string, replacements: readonly Replacement[]): void {
  const temporary = (file: string): string => join(root, `${file}.new`);
  const waiting: string[] = [];
  const done: Replacement[] = [];
  try {
    for (const { file, after } of replacements) {
      writeFileSync(temporary(file), after);
      waiting.push(file);
    }
    for (const replacement of replacements) {
      renameSync(temporary(replacement.file), join(root, replacement.file));
      waiting.shift();
      done.push(replacement);
    }
  } catch (error) {
    for (const { file, before } of done) writeFileSync(join(root, file), before);
    for (const file of waiting) rmSync(temporary(file), { force: true });
    throw new VersionError(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The day here, as people write it in a changelog: not UTC's, which may be another one. */
function day(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What npm says to the script "version" in the midst of `npm version 1.2.0`, with package.json and the lock file changed already. */
interface NpmVersion {
  readonly wanted: string;
  readonly before: string;
  readonly commits: boolean;
}

function fromNpm(env: NodeJS.ProcessEnv): NpmVersion | undefined {
  const { npm_lifecycle_event: event, npm_new_version: wanted, npm_old_version: before = "0.0.0" } = env;
  if (event !== "version" || !wanted) return undefined;
  return { wanted, before, commits: !["", "false"].includes(env["npm_config_git_tag_version"] ?? "true") };
}

/** npm commits what is staged, and tags it: the tag must have all of the files. */
function stage(root: string, files: readonly string[]): void {
  if (files.length === 0 || !existsSync(join(root, ".git"))) return;
  const { status, stderr } = spawnSync("git", ["add", "--", ...files], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new VersionError(`The files have the version, but git did not take them: ${stderr}`);
}

/** @throws VersionError for what npm let pass and Dataverse would not; says how to take back what npm did */
function checkNpm({ wanted, before }: NpmVersion): void {
  const undo = "npm has changed package.json already: git checkout -- package.json package-lock.json";
  try {
    if (!isLower(parse(wanted), parse(before))) return;
  } catch (error) {
    throw new VersionError(`${error instanceof Error ? error.message : String(error)}\n${undo}`);
  }
  throw new VersionError(
    `${wanted} is lower than ${before}: Dataverse refuses a solution that is older than the one it has. Give a higher version.\n${undo}`,
  );
}

/**
 * What the command does.
 * @returns the lines to say
 * @throws VersionError
 */
export function runVersion(root: string, args: readonly string[], env: NodeJS.ProcessEnv): readonly string[] {
  const npm = args.length === 0 ? fromNpm(env) : undefined;
  const [version = npm?.wanted, ...more] = args;
  if (version === undefined || more.length > 0) throw new VersionError("Give one version: npm run version -- 1.2.0");
  if (npm) checkNpm(npm);
  const { from, files, emptySection } = setVersion(root, version, day(new Date()));
  if (npm?.commits) stage(root, files);
  if (files.length === 0) return [`Everything has the version ${version} already.`];
  return [
    from === version ? `${version}, now also in:` : `${from} → ${version} in:`,
    ...files.map((file) => `  ${file}`),
    ...(emptySection ? [`CHANGELOG.md: write under ${version} what changed.`] : []),
    "Now: npm run pack",
  ];
}

if (require.main === module) {
  const isHelp = process.argv.slice(2).some((arg) => arg === "--help" || arg === "-h");
  if (isHelp)
    process.stdout.write(
      "Usage: npm run version -- 1.2.0\nWrites the version to every file that has it, and to the changelog; `npm version 1.2.0` commits and tags it as well.\n",
    );
  else
    try {
      const lines = runVersion(join(__dirname, ".."), process.argv.slice(2), process.env);
      process.stdout.write(`${lines.join("\n")}\n`);
    } catch (error) {
      process.stderr.write(`${error instanceof VersionError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
      process.exitCode = 1;
    }
}
