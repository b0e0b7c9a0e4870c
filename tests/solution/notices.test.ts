/** What is of others in the zip has its licence there, beside the product's own. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "../../Solutions/build/files";
import { COPIED, noticesOf, noticesPage, packagesIn } from "../../Solutions/build/notices";
import { bundleMap, bundlesOf, NOTICES_OUTPUT } from "../../Solutions/build/parts";
import { roomsOf } from "../../Solutions/build/rooms";
import { child, textAt } from "../../Solutions/build/xml";
import { sharesOf } from "../../tools/shares";
import { BUILD_TIMEOUT, ensureBuilt, onCopy, packedParts, ROOT, xmlPart } from "./builtSolution";

beforeAll(ensureBuilt, BUILD_TIMEOUT);

/** The page as the zip carries it. */
function packedPage(): string {
  const parts = packedParts(true);
  const resources = child(xmlPart(parts, "customizations.xml"), "WebResources")?.children ?? [];
  const page = resources.find((resource) => textAt(resource, "Name") === "msgn_/licences.html");
  expect(page && textAt(page, "WebResourceType")).toBe("1");
  return new TextDecoder().decode(parts[textAt(page ?? xmlPart(parts, "solution.xml"), "FileName").slice(1)]);
}

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8").replaceAll("\r\n", "\n");

describe("the zip's page of licences", () => {
  it("has the product's own licence, as it is in the repository", () => {
    expect(packedPage()).toContain(read("LICENSE").trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  });

  it("has a notice of every package of which a bundle holds a byte, with the version that is installed and the names of those who hold the rights", () => {
    const page = packedPage();
    const files = bundlesOf(ROOT).flatMap((bundle) => [...sharesOf(ROOT, bundle).keys()]);
    const names = new Set([...packagesIn(files), ...packagesIn(["webpack/bootstrap"])]);
    expect(names).toContain("@fluentui/react-icons");
    for (const name of names) {
      const { version } = JSON.parse(read(`node_modules/${name}/package.json`)) as { version: string };
      const [, notice = ""] = page.split(`<h2>${name} ${version} (MIT)</h2>`);
      expect(notice.split("</pre>")[0]).toMatch(/Copyright .*\w[^]*Permission is hereby granted, free of charge/);
    }
  });

  it("is what the builds of now come to", () => {
    expect(packedPage()).toBe(noticesPage(read("LICENSE"), noticesOf(ROOT)));
  });

  it("is text: it runs no script, and loads nothing", () => {
    expect(packedPage()).not.toMatch(/<script|src=|href=|http-equiv/i);
    expect(noticesPage("<b>", [{ name: "a", version: "1", licence: "<i>", text: "<script>&" }])).toMatch(
      /&lt;b&gt;[^]*&lt;i&gt;[^]*&lt;script&gt;&amp;/,
    );
  });
});

it("lets no drawing of Fluent's icons into a file without a notice: of the product's code, and of its icons", () => {
  const folder = join(dirname(require.resolve("@fluentui/react-icons/package.json")), "lib", "atoms", "headless-svg");
  const fluent = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  const code = roomsOf(
    ROOT,
    bundlesOf(ROOT).map(({ part }) => part),
  ).flatMap((room) => filesBelow(join(ROOT, room), ["generated"]));
  const drawings = [...code, ...filesBelow(join(ROOT, "Solutions", "src", "WebResources"))].filter((file) => /\.(tsx?|svg)$/.test(file));
  const copied = drawings.filter((file) => {
    const paths = [...readFileSync(file, "utf8").matchAll(/"([Mm]\d[\w\s.,-]{20,})"/g)].map(([, path = ""]) => path);
    return paths.some((path) => fluent.includes(path));
  });
  expect(copied.map((file) => file.slice(ROOT.length + 1).replaceAll("\\", "/"))).toEqual(Object.keys(COPIED));
});

describe("the packages in a bundle", () => {
  it.each([
    ["webpack:///./node_modules/a/lib/b.js", ["a"]],
    ["webpack:///./node_modules/@b/a/index.js", ["@b/a"]],
    ["node_modules/a/node_modules/@b/c/index.js", ["@b/c"]],
    ["node_modules\\@b\\a\\index.js", ["@b/a"]],
    ["webpack:///webpack/runtime/define property getters", ["webpack"]],
    ["<runtime>", ["esbuild"]],
    ["webpack:///./shared/ui/drawings.ts", ["@fluentui/react-icons"]],
    ["shared/ui/times.ts", []],
    ['webpack:///external var "Reactv16"', []],
  ])("of %s are %j", (source, packages) => {
    expect(packagesIn([source, source])).toEqual(packages);
  });
});

describe("a package's licence", () => {
  /** A copy of the repository whose launcher holds a file of the package `tiny`. */
  const withPackage = (files: Readonly<Record<string, string>>, work: (root: string) => void): void =>
    onCopy((root) => {
      for (const { part } of bundlesOf(root)) {
        mkdirSync(join(root, "out", "maps"), { recursive: true });
        const sources = part === "launcher" ? ["node_modules/tiny/index.js"] : [];
        writeFileSync(join(root, bundleMap(part)), JSON.stringify({ sources }));
      }
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      work(root);
    });
  const manifest = { "node_modules/tiny/package.json": '{ "version": "1.2.3", "license": "MIT" }' };

  it("is its own file, and its notice", () => {
    withPackage({ ...manifest, "node_modules/tiny/LICENSE.md": "Own\r\ntext\n", "node_modules/tiny/NOTICE": "Of others" }, (root) => {
      expect(noticesOf(root)).toEqual([{ name: "tiny", version: "1.2.3", licence: "MIT", text: "Own\ntext\n\nOf others" }]);
    });
  });

  it("is the text that is kept for a package that comes without one", () => {
    withPackage({ ...manifest, "Solutions/build/licenceTexts/tiny.txt": "Kept" }, (root) => {
      expect(noticesOf(root).map(({ text }) => text)).toEqual(["Kept"]);
    });
  });

  it("is asked for, where there is none: nothing is packed without", () => {
    withPackage(manifest, (root) => expect(() => noticesOf(root)).toThrow(/tiny comes without a licence \(MIT\).*licenceTexts/));
  });

  it("cannot be told of a package that is not installed, or a bundle without a map", () => {
    withPackage({}, (root) => expect(() => noticesOf(root)).toThrow(/tiny is not installed/));
    withPackage(manifest, (root) => {
      rmSync(join(root, bundleMap("launcher")));
      expect(() => noticesOf(root)).toThrow(/launcher\.json is missing.*npm run pack/);
    });
  });

  it("is kept for no package that brings its own, or that is not in the bundles", () => {
    const kept = readdirSync(join(ROOT, "Solutions", "build", "licenceTexts")).map((file) => file.replace(/\.txt$/, "").replace("+", "/"));
    expect(noticesOf(ROOT).map(({ name }) => name)).toEqual(expect.arrayContaining(kept));
    const own = kept.filter((name) => readdirSync(join(ROOT, "node_modules", name)).some((file) => /^licen[cs]e/i.test(file)));
    expect(own).toEqual([]);
  });
});

it("is built beside the scripts", () => {
  expect(existsSync(join(ROOT, NOTICES_OUTPUT))).toBe(true);
});
