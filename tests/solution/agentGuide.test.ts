/** The guide for agents: a page of the solution in each language, with the names that the product itself uses. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  GUIDE_OWN_PICTURES,
  GUIDE_TEXTS,
  guideLanguageIds,
  guideLanguages,
  guidePage,
  guidePictureFile,
  guideText,
  guideWords,
  pictureNames,
} from "../../Solutions/build/guide";
import { guideMarkup } from "../../Solutions/build/guideMarkup";
import { child, textAt } from "../../Solutions/build/xml";
import { BUILD_TIMEOUT, ensureBuilt, listAt, packedParts, ROOT, xmlPart } from "./builtSolution";

beforeAll(ensureBuilt, BUILD_TIMEOUT);

const source = (id: string): string => readFileSync(join(ROOT, GUIDE_TEXTS, `${id}.md`), "utf8");
const languages = guideLanguages(ROOT);
const others = languages.filter(({ id }) => id !== "1033");

/** The page as the zip carries it. */
function packedPage(id: string): string {
  const parts = packedParts(true);
  const resources = child(xmlPart(parts, "customizations.xml"), "WebResources")?.children ?? [];
  const page = resources.find((resource) => textAt(resource, "Name") === `msgn_/agentguide/${id}.html`);
  if (!page) throw new Error(`The zip has no guide in ${id}.`);
  expect(textAt(page, "WebResourceType")).toBe("1");
  return new TextDecoder().decode(parts[textAt(page, "FileName").slice(1)]);
}

/** Pictures with words in them. */
const OWN_PICTURES = ["list", "conversation"];
/** They are in every zip, six times. */
const MOST_BYTES = 25_000;

/** What a page is made of, without its words: elements in their order. */
const shapeOf = (page: string): readonly string[] => page.match(/<(h1|h2|p|ul|li|table|tr|td|th|img)\b/g) ?? [];

/** What a text names of the product. Of a plural, each language takes the form that it needs. */
const named = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)/g)].map(([, key = ""]) => key.replace(/_(zero|one|two|few|many|other)$/, "")).sort();

it("is there in every language of the solution", () => {
  const solution = listAt(xmlPart(packedParts(true), "customizations.xml"), "Languages").map(({ text }) => text);
  expect(guideLanguageIds(ROOT)).toEqual([...solution].sort());
});

describe.each(languages)("the guide in $name", (language) => {
  it("is in the zip as its text says it now", () => {
    expect(packedPage(language.id)).toBe(guidePage(ROOT, language));
  });

  it("has every section, row and picture of the English one", () => {
    const [english] = languages.filter(({ id }) => id === "1033");
    if (!english) throw new Error("There is no English guide.");
    expect(shapeOf(guidePage(ROOT, english)).filter((part) => part === "<h2")).toHaveLength(9);
    expect(shapeOf(guidePage(ROOT, language))).toEqual(shapeOf(guidePage(ROOT, english)));
    expect(pictureNames(source(language.id))).toEqual(pictureNames(source("1033")));
  });

  it("shows the list and a conversation in its own words, in small files, and says for whom does not see them what they show", () => {
    const text = source(language.id);
    expect(pictureNames(text)).toEqual(expect.arrayContaining(OWN_PICTURES));
    for (const name of OWN_PICTURES) {
      const file = guidePictureFile(ROOT, language.id, name);
      expect(file).toBe(`${GUIDE_OWN_PICTURES}/${language.id}-${name}.png`);
      const bytes = readFileSync(join(ROOT, file));
      expect(bytes.length).toBeLessThanOrEqual(MOST_BYTES);
      const [, alt = ""] = new RegExp(`!\\[([^\\]]+)\\]\\(${name}\\)`).exec(text) ?? [];
      const img = `<img src="data:image/png;base64,${bytes.toString("base64")}" alt="${alt}">`;
      expect(packedPage(language.id).includes(img)).toBe(true);
    }
  });

  it("names the same buttons, keys and states as the English one, all in the product's own words", () => {
    expect(named(source(language.id))).toEqual(named(source("1033")));
    const bold = [...source(language.id).matchAll(/\*\*(.+?)\*\*/g)].map(([, words = ""]) => words);
    expect(bold.length).toBeGreaterThan(30);
    expect(bold.filter((words) => !/^\{\{\w+(:\d+)?\}\}$/.test(words))).toEqual([]);
    expect(guideText(ROOT, language.id)).not.toMatch(/\{\{|\{\d\}/);
  });

  it("runs no script, loads nothing, and leads only to the guide in other languages", () => {
    const page = packedPage(language.id);
    expect(page).not.toMatch(/<script|http-equiv|url\(|@import|\son\w+=/i);
    expect([...page.matchAll(/src="([^"]{0,20})/g)].filter(([, address = ""]) => !address.startsWith("data:image/png"))).toEqual([]);
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
    expect(links.sort()).toEqual(
      languages
        .filter(({ id }) => id !== language.id)
        .map(({ id }) => `${id}.html`)
        .sort(),
    );
  });

  it("is where the panel's list of keys leads in this language", () => {
    expect(guideWords(ROOT, language.id).get("GuideAddress")).toBe(`/WebResources/msgn_/agentguide/${language.id}.html`);
  });

  it("says to browsers and screen readers which language it is in, and from where it is read", () => {
    const direction = language.id === "1025" ? "rtl" : "ltr";
    expect(packedPage(language.id)).toContain(`<html lang="${language.tag}" dir="${direction}">`);
  });
});

it.each(others)("leaves no line in English in $name", ({ id }) => {
  const words = (text: string): readonly string[] =>
    text.split("\n").filter((line) => /\p{L}{3}/u.test(line.replace(/\{\{[^}]*\}\}|`[^`]*`/g, "")));
  const english = words(source("1033"));
  expect(words(source(id)).filter((line) => english.includes(line))).toEqual([]);
});

describe("a picture", () => {
  it("of a language that has none yet is the English one, so that the solution can be built, and the picture taken", () => {
    expect(guidePictureFile(ROOT, "1040", "list")).toBe(`${GUIDE_OWN_PICTURES}/1033-list.png`);
  });

  it("without words is one for all languages", () => {
    const file = guidePictureFile(ROOT, "1031", "light-bubble");
    expect([file, existsSync(join(ROOT, file))]).toEqual(["docs/pictures/light-bubble.png", true]);
  });

  it("that is nowhere is an error that names text and files", () => {
    expect(() => guidePictureFile(ROOT, "1031", "lost")).toThrow(
      /guide\/1031\.md shows a picture "lost".*1031-lost\.png.*docs\/pictures\/lost\.png/,
    );
  });
});

describe("what the texts are written in", () => {
  const markup = (text: string): string => guideMarkup(text, (name) => `${name}.png`);

  it("is text, whatever it holds", () => {
    expect(markup('<script>alert("1")</script> & **<b>**')).toBe(
      "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; <b>&lt;b&gt;</b></p>",
    );
  });

  it("has headings, lists, tables, pictures and keys", () => {
    expect(markup("# A\n\n## B\n\n- one\n  more\n- two\n\n| K | D |\n| - | - |\n| `A` | ![B](c) |")).toBe(
      "<h1>A</h1>\n<h2>B</h2>\n<ul>\n<li>one more</li>\n<li>two</li>\n</ul>\n" +
        "<table>\n<thead><tr><th>K</th><th>D</th></tr></thead>\n<tbody>\n" +
        '<tr><td><kbd>A</kbd></td><td><img src="c.png" alt="B"></td></tr>\n</tbody>\n</table>',
    );
  });

  it.each(["### too deep", "1. numbered", "> quoted", "# title\nno empty line", "| a |\n| b |", "| a |\n| - |\n| b"])(
    "refuses what it does not know: %j",
    (text) => {
      expect(() => markup(text)).toThrow();
    },
  );
});
