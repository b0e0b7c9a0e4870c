/** The licences of the product and of what is in its bundles and comes from others: a page that is a web resource of the solution. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { byCodeUnit } from "./files";
import { PackError } from "./packError";
import { bundleMap, bundlesOf } from "./parts";

/** A package of others, something of which is in the solution. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  /** Its licence's name, as the package says it: `MIT`. */
  readonly licence: string;
  /** The licence itself, with the names of its holders. */
  readonly text: string;
}

/** Files of the product that hold data out of a package without importing it. A test looks for such data (tests/solution/notices.test.ts). */
export const COPIED: Readonly<Record<string, string>> = { "shared/ui/drawings.ts": "@fluentui/react-icons" };

/** Packages whose files are in a bundle, by what a bundler calls them: what it adds itself is under its own name. */
const PACKAGE = /(?:^|[/\\])node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)(?=[/\\])/g;

/**
 * The packages of others that a bundle is made of, in alphabetical order.
 * @param sources files as a bundle's source map names them
 */
export function packagesIn(sources: readonly string[]): readonly string[] {
  const found = sources.flatMap((source): readonly string[] => {
    const own = source.replace(/^webpack:\/\/[^/]*\//, "").replace(/^\.\//, "");
    const copied = COPIED[own];
    // In a package's own node_modules another may lie: the last one counts.
    const inPackage = [...own.matchAll(PACKAGE)].at(-1)?.[1];
    if (inPackage !== undefined) return [inPackage.replaceAll("\\", "/")];
    if (own.startsWith("webpack/")) return ["webpack"];
    if (own === "<runtime>") return ["esbuild"];
    return copied === undefined ? [] : [copied];
  });
  return [...new Set(found)].sort(byCodeUnit);
}

/**
 * What is in the bundles as they are built, with the licences of the packages as they are installed.
 * @throws PackError where a bundle's map is missing, or a package comes without a licence and none is kept for it
 */
export function noticesOf(root: string): readonly Notice[] {
  const sources = bundlesOf(root).flatMap(({ part }) => {
    const file = join(root, bundleMap(part));
    if (!existsSync(file)) throw new PackError(`${file} is missing: the build writes it. Run: npm run pack`);
    return (JSON.parse(readFileSync(file, "utf8")) as { readonly sources: readonly string[] }).sources;
  });
  return packagesIn(sources).map((name) => noticeOf(root, name));
}

/** @throws PackError where there is no licence for it */
function noticeOf(root: string, name: string): Notice {
  const folder = folderOf(root, name);
  const { version = "", license = "" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    version?: string;
    license?: string;
  };
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file))
    .sort(byCodeUnit);
  const kept = join(root, "Solutions", "build", "licenceTexts", `${name.replace("/", "+")}.txt`);
  const paths = files.length > 0 ? files.map((file) => join(folder, file)) : existsSync(kept) ? [kept] : [];
  if (paths.length === 0) {
    throw new PackError(`The package ${name} comes without a licence (${license}). Copy the one of its repository to ${kept}.`);
  }
  const text = paths.map((path) => readFileSync(path, "utf8").replace(/\r\n/g, "\n").trim()).join("\n\n");
  return { name, version, licence: license, text };
}

/** Where a package is installed. Its entry is no help: some packages let nobody ask for their package.json. */
function folderOf(root: string, name: string): string {
  const places = createRequire(join(root, "package.json")).resolve.paths(name) ?? [];
  const place = places.map((each) => join(each, name)).find((each) => existsSync(join(each, "package.json")));
  if (place === undefined)
    throw new PackError(`The package ${name} is not installed beside ${dirname(join(root, "package.json"))}. Run: npm ci`);
  return place;
}

/** The page: the product's own licence, then each notice. The same input always gives the same text. */
export function noticesPage(ownLicence: string, notices: readonly Notice[]): string {
  const sections = notices.map(({ name, version, licence, text }) => section(`${name} ${version} (${licence})`, text));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Message Notification for Dynamics 365: licences</title>
</head>
<body>
<h1>Message Notification for Dynamics 365</h1>
<pre>${escaped(ownLicence.replace(/\r\n/g, "\n").trim())}</pre>
<h1>Contains parts of</h1>
${sections.join("\n")}
</body>
</html>
`;
}

function section(title: string, text: string): string {
  return `<h2>${escaped(title)}</h2>\n<pre>${escaped(text)}</pre>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
