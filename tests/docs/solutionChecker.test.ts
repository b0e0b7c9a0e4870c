import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUILD_TIMEOUT, ensureBuilt } from "../solution/builtSolution";
import { BUILT, builtText, findingsIn, ROOT } from "./builtCode";

beforeAll(ensureBuilt, BUILD_TIMEOUT);

/** The script of a page that is a document of its own, in a frame: what it makes is in that document, and it fills one element of it. */
const OWN_PAGES: Readonly<Record<string, string>> = {
  "out/webresources/diagnostics.js": "diagnostics",
  "out/webresources/overview.js": "overview",
};

/** `file rule` of each row in the page's table of findings. */
function explained(): readonly string[] {
  const page = readFileSync(join(ROOT, "docs", "solution-checker.md"), "utf8");
  const [, section = ""] = page.split("## Findings");
  return [...section.matchAll(/^\|\s*`([^`]+)`\s*\|\s*`([^`]+)`\s*\|[^|]+\|[^|]{20,}\|\s*$/gm)]
    .map(([, rule, file]) => `${file ?? ""} ${rule ?? ""}`)
    .sort();
}

it("finds in the built files what docs/solution-checker.md explains, and nothing else", async () => {
  const found: string[] = [];
  for (const file of BUILT) for (const rule of await findingsIn(builtText(file))) found.push(`${file} ${rule}`);
  expect(found.sort()).toEqual(explained());
}, 60_000);

it.each([
  ["avoid-eval", "eval('1')"],
  ["avoid-eval", "new Function('return 1')()"],
  ["avoid-eval", "setTimeout('x()', 1)"],
  ["remove-console", "console.log(1)"],
  ["remove-alert", "alert(1)"],
  ["remove-debug-script", "debugger"],
  ["avoid-with", "with (Math) { max(1, 2); }"],
  ["avoid-window-top", "window.top.location.href"],
  ["do-not-make-parent-assumption", "window.parent.location.href"],
  ["use-strict-equality-operators", "var a = 1 == 2"],
  ["use-async", "var r = new XMLHttpRequest(); r.open('GET', '/api', false);"],
  ["web-sdl", "document.cookie"],
  ["web-sdl", "node.innerHTML = text"],
  ["web-sdl", "window.postMessage(1, '*')"],
  ["web-sdl", "var address = 'http://example.com'"],
  ["web-unsupported-syntax", "a?.b"],
  ["web-unsupported-syntax", "globalThis.a"],
])("would find %s in: %s", async (rule, code) => {
  expect(await findingsIn(code)).toContain(rule);
});

describe.each(BUILT)("%s", (file) => {
  /** What of the code matches: a short list to read, where the whole code would be no message. */
  const found = (pattern: RegExp): readonly string[] => [...new Set(builtText(file).match(new RegExp(pattern, "gi")) ?? [])];

  it("is in strict mode from its beginning", () => {
    expect(builtText(file).slice(0, 250)).toMatch(/["']use strict["']/);
  });

  it("evaluates no text as code", () => {
    expect(found(/\beval\s*\(|\bnew Function\b|\bimportScripts\b|sourceURL=|sourceMappingURL=/)).toEqual([]);
  });

  it("writes nothing to the console and opens no dialog of the browser", () => {
    expect(found(/\bconsole\s*[.[]|(?<![.\w])(alert|confirm|prompt)\s*\(/)).toEqual([]);
  });

  it("stores nothing in the browser", () => {
    expect(found(/localStorage|sessionStorage|indexedDB|\.cookie\b|\bcaches\s*\.|openDatabase/)).toEqual([]);
  });

  it("touches no element of the app", () => {
    // React makes and removes the control's elements. What is left of `document`: who has the focus, whether the page is visible,
    // and the title, which is text.
    const allowed = ["activeElement", "body", "hasFocus", "title", "visibilityState", "addEventListener", "removeEventListener"];
    expect(found(/\bwindow\.(top|parent|opener)\b/)).toEqual([]);
    const ownPage = OWN_PAGES[file];
    if (ownPage !== undefined) {
      expect(found(/getElementById\([^)]*\)|document\.(body|querySelector\w*)/)).toEqual([`getElementById("${ownPage}")`]);
      return;
    }
    expect(found(/\bdocument\.\w+/).filter((use) => !allowed.includes(use.slice("document.".length)))).toEqual([]);
    expect(found(/document\.body[.[]|getElementById|querySelector(All)?\(["'`](body|html)/)).toEqual([]);
  });

  it("asks no other server: every address is relative to the app's own", () => {
    expect(found(/["'`](https?:)?\/\/[a-z][^"'`]*/).filter((address) => !address.includes("www.w3.org/2000/svg"))).toEqual([]);
  });
});
